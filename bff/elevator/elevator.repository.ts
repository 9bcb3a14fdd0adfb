import type { ElevatorLine } from '@tima/contract/elevator.ts'
import type pg from 'pg'
import { pageSql } from './page.sql.ts'
import { timelinePageSql } from './timeline.sql.ts'

export type Plate = { status: 'active' | 'blank' | 'revoked'; elevator_id: string | null; reason: string | null; successor: string | null }

/** What a printed code points to, or null when no such plate was ever made. L by code. */
export async function findPlate(db: pg.Pool, code: string): Promise<Plate | null> {
  const { rows } = await db.query<Plate>({
    name: 'plate', text: 'SELECT status, elevator_id, reason, successor FROM plate WHERE code = $1', values: [code],
  })
  return rows[0] ?? null
}

/** The code an elevator goes by now, however often its plate was replaced; null when its last plate was revoked. */
export async function activeCode(db: pg.Pool, elevatorId: string): Promise<string | null> {
  const { rows } = await db.query<{ code: string }>({
    name: 'active-code', text: "SELECT code FROM plate WHERE elevator_id = $1 AND status = 'active' LIMIT 1", values: [elevatorId],
  })
  return rows[0]?.code ?? null
}

export type PageRow = { body: string; basis: string; city: string; today: string }

/** The page's JSON as PostgreSQL writes it, without what the rules add, and what the rules need. Null: no such elevator. */
export async function readPage(db: pg.Pool, elevatorId: string, now: Date, stops: number): Promise<PageRow | null> {
  const { rows } = await db.query<PageRow>({ name: 'page', text: pageSql, values: [elevatorId, now, stops] })
  return rows[0] ?? null
}

export type Cursor = { at: string; id: string }

/** One page of the history as JSON text, newest first, before `cursor`, of one kind or of all. */
export async function readTimeline(db: pg.Pool, elevatorId: string, limit: number, cursor: Cursor | null, kind: string | null): Promise<string> {
  const { rows } = await db.query<{ body: string }>({
    name: 'timeline', text: timelinePageSql, values: [elevatorId, limit, cursor?.at ?? null, cursor?.id ?? null, kind],
  })
  return rows[0]!.body
}

export type Listed = ElevatorLine & { elevatorId: string }

/** A line whose plate was revoked without another leads nowhere. */
const leads = "EXISTS (SELECT 1 FROM plate p WHERE p.code = listing.code AND p.status = 'active')"

const line = 'code, elevator_id AS "elevatorId", city_key AS city, place, title, car'

/** Elevators known by exactly this number: rescue, registration or device code, certificate, number of a register. */
export async function findByAlias(db: pg.Pool, value: string, limit: number): Promise<Listed[]> {
  const found = await db.query<{ elevator_id: string }>({
    name: 'alias', text: 'SELECT DISTINCT elevator_id FROM alias WHERE value = $1 LIMIT $2', values: [value, limit],
  })
  return await listed(db, found.rows.map((row) => row.elevator_id))
}

async function listed(db: pg.Pool, elevatorIds: string[]): Promise<Listed[]> {
  if (!elevatorIds.length) return []
  const { rows } = await db.query<Listed>({
    name: 'listed', text: `SELECT ${line} FROM listing WHERE elevator_id = ANY ($1::uuid[]) AND ${leads} ORDER BY code`, values: [elevatorIds],
  })
  return rows
}

/** Elevators whose place, building, car or code contain every word, by code after `after`. */
export async function searchListing(db: pg.Pool, words: string[], city: string | null, after: string, limit: number): Promise<Listed[]> {
  const conditions = words.map((_, i) => `search ILIKE $${i + 4}`).join(' AND ')
  const { rows } = await db.query<Listed>({
    name: `search-${words.length}`,
    text: `SELECT ${line} FROM listing WHERE code > $1 AND ($2::text IS NULL OR city_key = $2) AND ${conditions} AND ${leads} ORDER BY code LIMIT $3`,
    values: [after, city, limit, ...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)],
  })
  return rows
}

/** The other cars listed for the same building. */
export async function readNeighbours(db: pg.Pool, code: string, limit: number): Promise<Listed[]> {
  const { rows } = await db.query<Listed>({
    name: 'neighbours',
    text: `SELECT ${line} FROM listing WHERE building_key = (SELECT building_key FROM listing WHERE code = $1) AND code <> $1 AND ${leads} ORDER BY code LIMIT $2`,
    values: [code, limit],
  })
  return rows
}
