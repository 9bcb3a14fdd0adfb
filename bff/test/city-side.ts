import { join } from 'node:path'
import { after } from 'node:test'
import type { City } from '@tima/contract/city.ts'
import { buildApp, type App } from '../app.ts'
import { keepCities, readCities } from '../city/cities.ts'
import { projectRoot, readConfig, type Config } from '../config.ts'
import type { Pools } from '../database/pool.ts'
import { parsePlateKeys, plateTag } from '../plate/tag.ts'
import { testDatabase } from './database.ts'

export const plateKeys = `A:${Buffer.alloc(32, 7).toString('base64url')}`
export const tagOf = (code: string): string => plateTag(code, parsePlateKeys(plateKeys)[0])

export type TestCitySide = { app: App; pools: Pools; cities: Map<string, City>; url: string; config: Config }

const apps: App[] = []
after(async () => { for (const app of apps) await app.close() })

/** The city side on a fresh database, asked through `app.inject`. Its cities are those the project ships. */
export async function testCitySide(settings: NodeJS.ProcessEnv = {}): Promise<TestCitySide> {
  const { url, pools } = await testDatabase()
  const config = readConfig({ TIMA_PLATE_KEYS: plateKeys, TIMA_LOG_LEVEL: 'silent', TIMA_RATE_LIMIT: '1000000', DATABASE_URL: url, ...settings })
  const cities = readCities(join(projectRoot, 'cities'))
  await keepCities(pools.rw, cities)
  const app = await buildApp({ config, pools, cities })
  apps.push(app)
  return { app, pools, cities, url, config }
}
