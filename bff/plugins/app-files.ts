import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from '../app.ts'

/** The built h5 app: hashed files under /app/ for ever, the page itself at / and under /pages/. */
export async function useAppFiles(app: App, appDir: string): Promise<void> {
  if (!existsSync(join(appDir, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: appDir, prefix: '/app/', index: false, preCompressed: true, decorateReply: true, cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', /\.[0-9a-f]{8}\./.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  for (const path of ['/', '/pages/*']) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
  }
  app.get('/sw.js', { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('sw.js'))
}
