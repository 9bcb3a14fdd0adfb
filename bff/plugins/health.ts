import { Type } from 'typebox'
import type { App } from '../app.ts'
import type { Pools } from '../database/pool.ts'
import { Refusal } from './problems.ts'

const Health = Type.Object({ status: Type.Literal('ok') })

/** /livez: the process answers. /readyz: it can read the record. */
export function useHealth(app: App, pools: Pools): void {
  app.get('/livez', { schema: { operationId: 'livez', summary: 'The process answers', response: { 200: Health } } }, async () => ({ status: 'ok' as const }))
  app.get('/readyz', { schema: { operationId: 'readyz', summary: 'The record can be read', response: { 200: Health } } }, async () => {
    await pools.ro.query('SELECT 1 FROM city LIMIT 1').catch(() => {
      throw new Refusal('database-away')
    })
    return { status: 'ok' as const }
  })
}
