import { buildApp, type App } from './app.ts'
import { keepCities, readCities } from './city/cities.ts'
import { openCitySide } from './city-side.ts'
import { ConfigError, readConfig } from './config.ts'
import { dayIn } from './day-in.ts'
import { seedDemo } from './demo/seed.ts'
import { greet } from './greeting.ts'

/** A start that cannot succeed says why in one sentence. */
function refuse(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function settings() {
  try {
    const config = readConfig(process.env)
    return { config, cities: readCities(config.citiesDir) }
  } catch (error) {
    return refuse(error)
  }
}

const { config, cities } = settings()
const opening = openCitySide(config, (line) => console.log(line))
let app: App | null = null
let stopping = false

/** Leaves nothing behind, also when asked in the middle of a start: the database has its own process. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  const side = await opening.catch(refuse)
  if (app) {
    const { server } = app
    // A browser keeps connections open on which it has asked nothing yet; they are not waited for.
    setTimeout(() => server.closeAllConnections(), 2_000).unref()
    await app.close()
  }
  await side.close()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))

async function start(): Promise<void> {
  const { pools } = await opening
  await keepCities(pools.rw, cities)
  const demo = config.demo && cities.get('qingyu')
  if (demo) {
    const rows = await seedDemo(pools.rw, dayIn(demo.timeZone, new Date()))
    if (rows) console.log(`The demo city ${demo.names.zh} is loaded: ${rows} rows.`)
  }
  app = await buildApp({ config, pools, cities })
  await app.listen({ port: config.port, host: config.host }).catch((error: Error) => {
    throw new ConfigError('PORT', error.message)
  })
  await greet(config, pools, app.server.address())
}

await start().catch(async (error: unknown) => {
  // What breaks off because a stop was asked for is no failure of the start.
  if (!stopping) console.error(error instanceof Error ? error.message : error)
  await stop(1)
})
