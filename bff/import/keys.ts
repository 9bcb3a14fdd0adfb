import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import type { Source } from './source.ts'

/** Kept is only the hash: 256 random bits need no slow hash. */
export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Makes a Bearer key for a source. The key is answered once and cannot be read again. */
export async function addKey(db: pg.Pool, source: Source, label: string): Promise<{ id: string; key: string }> {
  const id = uuid7()
  const key = `tima_${randomBytes(32).toString('base64url')}`
  await db.query('INSERT INTO api_key (id, source_id, label, secret_hash) VALUES ($1, $2, $3, $4)', [id, source.id, label, keyHash(key)])
  return { id, key }
}

export type KeyLine = { id: string; label: string; city: string; source: string; fields: string[] | null; created: string; revoked: string | null }

export async function listKeys(db: pg.Pool): Promise<KeyLine[]> {
  const { rows } = await db.query<KeyLine>(
    `SELECT k.id, k.label, c.key AS city, s.key AS source, s.fields, k.created_at::date AS created, k.revoked_at::date AS revoked
     FROM api_key k JOIN source s ON s.id = k.source_id JOIN city c ON c.id = s.city_id ORDER BY k.id`,
  )
  return rows
}

/** False when there is no such key, or it was revoked before. */
export async function revokeKey(db: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await db.query('UPDATE api_key SET revoked_at = now() WHERE id::text = $1 AND revoked_at IS NULL', [id])
  return rowCount === 1
}
