import type { ElevatorRow, RefusalReason, RowOutcome, RowWarning } from '@tima/contract/import.ts'
import { maskName } from '@tima/domain/mask.ts'
import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import { aliasesOf, deleteAliases, insertAliases, type Alias } from './aliases.ts'
import { isNumbered, listingOf, numberedBuilding } from './listing.ts'
import { ownNumbers, resolveNames } from './names.ts'
import { organizationIds } from './organizations.ts'
import { insertPlates, type CodeBytes } from '../plate/issue.ts'
import { scopeOf, type Source } from './source.ts'
import { overlay, type Changes, type Said } from './statement.ts'
import { readStatements, writeStatements } from './statement.repository.ts'
import { canonical } from './canonical.ts'

export type Options = {
  importId: string
  codeBytes: CodeBytes
  demo: boolean
  /** Whether a ref that names no elevator makes one. A source that may state only some facts has to name one that is there. */
  mayCreate: boolean
  /** Ids of the elevators that this batch has named by the source's own ref, for the records behind them. */
  known: Map<string, string>
}
export type Written = { outcome: RowOutcome; code?: string; reason?: RefusalReason; message?: string; warnings: RowWarning[] }

type Work = {
  row: ElevatorRow
  id: string
  ref: string
  code: string
  buildingKey: string | null
  isNew: boolean
  bind: boolean
  fields: Record<string, unknown>
  said: Said | null
  changes: Changes
  before: Said | null
  result: Written
}

/** Stores what a source says of elevators: one answer for each row, in order. Rows have different refs. */
export async function writeElevators(db: pg.ClientBase, source: Source, rows: ElevatorRow[], options: Options): Promise<Written[]> {
  const works = await identify(db, source, rows, options.mayCreate)
  const alive = works.filter(({ result }) => result.outcome !== 'refused')
  const ids = await organizationIds(db, source, namedOrganizations(alive))
  for (const work of alive) work.fields = stored(work.row, ids)

  const statements = await readStatements(db, alive.filter(({ isNew }) => !isNew).map(({ id }) => id))
  for (const work of alive) {
    const mine = statements.get(work.id)?.find(({ sourceId }) => sourceId === source.id) ?? null
    if (mine && work.bind) {
      refuse(work, 'elevator-elsewhere', 'this source has stated that elevator under another ref')
      continue
    }
    work.before = mine?.said ?? null
    const { said, changes, outcome } = overlay(work.before, { ...work.row, fields: work.fields })
    work.said = said
    work.changes = changes
    work.result.outcome = work.isNew ? 'created' : outcome === 'created' ? 'updated' : outcome
  }

  const writing = alive.filter(({ result }) => result.outcome === 'created' || result.outcome === 'updated')
  const fresh = writing.filter(({ isNew }) => isNew)
  await insertPlates(db, fresh, options.codeBytes)
  await insertAliases(db, writing.filter(({ isNew, bind }) => isNew || bind).map(({ id, ref }): Alias => ({
    value: ref, kind: 'source', scope: scopeOf(source), elevator_id: id,
  })))
  await keepNumbers(db, source, writing, statements)
  await keepListing(db, source, writing, statements)
  if (fresh.length) {
    await db.query({
      name: 'import-elevator',
      text: `INSERT INTO elevator (id, city_id, code, demo)
        SELECT id, $1, code, $2 FROM unnest($3::uuid[], $4::text[]) AS e (id, code)`,
      values: [source.cityId, options.demo, fresh.map(({ id }) => id), fresh.map(({ code }) => code)],
    })
  }
  await writeStatements(db, source.id, options.importId, writing.map(({ id, said, changes, row }) => ({ elevatorId: id, said: said!, changes, asOf: row.asOf })))
  for (const { id, ref } of works.filter(({ result }) => result.outcome !== 'refused')) options.known.set(ref, id)
  return works.map(({ result, code }) => (code ? { ...result, code } : result))
}

/** Which elevator each row is about: one the source has named before, one it names by another number, or a new one. */
async function identify(db: pg.ClientBase, source: Source, rows: ElevatorRow[], mayCreate: boolean): Promise<Work[]> {
  const own = new Map((await ownNumbers(db, source, rows.map(({ ref }) => ref))).map((hit) => [hit.name, hit.elevator_id]))
  const named = await resolveNames(db, source, [...new Set(rows.flatMap(({ elevator }) => elevator ?? []))])
  const bound = new Set(own.values())
  const works = rows.map((row): Work => {
    const known = own.get(row.ref)
    const target = row.elevator ? named.get(row.elevator)! : null
    const id = known ?? (target && 'id' in target ? target.id : null)
    const work: Work = {
      row, id: id ?? uuid7(), ref: row.ref, code: '', buildingKey: null, isNew: !id && !target, bind: !known && !!id,
      fields: {}, said: null, changes: {}, before: null, result: { outcome: 'created', warnings: [] },
    }
    if (target && 'reason' in target) {
      const why = target.reason === 'elevator-unknown' ? 'names no elevator of this city' : 'names several elevators of this city'
      refuse(work, target.reason, `"${row.elevator}" ${why}`)
    } else if (known && target && target.id !== known) {
      refuse(work, 'elevator-elsewhere', `the ref "${row.ref}" was another elevator before`)
    } else if (work.isNew && !mayCreate) {
      refuse(work, 'elevator-unknown', 'says not which elevator it is about: this source may add to elevators, not make them')
    } else if (work.bind && bound.has(work.id)) {
      refuse(work, 'elevator-elsewhere', 'this source has stated that elevator under another ref')
    }
    if (work.bind) bound.add(work.id)
    return work
  })
  const known = works.filter(({ isNew, result }) => !isNew && result.outcome !== 'refused').map(({ id }) => id)
  if (known.length) {
    const { rows: listed } = await db.query<{ elevator_id: string; code: string; building_key: string }>({
      name: 'import-codes', text: 'SELECT elevator_id, code, building_key FROM listing WHERE elevator_id = ANY ($1::uuid[])', values: [known],
    })
    const lines = new Map(listed.map((line) => [line.elevator_id, line]))
    for (const work of works) {
      work.code = lines.get(work.id)?.code ?? ''
      work.buildingKey = lines.get(work.id)?.building_key ?? null
    }
  }
  return works
}

