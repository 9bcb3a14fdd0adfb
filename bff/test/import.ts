import type { ImportKind, ImportRows, RowResult } from '@tima/contract/import.ts'
import type pg from 'pg'
import { beginRun } from '../import/runs.ts'
import { openSource, type Source } from '../import/source.ts'
import { openWriter } from '../import/writer.ts'

/** Sends rows as one run of a source. */
export async function send<K extends ImportKind>(db: pg.Pool, source: Source, kind: K, rows: ImportRows[K][]): Promise<RowResult[]> {
  const write = openWriter(db, source, { importId: await beginRun(db, source, kind, null) })
  return await write(rows.map((row, at) => ({
    line: at + 1, kind, ref: ('ref' in row ? row.ref : undefined) ?? null, row: row as unknown as Record<string, unknown>, message: null, warnings: [],
  })))
}

/** A source of 青屿市 that may state everything. */
export const source = (db: pg.Pool, key: string, kind: Source['kind']): Promise<Source> =>
  openSource(db, 'qingyu', { key, name: `${key} 来源`, kind })
