import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { Refusal } from './problems.ts'

/** Prometheus text at /metrics, for this machine or with the token of TIMA_METRICS_TOKEN. */
export function useMetrics(app: App, config: Config): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'tima_http_seconds', help: 'Time to answer by route and status', labelNames: ['route', 'status'], registers: [register],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  })
  /** Found by route and status once, not at every answer. */
  const series = new Map<string, Histogram.Internal<'route' | 'status'>>()
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const key = `${reply.statusCode} ${route}`
    let one = series.get(key)
    if (!one) series.set(key, (one = seconds.labels(route, String(reply.statusCode))))
    one.observe(reply.elapsedTime / 1000)
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
