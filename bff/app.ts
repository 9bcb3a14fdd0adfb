import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import type { City } from '@tima/contract/city.ts'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type RawReplyDefaultExpression, type RawRequestDefaultExpression, type RawServerDefault } from 'fastify'
import { cityRoutes } from './city/city.routes.ts'
import { ServedCities } from './city/served-cities.ts'
import type { Config } from './config.ts'
import type { Pools } from './database/pool.ts'
import { appFiles, cardRoutes, refusalPages } from './elevator/card.routes.ts'
import { elevatorRoutes } from './elevator/elevator.routes.ts'
import { Elevators } from './elevator/elevators.ts'
import { importRoutes } from './import/import.routes.ts'
import { parsePlateKeys } from './plate/tag.ts'
import { useAppFiles } from './plugins/app-files.ts'
import { useHeaders } from './plugins/headers.ts'
import { useHealth } from './plugins/health.ts'
import { useLimits } from './plugins/limits.ts'
import { openLog, useLog, type Log } from './plugins/log.ts'
import { useMetrics } from './plugins/metrics.ts'
import { useOpenApi } from './plugins/openapi.ts'
import { problemPages } from './plugins/problem-pages.ts'
import { answerProblem, useProblems } from './plugins/problems.ts'

export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>

export type Deps = { config: Config; pools: Pools; cities: Map<string, City>; log?: Log }

/** Composes the city side. Everything a route may use is handed to it here. */
export async function buildApp({ config, pools, cities, log = openLog(config.logLevel) }: Deps): Promise<App> {
  const files = appFiles(config.appDir)
  const served = new ServedCities(pools.ro, cities)
  await served.list()
  const refusePage = refusalPages(served, files)
  const app: App = Fastify({
    frameworkErrors: (error, request, reply) => (request.url.startsWith('/e/') ? refusePage : answerProblem)(request, reply, error),
    loggerInstance: log.logger as FastifyBaseLogger,
    // The id of a request is written where something is logged of it; a logger for each request costs every answer.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies > 0 && ((_address, hop) => hop < config.trustedProxies),
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()

  useProblems(app)
  useLog(app, log)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['gzip'] })
  useHeaders(app)
  useMetrics(app, config)
  await useLimits(app, config)
  await useOpenApi(app, config)
  useHealth(app, pools)
  problemPages(app)

  const elevators = new Elevators(pools.ro, cities, parsePlateKeys(config.plateKeys))
  await app.register(async (scope) => {
    cityRoutes(scope as App, served)
    elevatorRoutes(scope as App, elevators)
    cardRoutes(scope as App, elevators, files, refusePage)
  })
  const onStored = () => {
    elevators.forget()
    served.forget()
  }
  await app.register(async (scope) => importRoutes(scope as App, { pool: pools.rw, onStored }))
  await useAppFiles(app, config.appDir)
  return app
}
