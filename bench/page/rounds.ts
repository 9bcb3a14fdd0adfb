import { short } from '../shared/numbers.ts'
import { processorMs, type Service } from '../shared/service.ts'
import type { Loader, LoadResult } from './loader.ts'

export const ROUNDS = 7
export const SECONDS = 3
export const CONNECTIONS = 20
/** Answers from memory come so fast that more must be under way to keep the server busy. */
export const KEPT_CONNECTIONS = 50
/** Requests a second of the open loop: well below what the city side carries on two cores. */
export const RATE = 150
const OPEN_ROUNDS = 3
const OPEN_SECONDS = 5

export type Subject = { service: Service; paths: () => string[]; kept?: boolean }

/** Processor time is that of the server process alone, in ms; null where the system does not say. */
export type Slice = LoadResult & { processorMsPerAnswer: number | null }
export type Round<Name extends string> = { [subject in Name]: Slice }

/** Every subject once a round, backwards in every second one, so that nothing always comes after the same neighbour. */
export async function closedRounds<Name extends string>(loader: Loader, subjects: { [name in Name]: Subject }, say: (line: string) => void): Promise<Round<Name>[]> {
  const names = Object.keys(subjects) as Name[]
  const rounds: Round<Name>[] = []
  for (let nth = 0; nth < ROUNDS; nth++) {
    const slices: [Name, Slice][] = []
    for (const name of nth % 2 ? names.toReversed() : names) slices.push([name, await slice(loader, subjects[name])])
    const round = Object.fromEntries(slices) as Round<Name>
    rounds.push(round)
    say(`   round ${nth + 1}: ${names.map((name) => `${name} ${Math.round(round[name].perSecond)}`).join(', ')} a second`)
  }
  return rounds
}

/** One slice at full load. */
export async function slice(loader: Loader, { service, paths, kept = false }: Subject): Promise<Slice> {
  const before = processorMs(service.pid)
  const result = await loader.run({ url: service.url, paths: paths(), seconds: SECONDS, connections: kept ? KEPT_CONNECTIONS : CONNECTIONS, awake: kept })
  const after = processorMs(service.pid)
  return { ...result, processorMsPerAnswer: before === null || after === null ? null : short((after - before) / result.answers) }
}

/** At a fixed rate, in turn. */
export async function openRounds<Name extends string>(loader: Loader, subjects: { [name in Name]: Subject }): Promise<{ [name in Name]: LoadResult[] }> {
  const names = Object.keys(subjects) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as { [name in Name]: LoadResult[] }
  for (let nth = 0; nth < OPEN_ROUNDS; nth++) {
    for (const name of names) {
      const { service, paths } = subjects[name]
      results[name].push(await loader.run({ url: service.url, paths: paths(), seconds: OPEN_SECONDS, connections: 0, rate: RATE }))
    }
  }
  return results
}
