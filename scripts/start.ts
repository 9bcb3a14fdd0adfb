import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readCities } from '../bff/city/cities.ts'
import { readConfig } from '../bff/config.ts'
import { parsePlateKeys } from '../bff/plate/tag.ts'

/** A wrong setting is named before anything takes time. */
try {
  const config = readConfig(process.env)
  parsePlateKeys(config.plateKeys)
  readCities(config.citiesDir)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

const build = spawnSync(process.execPath, [join(import.meta.dirname, 'build-once.mjs'), 'h5'], { stdio: ['ignore', 'inherit', 'inherit'] })
if (build.status !== 0) {
  console.error('The h5 build did not succeed; the reason stands above.')
  process.exit(1)
}
await import('../bff/main.ts')
