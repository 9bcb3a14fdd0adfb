import type pg from 'pg'

export type Filter = { city: string; building: string | null; code: string | null }
export type PlateLine = { code: string; serial: string; elevatorId: string; place: string; title: string }

/**
 * Active plates of a city by code after `after`. `building` is a building's key, or words that all stand in the place,
 * building, car or code.
 */
export const readPlateLines = async (
  db: pg.Pool,
  { city, building, code }: Filter,
  after: string,
  limit: number,
): Promise<PlateLine[]> => {
  const words = (building ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await db.query<PlateLine>({
    name: 'plate-lines',
    text: `SELECT l.code, p.serial, l.elevator_id AS "elevatorId", l.place, l.title FROM listing l
      JOIN plate p ON p.code = l.code AND p.status = 'active'
      WHERE l.city_key = $1 AND l.code > $2 AND ($3::text IS NULL OR l.code = $3)
        AND ($4::text IS NULL OR l.building_key = $4 OR l.search ILIKE ALL ($5::text[]))
      ORDER BY l.code LIMIT $6`,
    values: [city, after, code, building, words, limit],
  })
  return rows
}

export type PlateFacts = { rescueCode: string | null; propertyNumber: string | null }

const newestFirst = (field: string): string => `COALESCE((s.field_as_of ->> '${field}')::date, s.as_of) DESC, o.name`

const factsSql = `SELECT
  (SELECT s.fields ->> 'rescueCode' FROM statement s JOIN source o ON o.id = s.source_id
   WHERE s.elevator_id = $1 AND s.fields ->> 'rescueCode' IS NOT NULL
   ORDER BY ${newestFirst('rescueCode')} LIMIT 1) AS "rescueCode",
  (SELECT u.phone_24h FROM statement s JOIN source o ON o.id = s.source_id
   JOIN organization u ON u.id = (s.fields ->> 'useUnit')::uuid
   WHERE s.elevator_id = $1 AND s.fields ->> 'useUnit' IS NOT NULL
   ORDER BY ${newestFirst('useUnit')} LIMIT 1) AS "propertyNumber"`

/** What the newest statements say that belongs on the plate: the rescue code and the use unit's 24 h number. */
export const readPlateFacts = async (db: pg.Pool, elevatorId: string): Promise<PlateFacts> => {
  const { rows } = await db.query<PlateFacts>({ name: 'plate-facts', text: factsSql, values: [elevatorId] })
  return rows[0] ?? { rescueCode: null, propertyNumber: null }
}

export type PlateRow = {
  status: 'active' | 'blank' | 'revoked'
  elevatorId: string | null
  reason: string | null
  successor: string | null
  serial: string
}

/** One plate, or null when no such plate was ever made. */
export const readPlate = async (db: pg.Pool | pg.ClientBase, code: string): Promise<PlateRow | null> => {
  const { rows } = await db.query<PlateRow>(
    'SELECT status, elevator_id AS "elevatorId", reason, successor, serial FROM plate WHERE code = $1',
    [code],
  )
  return rows[0] ?? null
}

/** Blank plates of a batch by serial after `after`; a serial is `<batch>-<number>`. */
export const readBlankPlates = async (
  db: pg.Pool,
  batch: string,
  after: string,
  limit: number,
): Promise<{ code: string; serial: string }[]> => {
  const { rows } = await db.query<{ code: string; serial: string }>(
    `SELECT code, serial FROM plate
      WHERE status = 'blank' AND starts_with(serial, $1) AND serial > $2 ORDER BY serial LIMIT $3`,
    [`${batch}-`, after, limit],
  )
  return rows
}

/** Puts blank plates in the pool. Answers the codes that were free; the others belong to plates made before. */
export const insertBlankPlates = async (
  db: pg.Pool,
  plates: readonly { code: string; serial: string }[],
): Promise<Set<string>> => {
  const { rows } = await db.query<{ code: string }>(
    `INSERT INTO plate (code, status, serial)
      SELECT code, 'blank', serial FROM unnest($1::text[], $2::text[]) AS p (code, serial)
      ON CONFLICT (code) DO NOTHING RETURNING code`,
    [plates.map(({ code }) => code), plates.map(({ serial }) => serial)],
  )
  return new Set(rows.map(({ code }) => code))
}
