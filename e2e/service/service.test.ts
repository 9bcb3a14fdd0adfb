import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { emptyDatabase, end, projectRoot, startService, type Service } from './service.ts'

/** Server processes whose data is in `place`. */
const servers = (place: string): string[] =>
  spawnSync('pgrep', ['-f', `postgres.*-D ${place}`], { encoding: 'utf8' }).stdout.trim().split('\n').filter(Boolean)

describe('the service with its own database', () => {
  let place: string
  before(() => {
    place = mkdtempSync(join(tmpdir(), 'tima-service-'))
    chmodSync(place, 0o711)
  })
  after(() => rmSync(place, { recursive: true, force: true }))

  test('an empty data directory becomes a city to look at, with a plate in the terminal', async () => {
    const service = await startService({ TIMA_DATA_DIR: place })
    await sleep(300)
    const link = /http:\/\/\S+\/e\/[0-9A-Z]{10}\.[0-9A-Z]{17}/.exec(service.output())?.[0]
    assert.ok(link, service.output())
    assert.match(service.output(), /[▀▄█]{5}/)
    const entry = link.split('/e/')[1]
    const answer = await fetch(`${service.url}/v1/elevators/${entry}`)
    assert.equal(answer.status, 200)
    assert.equal(((await answer.json()) as { demo: boolean }).demo, true)
    assert.equal((await fetch(`${service.url}/readyz`)).status, 200)
    await service.stop()
    assert.deepEqual(servers(place), [])
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} leaves no database behind`, async () => {
      const service = await startService({ TIMA_DATA_DIR: place })
      assert.equal(servers(place).length > 0, true)
      await end(service.process, signal)
      assert.equal(service.process.exitCode, 0)
      assert.deepEqual(servers(place), [])
    })
  }

  test('after kill -9 the next start takes over the database left behind and stops it in the end', async () => {
    const killed = await startService({ TIMA_DATA_DIR: place })
    await end(killed.process, 'SIGKILL')
    assert.notDeepEqual(servers(place), [])
    const next = await startService({ TIMA_DATA_DIR: place })
    assert.equal((await fetch(`${next.url}/readyz`)).status, 200)
    await next.stop()
    assert.deepEqual(servers(place), [])
  })

  test('a start that fails, here for a port that is taken, says so and leaves no database behind', async () => {
    const taken = createServer().listen(0, '0.0.0.0')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    await assert.rejects(startService({ TIMA_DATA_DIR: place, PORT: String(port) }), /PORT: .*EADDRINUSE/)
    assert.deepEqual(servers(place), [])
    taken.close()
  })

  test('Ctrl-C while it is still starting leaves no database behind', async () => {
    const child = spawn(process.execPath, ['bff/main.ts'], { cwd: projectRoot, env: { PATH: process.env.PATH, PORT: '0', TIMA_DATA_DIR: place }, stdio: 'ignore' })
    for (let i = 0; i < 400 && !servers(place).length; i++) await sleep(10)
    await end(child, 'SIGINT')
    assert.deepEqual(servers(place), [])
  })

  test('the service outlives kill -9 of its database server’s connections', async () => {
    const service: Service = await startService({ TIMA_DATA_DIR: place })
    for (const pid of servers(place).slice(1)) process.kill(Number(pid), 'SIGKILL')
    let ready = 0
    for (let i = 0; i < 100 && ready !== 200; i++) {
      await sleep(100)
      ready = (await fetch(`${service.url}/readyz`)).status
    }
    assert.equal(ready, 200)
    await service.stop()
  })
})

describe('settings fail at start, by name', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: 'abc' }, /PORT: "abc"/],
    [{ TIMA_PUBLIC_URL: 'https://tima.example/path' }, /TIMA_PUBLIC_URL/],
    [{ TIMA_PLATE_KEYS: 'A:short' }, /TIMA_PLATE_KEYS/],
    [{ TIMA_RATE_LIMIT: '-1' }, /TIMA_RATE_LIMIT/],
    [{ TIMA_PUBLICURL: 'https://tima.example' }, /TIMA_PUBLICURL: is not a setting/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, /DATABASE_URL: .*ECONNREFUSED/],
    [{ TIMA_CITIES_DIR: join(projectRoot, 'mappings') }, /mappings/],
  ]
  test('a database role that may not do what is needed: what to do about it', async () => {
    const database = await emptyDatabase('LOGIN PASSWORD \'x\'')
    await assert.rejects(startService({ DATABASE_URL: database.url }), /DATABASE_URL: permission denied.*CREATE ROLE tima_app|DATABASE_URL: permission denied.*own the database/s)
    await database.drop()
  })

  for (const [settings, named] of cases) {
    test(Object.entries(settings)[0]!.join('='), async () => {
      const child = spawn(process.execPath, ['bff/main.ts'], { cwd: projectRoot, env: { PATH: process.env.PATH, DATABASE_URL: process.env.TEST_DATABASE_SERVER, ...settings } })
      let said = ''
      child.stderr.on('data', (data: Buffer) => { said += data.toString() })
      const code = await new Promise((resolve) => child.once('exit', resolve))
      assert.notEqual(code, 0)
      assert.match(said, named)
      assert.doesNotMatch(said, /node:internal/, 'a sentence, not a stack')
    })
  }
})
