import { join } from 'node:path'
import type { Bench } from '../run.ts'
import { median, short } from '../shared/numbers.ts'
import { atLeast, atMost, notMeasured, told } from '../shared/result.ts'
import { startCitySide, startProcess } from '../shared/service.ts'
import { builtDatabase, VISITS } from './data.ts'
import { startLoader, type LoadResult } from './loader.ts'
import { entriesOf, entryOf } from './paths.ts'
import { closedRounds, CONNECTIONS, KEPT_CONNECTIONS, openRounds, RATE, ROUNDS, SECONDS, slice, type Round, type Slice, type Subject } from './rounds.ts'

type Name = 'bare' | 'page' | 'pageOfFew' | 'bareKept' | 'pageKept'
const uncached = ['bare', 'page', 'pageOfFew'] as const

export const bench: Bench = async ({ databases, small, say }) => {
  const sizes = { many: small ? 20_000 : 300_000, few: 1_000 }
  const names = [await builtDatabase(databases, sizes.many, say), await builtDatabase(databases, sizes.few, say)] as const
  const [many, few] = await Promise.all(names.map((name) => startCitySide(databases.urlOf(name)))) as [Subject['service'], Subject['service']]
  const kept = `/v1/elevators/${entryOf(17)}`
  const bare = await startProcess([join('bench', 'page', 'bare-server.ts')], { DATABASE_URL: databases.urlOf(names[0]), KEPT_FROM: many.url + kept }, '/kept')
  const loader = startLoader()
  const ofMany = entriesOf(sizes.many)
  const ofFew = entriesOf(sizes.few)
  const subjects: { [name in Name]: Subject } = {
    bare: { service: bare, paths: () => ofMany.take(30_000, 'plain') },
    page: { service: many, paths: () => ofMany.take(30_000, 'scanned') },
    pageOfFew: { service: few, paths: () => ofFew.take(30_000, 'scanned') },
    bareKept: { service: bare, paths: () => ['/kept'], kept: true },
    pageKept: { service: many, paths: () => [kept], kept: true },
  }
  const before = await statements(databases, names)
  const warming: LoadResult[] = []
  let rounds: Round<Name>[] = []
  let open: { bare: LoadResult[]; page: LoadResult[] } = { bare: [], page: [] }
  try {
    for (const name of Object.keys(subjects) as Name[]) {
      const result = await slice(loader, subjects[name])
      if (uncached.some((other) => other === name)) warming.push(result)
    }
    rounds = await closedRounds(loader, subjects, say)
    open = await openRounds(loader, { bare: subjects.bare, page: subjects.page })
  } finally {
    loader.stop()
    await Promise.all([many, few, bare].map((service) => service.stop()))
  }
  const read = (await statements(databases, names)) - before
  const fromRecord = [...warming, ...rounds.flatMap((round) => uncached.map((name) => round[name])), ...open.bare, ...open.page]
  const answers = fromRecord.reduce((sum, result) => sum + result.answers, 0)
  const failed = [...fromRecord, ...rounds.flatMap((round) => [round.bareKept, round.pageKept])].reduce((sum, { failures }) => sum + failures, 0)

  const ratio = (over: Name, under: Name) => short(median(rounds.map((round) => round[over].perSecond / round[under].perSecond)))
  const rate = (name: Name) => Math.round(median(rounds.map((round) => round[name].perSecond)))
  const rates = (over: Name, under: Name) => `${rate(over)} / ${rate(under)} answers a second`
  const cost = (over: Name, under: Name) => short(median(rounds.map((round) => processor(round[under]) / processor(round[over]))))
  const wait = (of: 'p50' | 'p99') => told({
    figure: `page at ${RATE} a second, ${of}`, measured: short(median(open.page.map((result) => result[of]))), unit: 'ms',
    of: `bare ${short(median(open.bare.map((result) => result[of])))} ms; from the moment due`,
  })
  const flat = ratio('page', 'pageOfFew')

  return {
    figures: [
      atLeast(0.9, { figure: 'page, uncached, over bare node:http', measured: ratio('page', 'bare'), of: rates('page', 'bare') }),
      atLeast(0.7, { figure: 'page, cached, over bare node:http', measured: ratio('pageKept', 'bareKept'), of: rates('pageKept', 'bareKept') }),
      small
        ? notMeasured('page, 300k over 1k elevators', '≥ 0.8', `--small: ${sizes.many} over ${sizes.few} gives ${flat}`)
        : atLeast(0.8, { figure: 'page, 300k over 1k elevators', measured: flat, of: rates('page', 'pageOfFew') }),
      told({ figure: 'processor of bare over the page, uncached', measured: cost('page', 'bare'), of: 'an answer, server process alone' }),
      told({ figure: 'processor of bare over the page, cached', measured: cost('pageKept', 'bareKept'), of: 'an answer, server process alone' }),
      wait('p50'),
      wait('p99'),
      atLeast(1.95, { figure: 'statements read an uncached answer', measured: short(read / answers), of: `${read} statements, ${answers} answers` }),
      atMost(0, { figure: 'answers that failed', measured: failed, of: 'all slices' }),
    ],
    rounds: { closed: rounds, open },
    method: [
      `${VISITS} visits, 2 statements, 4 inspections, 1 policy and 4 checks an elevator; ${sizes.many} and ${sizes.few} elevators in two databases of one server`,
      'city side: bff/main.ts with NODE_ENV=production, limits counting, every answer logged to a file, metrics on; pool of 10; scanned entries (code.tag)',
      'bare: bench/page/bare-server.ts, a process of its own, the same two named statements, a pool of the same size',
      `${ROUNDS} rounds after one not counted, one slice of ${SECONDS} s for each subject, every second round backwards; figures are medians of the ratios of a round`,
      `closed loop: autocannon in a process of its own on the same cores, ${CONNECTIONS} connections; ${KEPT_CONNECTIONS} and never asleep for cached answers; open loop: ${RATE} requests a second`,
    ],
    versions: { postgresql: databases.version },
  }
}

const processor = ({ processorMsPerAnswer }: Slice): number => processorMsPerAnswer ?? NaN

/** Statements the databases have answered: each runs alone, so each is one transaction. Exact once their clients are gone. */
async function statements(databases: Parameters<Bench>[0]['databases'], names: readonly string[]): Promise<number> {
  const [row] = await databases.ask<{ n: string }>('tima', 'SELECT sum(xact_commit) AS n FROM pg_stat_database WHERE datname = ANY ($1)', [names])
  return Number(row!.n)
}
