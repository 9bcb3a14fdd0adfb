import rateLimit from '@fastify/rate-limit'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { Refusal } from './problems.ts'

/** Requests a minute from one address. Generous, because a whole estate may share one; health is never limited. */
export async function useLimits(app: App, config: Config): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: config.rateLimit,
    timeWindow: 60_000,
    cache: 20_000,
    // Only a refusal says what the limit is: on every other answer it would be bytes nobody reads.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    allowList: (request) => /^\/(livez|readyz|metrics|app\/|sw\.js)/.test(request.url),
    errorResponseBuilder: () => new Refusal('too-many-requests'),
  })
}
