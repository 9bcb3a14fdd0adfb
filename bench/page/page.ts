import { join } from 'node:path'
import type { Bench } from '../run.ts'
import { median, short } from '../shared/numbers.ts'
import { atLeast, notMeasured, told } from '../shared/result.ts'
import { processorMs, startCitySide, startProcess, type Service } from '../shared/service.ts'
import { builtDatabase, VISITS } from './data.ts'
import { startLoader, type LoadResult } from './loader.ts'
import { entriesOf, entryOf, type Entries } from './paths.ts'

const ROUNDS = 7
const SECONDS = 3
const CONNECTIONS = 20
/** Requests a second of the open loop: well below what the city side carries on two cores. */
const RATE = 150
const uncached = ['bare', 'page', 'pageOfFew']

type Slice = LoadResult & { processorMsPerAnswer: number | null }
type Round = { [subject: string]: Slice }
type Subject = { service: Service; paths: () => string[] }

export const bench: Bench = async ({ databases, small, say }) => {
  const many = small ? 20_000 : 300_000
  const few = 1_000
  const largeName = await builtDatabase(databases, many, say)
  const smallName = await builtDatabase(databases, few, say)
  const large = await startCitySide(databases.urlOf(largeName))
  const little = await startCitySide(databases.urlOf(smallName))
  const bareScript = join('bench', 'page', 'bare-server.ts')
  const oneEntry = entryOf(17)
  const kept = `${large.url}/v1/elevators/${oneEntry}`
  const bare = await startProcess([bareScript], { DATABASE_URL: databases.urlOf(largeName), KEPT_FROM: kept }, '/kept')
  const loader = startLoader()

  const ofMany: Entries = entriesOf(many)
  const ofFew: Entries = entriesOf(few)
  const subjects: { [name: string]: Subject } = {
    bare: { service: bare, paths: () => ofMany.take(30_000, 'plain') },
    page: { service: large, paths: () => ofMany.take(30_000, 'scanned') },
    pageOfFew: { service: little, paths: () => ofFew.take(30_000, 'scanned') },
    bareKept: { service: bare, paths: () => ['/kept'] },
    pageKept: { service: large, paths: () => [`/v1/elevators/${oneEntry}`] },
  }
  const readsBefore = await reads(databases, largeName, smallName)
  const rounds: Round[] = []
  const slow: { [name: string]: LoadResult[] } = { bare: [], page: [] }
  let asked = 0
  try {
    for (const [name, { service, paths }] of Object.entries(subjects)) {
      const { answers } = await loader.run({ url: service.url, paths: paths(), seconds: 2, connections: CONNECTIONS })
      if (uncached.includes(name)) asked += answers
    }
    for (let nth = 0; nth < ROUNDS; nth++) {
      const round: Round = {}
      // Every second round runs backwards, so that nothing always comes after the same neighbour.
      const order = nth % 2 ? Object.keys(subjects).reverse() : Object.keys(subjects)
      for (const name of order) round[name] = await slice(subjects[name]!)
      rounds.push(round)
      say(`   round ${nth + 1}: ${Object.keys(subjects).map((name) => `${name} ${Math.round(round[name]!.perSecond)}`).join(', ')} a second`)
    }
    for (let nth = 0; nth < 3; nth++) {
      for (const name of ['bare', 'page'] as const) {
        const { service, paths } = subjects[name]!
        slow[name]!.push(await loader.run({ url: service.url, paths: paths(), seconds: 5, connections: 0, rate: RATE }))
      }
    }
  } finally {
    loader.stop()
    await Promise.all([large.stop(), little.stop(), bare.stop()])
  }

  async function slice({ service, paths }: Subject): Promise<Slice> {
    const before = processorMs(service.pid)
    const result = await loader.run({ url: service.url, paths: paths(), seconds: SECONDS, connections: CONNECTIONS })
    const after = processorMs(service.pid)
    return { ...result, processorMsPerAnswer: before === null || after === null ? null : short((after - before) / result.answers) }
  }

  for (const round of rounds) for (const name of uncached) asked += round[name]!.answers
  for (const results of Object.values(slow)) for (const { answers } of results) asked += answers
  const statements = (await reads(databases, largeName, smallName)) - readsBefore
  const ratio = (over: string, under: string) => short(median(rounds.map((round) => round[over]!.perSecond / round[under]!.perSecond)))
  const cost = (over: string, under: string) => short(median(rounds.map((round) => (round[under]!.processorMsPerAnswer ?? NaN) / (round[over]!.processorMsPerAnswer ?? NaN))))
  const rate = (name: string) => Math.round(median(rounds.map((round) => round[name]!.perSecond)))
  const failures = [...rounds.flatMap((round) => Object.values(round)), ...Object.values(slow).flat()].reduce((sum, { failures }) => sum + failures, 0)

  return {
    figures: [
      atLeast(0.9, { figure: 'page, uncached, over bare node:http', measured: ratio('page', 'bare'), of: `${rate('page')} / ${rate('bare')} answers a second` }),
      atLeast(0.7, { figure: 'page, cached, over bare node:http', measured: ratio('pageKept', 'bareKept'), of: `${rate('pageKept')} / ${rate('bareKept')} answers a second` }),
      small
        ? notMeasured('page, 300k over 1k elevators', '≥ 0.8', `--small: ${many} over ${few} gives ${ratio('page', 'pageOfFew')}`)
        : atLeast(0.8, { figure: 'page, 300k over 1k elevators', measured: ratio('page', 'pageOfFew'), of: `${rate('page')} / ${rate('pageOfFew')} answers a second` }),
      told({ figure: 'page, uncached, processor of bare over its own', measured: cost('page', 'bare'), of: 'processor time an answer, server process alone' }),
      told({ figure: 'page, cached, processor of bare over its own', measured: cost('pageKept', 'bareKept'), of: 'processor time an answer, server process alone' }),
      told({ figure: `page at ${RATE} a second, p50`, measured: short(median(slow.page!.map(({ p50 }) => p50))), unit: 'ms', of: `bare ${short(median(slow.bare!.map(({ p50 }) => p50)))} ms; from the moment due` }),
      told({ figure: `page at ${RATE} a second, p99`, measured: short(median(slow.page!.map(({ p99 }) => p99))), unit: 'ms', of: `bare ${short(median(slow.bare!.map(({ p99 }) => p99)))} ms; from the moment due` }),
      atLeast(1.95, { figure: 'page, uncached: statements read an answer', measured: short(statements / asked), of: `${statements} statements, ${asked} answers: the cache did not help` }),
      atLeast(0, { figure: 'page, answers that failed', measured: failures === 0 ? 0 : -failures, of: `${asked} answers` }),
    ],
    rounds: { closed: rounds, open: slow },
    method: [
      `${VISITS} visits, 2 statements, 4 inspections, 1 policy and 4 checks an elevator; ${many} and ${few} elevators in two databases of one server`,
      `city side: bff/main.ts with NODE_ENV=production, rate limit counted but not reached, every answer logged to a file, metrics on; pool of 10; scanned entries (code.tag)`,
      `bare: bench/page/bare-server.ts, a process of its own, same two named statements, same pool`,
      `${ROUNDS} rounds of one slice of ${SECONDS} s for each subject, every second round backwards; figures are medians of the ratios of a round`,
      `closed loop: autocannon, ${CONNECTIONS} connections, in a process of its own on the same cores; open loop: ${RATE} requests a second`,
    ],
    versions: { postgresql: databases.version },
  }
}

/** Statements that both databases have answered: each runs alone, so each is one transaction. Exact once their clients are gone. */
async function reads(databases: Parameters<Bench>[0]['databases'], ...names: string[]): Promise<number> {
  const [row] = await databases.ask<{ n: string }>('tima', 'SELECT sum(xact_commit) AS n FROM pg_stat_database WHERE datname = ANY ($1)', [names])
  return Number(row!.n)
}
