import { buildApp } from './app.ts'
import { keepCities, readCities } from './city/cities.ts'
import { readConfig } from './config.ts'
import { dayIn } from './day-in.ts'
import { openCitySide } from './city-side.ts'
import { seedDemo } from './demo/seed.ts'
import { greet } from './greeting.ts'

/** A start that cannot succeed says why in one sentence. */
function refuse(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start() {
  const config = readConfig(process.env)
  const cities = readCities(config.citiesDir)
  const side = await openCitySide(config, (line) => console.log(line))
  await keepCities(side.pools.rw, cities)
  const demo = config.demo && cities.get('qingyu')
  if (demo) {
    const rows = await seedDemo(side.pools.rw, dayIn(demo.timeZone, new Date()))
    if (rows) console.log(`The demo city ${demo.names.zh} is loaded: ${rows} rows.`)
  }
  const app = await buildApp({ config, pools: side.pools, cities })
  await app.listen({ port: config.port, host: config.host })
  await greet(config, side.pools, app.server.address())
  return { app, side }
}

const { app, side } = await start().catch(refuse)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // A browser keeps connections open on which it has asked nothing yet; they are not waited for.
  setTimeout(() => app.server.closeAllConnections(), 2_000).unref()
  await app.close()
  await side.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('SIGHUP', stop)
