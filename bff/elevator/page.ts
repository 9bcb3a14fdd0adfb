import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { City } from '@tima/contract/city.ts'
import type { RideBasis } from '@tima/contract/elevator.ts'
import { dueFacts } from '@tima/domain/due.ts'
import { fitToRide } from '@tima/domain/ride.ts'
import type pg from 'pg'
import { readPage } from './elevator.repository.ts'

/** Stops of the history that come with the page; the rest is asked for page by page. */
const STOPS = 8

export type Page = { code: string; city: City; json: Buffer; etag: string; gzip?: Buffer }

/** The page's JSON in gzip, made once for all who ask while the page is kept. */
export const packed = (page: Page): Buffer => (page.gzip ??= gzipSync(page.json, { level: 4 }))

/**
 * The page of one elevator as it stands at `now`. PostgreSQL writes the JSON; the rules' answers are added at its end, so
 * that the large part is never parsed here.
 */
export async function composePage(db: pg.Pool, cities: Map<string, City>, code: string, elevatorId: string, now: Date): Promise<Page> {
  const row = await readPage(db, elevatorId, now, STOPS)
  const city = row && cities.get(row.city)
  if (!row || !city) throw new Error(`the plate ${code} points to an elevator that is not on record`)
  const basis = JSON.parse(row.basis) as RideBasis
  const due = dueFacts(basis, city.ruleSet, row.today)
  const ride = fitToRide(basis, city.ruleSet, { today: row.today, moment: now.toISOString() })
  const json = Buffer.from(`${row.body.slice(0, -1)},"due":${JSON.stringify(due)},"ride":${JSON.stringify(ride)}}`)
  return { code, city, json, etag: `"${createHash('sha1').update(json).digest('base64url').slice(0, 20)}"` }
}
