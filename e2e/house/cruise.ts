import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { join } from 'node:path'
import table from './boundaries.mjs'

export const projectRoot = join(import.meta.dirname, '..', '..')

/** Reads every import of the four rooms below `root` and judges it by the boundary table. */
export async function cruiseHouse(root = projectRoot): Promise<ICruiseResult> {
  const before = process.cwd()
  process.chdir(root)
  try {
    const { output } = await cruise(
      ['src', 'contract', 'domain', 'bff'],
      { ...table.options, ruleSet: { forbidden: table.forbidden }, validate: true } as Parameters<typeof cruise>[1],
      undefined,
      { tsConfig: extractTsConfig('tsconfig.json') },
    )
    return output as ICruiseResult
  } finally {
    process.chdir(before)
  }
}
