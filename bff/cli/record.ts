import { keepCities, readCities } from '../cities.ts'
import { openCitySide } from '../city-side.ts'
import { readConfig } from '../config.ts'
import type { Pools } from '../database/pool.ts'

/** Opens the record for the time of a command, beside a running service or alone, and closes it again. */
export async function withRecord<T>(work: (pools: Pools) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const cities = readCities(config.citiesDir)
  const side = await openCitySide(config, (line) => console.error(line), 4)
  try {
    await keepCities(side.pools.rw, cities)
    return await work(side.pools)
  } finally {
    await side.close()
  }
}
