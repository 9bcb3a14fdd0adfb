import type { ImportKind, RowResult } from '@tima/contract/import.ts'
import type { Day } from '@tima/domain/day.ts'
import { daysBetween } from '@tima/domain/day.ts'
import type pg from 'pg'
import { groupBy } from '../import/group.ts'
import { beginRun, endRun } from '../import/runs.ts'
import { findSource, openSource, type Source } from '../import/source.ts'
import { Tally } from '../import/tally.ts'
import { openWriter, type Incoming } from '../import/writer.ts'
import { codeBytes } from './chance.ts'
import { demoElevators } from './elevators.ts'
import { examinationsOf } from './examinations.ts'
import { checksOf, noticesOf, policiesOf } from './papers.ts'
import { insurers, maintenanceUnits, inspectionBody, registry, type Party } from './parties.ts'
import { maintenanceOf, organizationRows, statementsOf, useUnitOf } from './statements.ts'
import { visitsOf } from './visits.ts'

const CITY = 'qingyu'
/** So often the demo's records are carried on while the service is started again and again. */
const EVERY_DAYS = 3
const BATCH = 4000

type Row = { party: Party; kind: ImportKind; row: object }

/**
 * Loads the demo city through the door every register uses, or carries its records on to `today` (a day in the city).
 * The first time is for an empty database only. Answers the number of rows stored; 0 when there was nothing to do.
 */
export async function seedDemo(pool: pg.Pool, today: Day): Promise<number> {
  const { rows: [state] } = await pool.query<{ any: boolean; first: Day | null; last: Day | null }>(
    `SELECT EXISTS (SELECT 1 FROM elevator) AS any,
       min((r.started_at AT TIME ZONE 'Asia/Shanghai')::date) AS first, max((r.started_at AT TIME ZONE 'Asia/Shanghai')::date) AS last
     FROM import_run r JOIN source s ON s.id = r.source_id JOIN city c ON c.id = s.city_id
     WHERE c.key = $1 AND r.kind = 'demo' AND r.finished_at IS NOT NULL`, [CITY],
  )
  const { any, first, last } = state!
  if (any && (!first || !last || daysBetween(last, today) < EVERY_DAYS)) return 0
  return await load(pool, first ?? today, today)
}

async function load(pool: pg.Pool, anchor: Day, today: Day): Promise<number> {
  const tally = new Tally()
  const opened = new Map<string, Source>()
  const { city } = await open(pool, registry, opened)
  if (!city.ruleSet) throw new Error(`the demo city ${CITY} needs a rule set`)
  const rows = demoRows(anchor, today, city.ruleSet)
  for (const [party, own] of groupBy(rows, ({ party }) => party)) {
    const source = await open(pool, party, opened)
    const importId = await beginRun(pool, source, 'demo', null)
    const write = openWriter(pool, source, { importId, demo: true, codeBytes })
    for (let at = 0; at < own.length; at += BATCH) {
      const results = await write(own.slice(at, at + BATCH).map(incoming))
      refuseRefusals(results)
      tally.add(results)
    }
    await endRun(pool, importId, { rows: own.length })
  }
  return tally.rows
}

/** Every row of the demo city, the register's first: the others name its elevators. */
export function demoRows(anchor: Day, today: Day, ruleSet: Parameters<typeof demoElevators>[1]): Row[] {
  const elevators = demoElevators(anchor, ruleSet)
  const rows: Row[] = organizationRows(anchor).map((row) => ({ party: registry, kind: 'organizations', row }))
  for (const e of elevators) {
    for (const { party, row } of statementsOf(e, anchor, today)) rows.push({ party, kind: 'elevators', row })
  }
  for (const e of elevators) {
    const maintenance = maintenanceOf(e)
    const insurer = insurers.find(({ key }) => key === e.site.insurer)!
    for (const row of visitsOf(e, anchor, today)) rows.push({ party: maintenance, kind: 'visits', row })
    for (const { by, row } of examinationsOf(e, ruleSet, anchor, today)) {
      rows.push({ party: by === 'maintenance' ? maintenance : inspectionBody, kind: 'inspections', row })
    }
    for (const row of policiesOf(e, anchor, today)) rows.push({ party: insurer, kind: 'policies', row })
    for (const row of checksOf(e, today)) rows.push({ party: useUnitOf(e), kind: 'checks', row })
    for (const { by, row } of noticesOf(e, anchor)) {
      rows.push({ party: by === 'register' ? registry : by === 'property' ? useUnitOf(e) : maintenance, kind: 'notices', row })
    }
  }
  return rows
}

async function open(pool: pg.Pool, party: Party, opened: Map<string, Source>): Promise<Source> {
  const key = sourceKey(party)
  const known = opened.get(key) ?? (await findSource(pool, CITY, key)) ??
    (await openSource(pool, CITY, { key, name: party.name, kind: party.kind }))
  opened.set(key, known)
  return known
}

/** A place and a firm may share a key: 松石家园 and 松石维保站. */
const sourceKey = (party: Party): string => (maintenanceUnits.includes(party) ? `maintenance-${party.key}` : `${party.kind}-${party.key}`)

function incoming({ kind, row }: Row, at: number): Incoming {
  const { ref, name } = row as { ref?: string; name?: string }
  return { line: at + 1, kind, ref: ref ?? name ?? null, row: row as Record<string, unknown>, message: null, warnings: [] }
}

/** The demo city is ours: a row of it that is refused is a mistake in its making. */
function refuseRefusals(results: RowResult[]): void {
  const refused = results.find(({ outcome }) => outcome === 'refused')
  if (refused) throw new Error(`demo row ${refused.kind} ${refused.ref}: ${refused.message}`)
}
