import swagger from '@fastify/swagger'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'

/** OpenAPI 3.1 at /openapi.json, made from the contract's schemas on the routes. */
export async function useOpenApi(app: App, config: Config): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tima 梯码', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        description: 'One code on every elevator. Every public value is a fact with its provenance; refusals are problem+json.',
      },
      servers: [{ url: config.publicUrl }],
      components: { securitySchemes: { organizationKey: { type: 'http', scheme: 'bearer', description: 'From `tima keys add`' } } },
    },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
