import type { SourceKind } from '@tima/contract/fact.ts'
import { factCatalogue, type FactField } from '@tima/domain/fact-catalogue.ts'

/** Who should state a fact when nobody has; due dates are worked out by rule. */
export const supplierOf = (field: string): SourceKind => factCatalogue[field as FactField]?.supplier ?? 'rule'