function refuse(work: Work, reason: RefusalReason, message: string): void {
  work.result = { outcome: 'refused', reason, message, warnings: [] }
}

const units = { useUnit: 'use-unit', maintenanceUnit: 'maintenance-unit' } as const

function namedOrganizations(works: Work[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { row } of works) {
    for (const [field, kind] of Object.entries(units)) {
      const name = row.fields[field as keyof typeof units]
      if (name) wanted.set(name, (wanted.get(name) ?? new Set()).add(kind))
    }
  }
  return wanted
}

/** As stored: organizations by id, a person by a masked name, for what is not there cannot leak (docs/adr/0005). */
function stored(row: ElevatorRow, ids: Map<string, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...row.fields }
  for (const field of Object.keys(units)) {
    const name = fields[field]
    if (typeof name === 'string') fields[field] = ids.get(name)
  }
  const officer = row.fields.safetyOfficer
  if (officer) fields.safetyOfficer = { ...officer, name: maskName(officer.name) }
  return fields
}

type Statements = Awaited<ReturnType<typeof readStatements>>

/** Adds the numbers the source now states, and takes away those that it alone stated and states no more. */
async function keepNumbers(db: pg.ClientBase, source: Source, works: Work[], statements: Statements): Promise<void> {
  const added: Alias[] = []
  const gone: Alias[] = []
  const keyOf = (alias: Alias) => canonical(alias)
  for (const { id, before, said } of works) {
    const now = aliasesOf(said!.fields, id, source)
    const was = before ? aliasesOf(before.fields, id, source) : []
    const others = (statements.get(id) ?? []).filter(({ sourceId }) => sourceId !== source.id)
    const kept = new Set([...now, ...others.flatMap((other) => aliasesOf(other.said.fields, id, source))].map(keyOf))
    const had = new Set(was.map(keyOf))
    added.push(...now.filter((alias) => !had.has(keyOf(alias))))
    gone.push(...was.filter((alias) => !kept.has(keyOf(alias))))
  }
  await deleteAliases(db, gone)
  const work = new Map(works.map((one) => [one.id, one]))
  for (const alias of await insertAliases(db, added)) {
    work.get(alias.elevator_id)!.result.warnings.push({
      field: 'rescueCode', value: alias.value, message: 'is the rescue code of another elevator already, so this one is not found by it',
    })
  }
}

/** The newest word of any source names the elevator in lists. */
async function keepListing(db: pg.ClientBase, source: Source, works: Work[], statements: Statements): Promise<void> {
  const lines = works.map(({ id, row, code, said, buildingKey }) => {
    const all = [...(statements.get(id) ?? []).filter(({ sourceId }) => sourceId !== source.id).map((one) => one.said), said!]
    const numbered = row.buildingRef ? numberedBuilding(scopeOf(source), row.buildingRef) : isNumbered(buildingKey) ? buildingKey : null
    return { id, code, ...listingOf(newest(all), code, source.city, numbered) }
  })
  if (!lines.length) return
  await db.query({
    name: 'import-listing',
    text: `INSERT INTO listing (code, elevator_id, city_key, building_key, place, title, car, search)
      SELECT l.code, l.id, $1, l."buildingKey", l.place, l.title, l.car, l.search
      FROM json_to_recordset($2::json) AS l (code text, id uuid, "buildingKey" text, place text, title text, car text, search text)
      ORDER BY l.code
      ON CONFLICT (code) DO UPDATE SET place = excluded.place, title = excluded.title, car = excluded.car, search = excluded.search,
        building_key = excluded.building_key`,
    values: [source.city.key, JSON.stringify(lines)],
  })
}

function newest(statements: Said[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const dates = new Map<string, string>()
  for (const { fields: stated, asOf, fieldAsOf } of statements) {
    for (const [field, value] of Object.entries(stated)) {
      const on = fieldAsOf[field] ?? asOf
      if ((dates.get(field) ?? '') > on) continue
      fields[field] = value
      dates.set(field, on)
    }
  }
  return fields
}
