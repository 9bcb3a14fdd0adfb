import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine, type Machine } from './machine.ts'

/** One claim: what was measured against the number it must reach. `pass` is null where no number is claimed. */
export type Figure = {
  figure: string
  /** Such as '≥ 0.9'; empty where the line only informs. */
  target: string
  measured: number | null
  unit: string
  /** What `measured` was made of, in a few words. */
  of: string
  pass: boolean | null
}

export type Outcome = {
  figures: Figure[]
  /** Everything the figures were computed from. */
  rounds: unknown
  method: string[]
  versions?: Record<string, string>
}

export type Result = Outcome & { name: string; command: string; date: string; seconds: number; machine: Machine }

const folder = join(import.meta.dirname, '..', 'results')

/** Writes results/<name>.json and answers what it wrote. */
export function keepResult(name: string, command: string, seconds: number, { versions, ...outcome }: Outcome): Result {
  const result = { name, command, date: new Date().toISOString(), seconds: Math.round(seconds), machine: { ...machine(), ...versions }, ...outcome }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 1)}\n`)
  return result
}

type Claim = { figure: string; measured: number | null; unit?: string; of: string }

export const atLeast = (least: number, claim: Claim): Figure => judged(claim, `≥ ${least}`, claim.measured !== null && claim.measured >= least)
export const atMost = (most: number, claim: Claim): Figure => judged(claim, `≤ ${most}`, claim.measured !== null && claim.measured <= most)
export const told = (claim: Claim): Figure => ({ unit: '', ...claim, target: '', pass: null })

/** A claim this run could not look at: neither passed nor failed. */
export const notMeasured = (figure: string, target: string, why: string): Figure => ({ figure, target, measured: null, unit: '', of: why, pass: null })

const judged = (claim: Claim, target: string, pass: boolean): Figure => ({ unit: '', ...claim, target, pass })
