import type { City } from '@tima/contract/city.ts'
import type pg from 'pg'
import type { PlateKey } from '../plate/tag.ts'
import { findEntry } from './entry.ts'
import { composePage, type Page } from './page.ts'
import { PageCache } from './page-cache.ts'

/** What the elevator routes need: finding an elevator by what was scanned or typed, and its page. */
export class Elevators {
  readonly db: pg.Pool
  readonly cities: Map<string, City>
  private readonly keys: PlateKey[]
  private readonly cache: PageCache

  constructor(db: pg.Pool, cities: Map<string, City>, keys: PlateKey[], cache = new PageCache()) {
    this.db = db
    this.cities = cities
    this.keys = keys
    this.cache = cache
  }

  /** Throws Refusal as findEntry does. */
  find(entry: string): Promise<{ code: string; elevatorId: string }> {
    return findEntry(this.db, this.keys, entry)
  }

  /** Throws Refusal as findEntry does. Answers may be some seconds old (page-cache.ts). */
  async page(entry: string): Promise<Page> {
    const kept = this.cache.get(entry)
    if (kept) return kept
    return await this.cache.load(entry, async () => {
      const { code, elevatorId } = await this.find(entry)
      return await composePage(this.db, this.cities, code, elevatorId, new Date())
    })
  }

  /** Something changed: pages are read anew. */
  forget(): void {
    this.cache.clear()
  }
}
