import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { City } from '@tima/contract/city.ts'
import type pg from 'pg'
import { Value } from 'typebox/value'
import { ConfigError } from '../config.ts'
import { uuid7 } from '../database/uuid7.ts'

/** The cities served here, one file each. Throws ConfigError naming the file and the place that is wrong. */
export function readCities(folder: string): Map<string, City> {
  if (!existsSync(folder)) throw new ConfigError('TIMA_CITIES_DIR', `there is no folder ${folder}`)
  const cities = new Map<string, City>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')).sort()) {
    const file = join(folder, name)
    const value: unknown = parse(file)
    const [error] = Value.Errors(City, value)
    if (error) throw new ConfigError(file, `${error.instancePath || '/'} ${error.message}`)
    const city = value as City
    if (cities.has(city.key)) throw new ConfigError(file, `the key ${city.key} is taken by another file`)
    cities.set(city.key, city)
  }
  return cities
}

/** Makes the city table say what the files say. */
export async function keepCities(db: pg.Pool, cities: Map<string, City>): Promise<void> {
  for (const city of cities.values()) {
    await db.query(
      'INSERT INTO city (id, key, config) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET config = excluded.config',
      [uuid7(), city.key, JSON.stringify(city)],
    )
  }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigError(file, (error as Error).message)
  }
}
