import { parsePlateKeys, plateTag } from '../../bff/plate/tag.ts'
import { plateKeys } from '../shared/service.ts'
import { codeOf } from './data.ts'

const key = parsePlateKeys(plateKeys)[0]
const PRIME = 7_919

export type Entries = { take: (count: number, as: 'plain' | 'scanned') => string[] }

/** The n-th elevator's entry as a plate has it. */
export const entryOf = (n: number): string => scanned(codeOf(n), 0)

/**
 * Paths of the elevators 0 to `count`, spread over all of them and never the same twice in a row of many: `scanned` ones
 * carry the tag and hyphens in other places at every pass, so that answers kept for seconds do not serve them.
 */
export function entriesOf(count: number): Entries {
  let at = 0
  return {
    take: (wanted, as) => Array.from({ length: wanted }, () => {
      const pass = Math.floor(at / count)
      const code = codeOf((at++ * PRIME) % count)
      return `/v1/elevators/${as === 'plain' ? code : scanned(code, pass)}`
    }),
  }
}

function scanned(code: string, pass: number): string {
  const typed = [...code].map((symbol, place) => ((pass >> place) & 1 && place < 9 ? `${symbol}-` : symbol)).join('')
  return `${typed}.${plateTag(code, key)}`
}
