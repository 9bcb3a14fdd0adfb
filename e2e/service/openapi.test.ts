import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { problems } from '@tima/contract/problem.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { emptyDatabase, startService, type Service } from './service.ts'

type Operation = { operationId?: string; responses: Record<string, unknown> }
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

describe('the published contract', () => {
  let service: Service
  let drop: () => Promise<void>
  let document: Document
  before(async () => {
    const database = await emptyDatabase()
    drop = database.drop
    service = await startService({ DATABASE_URL: database.url })
    document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Document
  })
  after(async () => {
    await service.stop()
    await drop()
  })

  test('is valid OpenAPI 3.1', async () => {
    assert.equal(document.openapi, '3.1.0')
    const result = await new Validator().validate(structuredClone(document) as never)
    assert.ok(result.valid, JSON.stringify(result.errors))
  })

  test('names every operation once, with its refusals', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })))
    const names = operations.map(({ operationId }) => operationId)
    assert.ok(names.every(Boolean) && new Set(names).size === names.length, String(names))
    const page = operations.find(({ operationId }) => operationId === 'getElevator')!
    assert.equal(page.path, '/v1/elevators/{entry}')
    assert.deepEqual(Object.keys(page.responses).sort(), ['200', '400', '403', '404', '409', '410', '429'])
  })

  test('every refusal has a stable page of its own address', async () => {
    for (const kind of Object.keys(problems)) {
      const answer = await fetch(`${service.url}/problems/${kind}`)
      assert.equal(answer.status, 200, kind)
    }
  })

  test('an unknown path and an unknown method are refused in the contract’s words', async () => {
    for (const [path, init] of [['/v1/nothing', {}], ['/v1/elevators', { method: 'DELETE' }], ['/%00', {}]] as const) {
      const answer = await fetch(service.url + path, init)
      assert.equal(answer.status, path === '/%00' ? answer.status : 404)
      assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
    }
  })
})
