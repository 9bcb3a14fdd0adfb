import { keepCities, readCities } from '../city/cities.ts'
import { openCitySide } from '../city-side.ts'
import { readConfig } from '../config.ts'
import type { Pools } from '../database/pool.ts'

/** Opens the record for the time of a command, beside a running service or alone, and closes it again. */
export async function withRecord<T>(work: (pools: Pools) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const cities = readCities(config.citiesDir)
  const side = await openCitySide(config, (line) => console.error(line), 4)
  let closing: Promise<void> | null = null
  const close = () => (closing ??= side.close())
  // What is being written is finished or undone by its transaction; then the server is left as by an ordinary end
  const stop = () => { void close().finally(() => process.exit(130)) }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await keepCities(side.pools.rw, cities)
    return await work(side.pools)
  } catch (error) {
    if (closing) await new Promise(() => {})
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await close()
  }
}
