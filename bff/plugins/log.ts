import { pino, type Logger } from 'pino'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'

/** One line a request: id, route pattern, status, milliseconds. Never an address, a query or a code: they tell who was where. */
export function useLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
  })
}

export function logger(level: Config['logLevel']): Logger {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`, redact: ['req', 'res'] })
}
