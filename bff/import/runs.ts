import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import type { Source } from './source.ts'

/** Opens an entry for one run of an import; every fact of the run names it. */
export async function beginRun(db: pg.Pool, source: Source, kind: string, fileName: string | null): Promise<string> {
  const id = uuid7()
  await db.query('INSERT INTO import_run (id, source_id, kind, file_name) VALUES ($1, $2, $3, $4)', [id, source.id, kind, fileName])
  return id
}

export async function endRun(db: pg.Pool, id: string, counts: unknown): Promise<void> {
  await db.query('UPDATE import_run SET finished_at = now(), counts = $2 WHERE id = $1', [id, JSON.stringify(counts)])
}
