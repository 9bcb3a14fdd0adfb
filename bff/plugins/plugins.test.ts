import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Problem } from '@tima/contract/problem.ts'
import { buildApp } from '../app.ts'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'
import { plant } from '../test/plant.ts'
import { openLog } from './log.ts'
import { refusalOf } from './problems.ts'

describe('what every answer has', () => {
  let side: TestCitySide
  before(async () => {
    side = await testCitySide()
  })

  test('headers a browser acts on, and a policy on pages', async () => {
    const api = await side.app.inject('/v1/elevators/0000000000')
    assert.equal(api.headers['x-content-type-options'], 'nosniff')
    assert.equal(api.headers['referrer-policy'], 'no-referrer')
    assert.equal(api.headers['content-security-policy'], undefined)
    const page = await side.app.inject('/e/0000000000')
    assert.match(String(page.headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/)
  })

  test('a text from outside cannot become markup', async () => {
    const name = '</script><script>alert(1)</script>"\'<b>'
    const car = await plant(side.pools.rw, 'qingyu', { register: { kind: 'registry', asOf: '2026-01-01', fields: { building: name, estate: name } } })
    const { body } = await side.app.inject(`/e/${car.code}`)
    assert.doesNotMatch(body, /<script>alert|"'<b>/)
    const mistyped = (await side.app.inject(`/e/${encodeURIComponent(name.replace('/', ''))}`)).body
    assert.doesNotMatch(mistyped, /<script>alert/)
  })

  test('a body that is too large or of another kind is refused by name', async () => {
    const large = await side.app.inject({ method: 'POST', url: '/v1/imports/visits', headers: { authorization: 'Bearer x', 'content-type': 'text/csv' }, payload: 'x' })
    assert.ok([401, 403, 415].includes(large.statusCode))
    assert.match(String(large.headers['content-type']), /problem\+json/)
  })

  test('metrics are for this machine, or for who has the token', async () => {
    const ask = (remoteAddress: string, headers = {}) => side.app.inject({ url: '/metrics', remoteAddress, headers })
    assert.match((await ask('127.0.0.1')).body, /tima_http_seconds_count\{route="[^"]+",status="404"\}/)
    assert.equal((await ask('203.0.113.9')).statusCode, 404)
    const guarded = await testCitySide({ TIMA_METRICS_TOKEN: 'a-long-token' })
    const guardedAsk = (authorization?: string) => guarded.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })
    assert.equal((await guardedAsk()).statusCode, 404)
    assert.equal((await guardedAsk('Bearer a-long-tokem')).statusCode, 404)
    assert.equal((await guardedAsk('Bearer a-long-token')).statusCode, 200)
  })

  test('a visitor who hangs up while sending is no trouble of the database', () => {
    assert.equal(refusalOf(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })).kind, 'input-invalid')
    assert.equal(refusalOf(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })).kind, 'database-away')
  })

  test('who asks too often is told to wait, and health still answers', async () => {
    const small = await testCitySide({ TIMA_RATE_LIMIT: '5' })
    let last = await small.app.inject('/v1/cities')
    for (let i = 0; i < 5; i++) last = await small.app.inject('/v1/cities')
    assert.equal(last.statusCode, 429)
    assert.equal(last.json<Problem>().type, '/problems/too-many-requests')
    assert.ok(Number(last.headers['retry-after']) > 0)
    assert.equal((await small.app.inject('/livez')).statusCode, 200)
    assert.equal((await small.app.inject({ url: '/v1/cities', remoteAddress: '203.0.113.9' })).statusCode, 200)
  })

  test('a forwarded address is believed only behind a trusted proxy', async () => {
    const open = await testCitySide({ TIMA_RATE_LIMIT: '2' })
    const ask = (app: TestCitySide['app'], n: number) => app.inject({ url: '/v1/cities', headers: { 'x-forwarded-for': `203.0.113.${n}` } })
    const statuses = [await ask(open.app, 1), await ask(open.app, 2), await ask(open.app, 3)].map((answer) => answer.statusCode)
    assert.deepEqual(statuses, [200, 200, 429])
    const proxied = await testCitySide({ TIMA_RATE_LIMIT: '2', TIMA_TRUSTED_PROXIES: '1' })
    assert.deepEqual([await ask(proxied.app, 1), await ask(proxied.app, 2), await ask(proxied.app, 3)].map((answer) => answer.statusCode), [200, 200, 200])
  })
})

test('logs say what happened and nothing of whom', async () => {
  const side = await testCitySide()
  const car = await plant(side.pools.rw, 'qingyu')
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const app = await buildApp({ config: side.config, pools: side.pools, cities: side.cities, log })
  await app.inject({ url: `/v1/elevators/${car.code}`, remoteAddress: '203.0.113.77', headers: { 'user-agent': 'SomePhone/9' } })
  await app.inject({ url: '/v1/elevators?q=%E9%99%88%E5%A4%A7%E6%96%87', remoteAddress: '203.0.113.77' })
  await app.inject({ url: '/v1/imports/visits', method: 'POST', headers: { authorization: 'Bearer secret-key' } })
  const text = lines.join('')
  await app.close()
  assert.ok(lines.length >= 3)
  assert.ok(lines.map((line) => JSON.parse(line) as { reqId?: string }).every(({ reqId }) => reqId))
  assert.match(text, /"route":"\/v1\/elevators\/:entry"/)
  for (const secret of [car.code, '203.0.113.77', 'SomePhone', '陈', '%E9', 'secret-key']) assert.ok(!text.includes(secret), secret)
})

test('with the database away the answer says so, with a number to call, and recovers', async () => {
  const side = await testCitySide()
  const car = await plant(side.pools.rw, 'qingyu')
  await side.pools.rw.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").catch(() => {})
  assert.equal((await side.app.inject(`/v1/elevators/${car.code}`)).statusCode, 200)
  const config = { ...side.config }
  const { openPools, closePools } = await import('../database/pool.ts')
  const away = openPools('postgresql://nobody:x@127.0.0.1:1/none', 'postgresql://nobody:x@127.0.0.1:1/none', 1)
  const app = await buildApp({ config, pools: away, cities: side.cities })
  const api = await app.inject(`/v1/elevators/${car.code}`)
  assert.deepEqual([api.statusCode, api.json<Problem>().type], [503, '/problems/database-away'])
  const page = await app.inject(`/e/${car.code}`)
  assert.equal(page.statusCode, 503)
  assert.match(page.body, /tel:96333/)
  assert.equal((await app.inject('/readyz')).statusCode, 503)
  assert.equal((await app.inject('/livez')).statusCode, 200)
  await app.close()
  await closePools(away)
})
