import type { City } from '@tima/contract/city.ts'
import type pg from 'pg'

const LIFETIME = 60_000

/** The cities that have elevators on record; all configured ones while there is none, or while nobody can be asked. */
export class ServedCities {
  private readonly db: pg.Pool
  private readonly cities: Map<string, City>
  private known: City[]
  private until = 0

  constructor(db: pg.Pool, cities: Map<string, City>) {
    this.db = db
    this.cities = cities
    this.known = [...cities.values()]
  }

  /** What is known at once, for an answer that cannot wait; asks anew behind it. */
  now(): City[] {
    void this.list()
    return this.known
  }

  /** Elevators came in: the next answer asks again. */
  forget(): void {
    this.until = 0
  }

  async list(): Promise<City[]> {
    if (this.until > Date.now()) return this.known
    const keys = await this.db
      .query<{ key: string }>('SELECT c.key FROM city c WHERE EXISTS (SELECT 1 FROM listing l WHERE l.city_key = c.key)')
      .then(({ rows }) => rows.map(({ key }) => key), () => null)
    if (keys) {
      const served = [...this.cities.values()].filter(({ key }) => keys.includes(key))
      if (served.length) this.known = served
      this.until = Date.now() + LIFETIME
    }
    return this.known
  }
}
