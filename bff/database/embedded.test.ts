import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'

const holder = `
  import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
  const { url, stop } = await startEmbedded(process.argv[1])
  console.log(url)
  process.on('SIGTERM', async () => { await stop(); process.exit(0) })
  setInterval(() => {}, 1000)`

/** Another process that uses the server in `place`, as a service would. */
function hold(place: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, place], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve({ url: data.toString().trim(), process: child }))
    child.once('exit', () => reject(new Error('the other process ended')))
  })
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

describe('the embedded server', () => {
  let place: string
  before(() => {
    place = mkdtempSync(join(tmpdir(), 'tima-embedded-'))
    chmodSync(place, 0o711)
  })
  after(() => rmSync(place, { recursive: true, force: true }))

  test('stops with its only user and keeps what was written', async () => {
    const first = await startEmbedded(place)
    const client = new pg.Client({ connectionString: first.url })
    await client.connect()
    await client.query('CREATE TABLE kept AS SELECT 42 AS n')
    await client.end()
    await first.stop()
    assert.equal(await answers(first.url), false)
    const second = await startEmbedded(place)
    const again = new pg.Client({ connectionString: second.url })
    await again.connect()
    assert.equal((await again.query<{ n: number }>('SELECT n FROM kept')).rows[0]?.n, 42)
    await again.end()
    await second.stop()
  })

  test('a server left behind by kill -9 is joined and stopped in order', async () => {
    const service = await hold(place)
    service.process.kill('SIGKILL')
    await ended(service.process)
    assert.equal(await answers(service.url), true, 'the orphan runs')
    const next = await startEmbedded(place)
    assert.equal(next.url, service.url)
    await next.stop()
    assert.equal(await answers(service.url), false)
  })

  test('a command beside a running service leaves the server to it, whoever came first', async () => {
    const command = await startEmbedded(place)
    const service = await hold(place)
    assert.equal(service.url, command.url)
    await command.stop()
    assert.equal(await answers(service.url), true)
    service.process.kill('SIGTERM')
    await ended(service.process)
    assert.equal(await answers(service.url), false)
  })
})
