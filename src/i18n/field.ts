import type { DueFacts, Facts } from '@tima/contract/elevator.ts'

/** Every fact a page may show, the computed due dates among them. */
export type Field = keyof Facts | keyof DueFacts

type FactValue<F> = F extends { value: infer V } ? NonNullable<V> : never

/** The value behind a field, present. */
export type ValueOf<F extends Field> = FactValue<(Facts & DueFacts)[F]>
