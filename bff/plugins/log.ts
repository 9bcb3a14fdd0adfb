import { pino, type DestinationStream, type Logger } from 'pino'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'

export type Log = { logger: Logger; lines: DestinationStream }

/**
 * One line a request: id, route pattern, status, milliseconds. Never an address, a query or a code: they tell who was where.
 * The line is put together here, in pino's form, because every answer pays for it; nothing in it comes from outside.
 */
export function useLog(app: App, { logger, lines }: Log): void {
  if (!logger.isLevelEnabled('info')) return
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10
    lines.write(`{"level":30,"time":"${clock()}","reqId":"${request.id}","method":"${request.method}","route":"${request.routeOptions.url ?? 'none'}","status":${reply.statusCode},"ms":${ms},"msg":"answered"}\n`)
    done()
  })
}

/** Lines go to stdout some at a time and within half a second, so that a slow reader holds up no answer; the rest when the process ends. */
export function openLog(level: Config['logLevel'], lines: DestinationStream = pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: 500 })): Log {
  return { logger: pino({ level, base: null, timestamp: () => `,"time":"${clock()}"`, redact: ['req', 'res'] }, lines), lines }
}

let at = 0
let text = ''

/** The moment as text, made once a millisecond. */
function clock(): string {
  const now = Date.now()
  if (now !== at) {
    at = now
    text = new Date(now).toISOString()
  }
  return text
}
