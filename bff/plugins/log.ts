import { pino, type Logger } from 'pino'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'

/** One line a request: id, route pattern, status, milliseconds. Never an address, a query or a code: they tell who was where. */
export function useLog(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
    done()
  })
}

/** Lines go to stdout some at a time and within half a second, so that a slow reader holds up no answer; the rest when the process ends. */
export function logger(level: Config['logLevel']): Logger {
  const out = pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: 500 })
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`, redact: ['req', 'res'] }, out)
}
