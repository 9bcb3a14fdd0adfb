import type pg from 'pg'
import { insertPlates, randomCodes, type CodeBytes } from './issue.ts'
import { readPlate } from './plate.repository.ts'

/** A plate that is not as the command takes it to be; the message is for the person who gave it. */
export class PlateRefusal extends Error {}

/** A transaction that lost against another is tried again from the start. */
const again = new Set(['40001', '40P01'])
const TRIES = 5

const inTransaction = async <T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const db = await pool.connect()
    try {
      await db.query('BEGIN')
      const result = await work(db)
      await db.query('COMMIT')
      return result
    } catch (error) {
      await db.query('ROLLBACK').catch(() => {})
      if (attempt === TRIES || !again.has((error as { code?: string }).code ?? '')) throw error
    } finally {
      db.release()
    }
  }
}

const refusal = async (db: pg.ClientBase, code: string): Promise<PlateRefusal> => {
  const plate = await readPlate(db, code)
  if (plate === null) return new PlateRefusal(`${code}: no such plate was ever made`)
  if (plate.status === 'revoked') {
    return new PlateRefusal(
      `${code} was revoked already: ${plate.reason}${plate.successor ? `; its successor is ${plate.successor}` : ''}`,
    )
  }
  return new PlateRefusal(
    `${code} is ${plate.status}${plate.status === 'active' ? ': it names an elevator' : ': it names no elevator yet'}`,
  )
}

/**
 * The elevator is known by its new code from here on: its line in lists, then the elevator itself. Imports read the
 * code from the list, so the sources of its city wait until this is done.
 */
const renumber = async (db: pg.ClientBase, elevatorId: string, from: string, to: string): Promise<void> => {
  await db.query(
    'SELECT 1 FROM source WHERE city_id = (SELECT city_id FROM elevator WHERE id = $1) ORDER BY id FOR NO KEY UPDATE',
    [elevatorId],
  )
  const { rows } = await db.query<Record<'city_key' | 'building_key' | 'place' | 'title' | 'car' | 'search', string>>(
    'DELETE FROM listing WHERE code = $1 RETURNING city_key, building_key, place, title, car, search',
    [from],
  )
  for (const line of rows) {
    await db.query(
      `INSERT INTO listing (code, elevator_id, city_key, building_key, place, title, car, search)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        to,
        elevatorId,
        line.city_key,
        line.building_key === `c:${from}` ? `c:${to}` : line.building_key,
        line.place,
        line.title === from ? to : line.title,
        line.car,
        line.search.replace(new RegExp(from, 'i'), to.toLowerCase()),
      ],
    )
  }
  await db.query('UPDATE elevator SET code = $2 WHERE id = $1', [elevatorId, to])
}

/**
 * Revokes a plate for good, active or blank; the elevator keeps its page but no code that opens it. With `replace` an
 * active plate gets a successor, which is answered. Throws PlateRefusal for a plate unknown, revoked, or blank with
 * `replace`.
 */
export const revokePlate = (
  pool: pg.Pool,
  code: string,
  reason: string,
  replace: boolean,
  bytes: CodeBytes = randomCodes,
): Promise<string | null> =>
  inTransaction(pool, async (db) => {
    const {
      rows: [revoked],
    } = await db.query<{ elevatorId: string | null }>(
      `UPDATE plate SET status = 'revoked', reason = $2
        WHERE code = $1 AND status <> 'revoked' RETURNING elevator_id AS "elevatorId"`,
      [code, reason],
    )
    if (revoked === undefined) throw await refusal(db, code)
    if (!replace) return null
    if (revoked.elevatorId === null)
      throw new PlateRefusal(`${code} is blank: it names no elevator that could get another plate`)
    const next = { id: revoked.elevatorId, ref: code, code: '' }
    await insertPlates(db, [next], bytes)
    await db.query('UPDATE plate SET successor = $2 WHERE code = $1', [code, next.code])
    await renumber(db, revoked.elevatorId, code, next.code)
    return next.code
  })

/**
 * Makes a blank plate the plate of the elevator that `elevatorCode` names or named; the plate it had is revoked with
 * this one as successor. Answers the code the elevator had. Throws PlateRefusal for a plate not blank or a code of no
 * elevator.
 */
export const bindPlate = (pool: pg.Pool, code: string, elevatorCode: string, reason: string): Promise<string> =>
  inTransaction(pool, async (db) => {
    const target = await readPlate(db, elevatorCode)
    if (target === null || target.elevatorId === null) throw await refusal(db, elevatorCode)
    const bound = await db.query(
      `UPDATE plate SET status = 'active', elevator_id = $2 WHERE code = $1 AND status = 'blank'`,
      [code, target.elevatorId],
    )
    if (bound.rowCount === 0) throw await refusal(db, code)
    const {
      rows: [elevator],
    } = await db.query<{ code: string }>('SELECT code FROM elevator WHERE id = $1 FOR NO KEY UPDATE', [
      target.elevatorId,
    ])
    if (elevator === undefined) throw new PlateRefusal(`${elevatorCode}: its elevator is not on record`)
    await db.query(
      `UPDATE plate SET status = 'revoked', reason = COALESCE(reason, $3), successor = $2
        WHERE code = $1 AND (status = 'active' OR successor IS NULL)`,
      [elevator.code, code, reason],
    )
    await renumber(db, target.elevatorId, elevator.code, code)
    return elevator.code
  })
