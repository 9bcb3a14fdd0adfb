import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { Refusal } from './problems.ts'
import { Times } from './times.ts'

/** Prometheus text at /metrics, for this machine or with the token of TIMA_METRICS_TOKEN. */
export function useMetrics(app: App, config: Config): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const times = new Times()
  times.register(register)
  app.addHook('onResponse', (request, reply, done) => {
    times.observe(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(config.metricsToken, request.ip, request.headers.authorization)) throw new Refusal('not-found')
    return reply.type(register.contentType).send(await register.metrics())
  })
}

function mayRead(token: string | null, address: string, authorization = ''): boolean {
  if (!token) return /^(::1|(::ffff:)?127\.)/.test(address)
  const expected = Buffer.from(`Bearer ${token}`)
  const given = Buffer.from(authorization)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
