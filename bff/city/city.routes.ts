import { Cities } from '@tima/contract/city.ts'
import type { App } from '../app.ts'
import type { ServedCities } from './served-cities.ts'

/** The cities served here with their numbers to call: for whoever has no elevator's page to read them from. */
export function cityRoutes(app: App, cities: ServedCities): void {
  app.get('/v1/cities', {
    schema: { operationId: 'getCities', summary: 'The cities served here and their rescue hotlines', response: { 200: Cities } },
  }, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=600')
    const items = (await cities.list()).map(({ key, names, demo, hotline, otherNumbers }) => ({ key, names, demo, hotline, otherNumbers }))
    return { items }
  })
}
