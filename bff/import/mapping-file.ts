import { readFileSync } from 'node:fs'
import { Mapping } from '@tima/contract/mapping.ts'
import { Compile } from 'typebox/compile'
import { MappingError } from './mapping-error.ts'

const check = Compile(Mapping)

/** Reads a mapping file. Throws MappingError that names the file, the place in it and what is wrong there. */
export function readMapping(file: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new MappingError(file, (error as Error).message)
  }
  if (check.Check(value)) return value
  // The deepest place says most; the branches of a union that were not meant say "schema is false"
  const errors = check.Errors(value).filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'boolean')
  const [worst] = errors.sort((a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length)
  const { additionalProperties: unknown, allowedValues: allowed } = (worst?.params ?? {}) as { additionalProperties?: string[]; allowedValues?: unknown[] }
  const problem = unknown ? `does not know ${unknown.join(', ')}` : allowed ? `is none of ${allowed.join(', ')}` : worst?.message ?? 'is not a mapping'
  throw new MappingError(`${file}${worst?.instancePath ?? ''}`, problem)
}
