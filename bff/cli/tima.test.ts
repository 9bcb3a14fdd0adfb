import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import type { ImportSummary, RowResult } from '@tima/contract/import.ts'
import { projectRoot } from '../config.ts'
import { startEmbedded } from '../database/embedded.ts'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tima-cli-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
const excerpt = join(projectRoot, 'bff', 'import', 'fixtures', 'nyc-excerpt.csv')
const mapping = join(projectRoot, 'mappings', 'nyc.json')

let side: TestCitySide
before(async () => { side = await testCitySide() })

type Ended = { code: number | null; out: string; err: string }
function tima(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectRoot, 'bff', 'cli', 'tima.ts'), ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: side.url, TIMA_DATA_DIR: scratch },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data: Buffer) => { out += data.toString() })
  child.stderr.on('data', (data: Buffer) => { err += data.toString() })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

describe('tima import', () => {
  test('stores a file, says what became of it and writes a line for every row', async () => {
    const report = join(scratch, 'report.ndjson')
    const { code, out } = await tima('import', excerpt, '--mapping', mapping, '--report', report)
    assert.equal(code, 0)
    assert.match(out, /^132 rows in [\d.]+ s/)
    assert.match(out, /elevators: 68 created/)
    const rows = readFileSync(report, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as RowResult)
    assert.equal(rows.length, 132)
    assert.deepEqual(rows[0], { line: 2, kind: 'elevators', ref: '1D10028', outcome: 'created', code: rows[0]!.code })
  })

  test('refused rows are told and make the exit code 3', async () => {
    const file = join(scratch, 'broken.csv')
    writeFileSync(file, `${readFileSync(excerpt, 'utf8')}too,short\n`)
    const { code, out } = await tima('import', file, '--mapping', mapping)
    assert.equal(code, 3)
    assert.match(out, /line 70, elevators \(no ref\): row-unreadable: has 2 cells where the header has 25/)
  })

  test('mistakes are told in one sentence, by name', async () => {
    const wrong = join(scratch, 'wrong.json')
    const change = (text: string) => writeFileSync(wrong, text)
    const sentence = async (...args: string[]) => {
      const { code, err } = await tima('import', ...args)
      assert.notEqual(code, 0)
      assert.doesNotMatch(err, /\n\s+at /, 'no stack')
      return err
    }
    assert.match(await sentence(), /Say which file to import/)
    assert.match(await sentence('nowhere.csv', '--mapping', mapping), /no file nowhere\.csv/)
    assert.match(await sentence(excerpt, '--maping', mapping), /--maping/)
    change('{ "about": "x", ')
    assert.match(await sentence(excerpt, '--mapping', wrong), /wrong\.json: .*JSON/)
    change(readFileSync(mapping, 'utf8').replace('"unit": "lb"', '"unit": "stone"'))
    assert.match(await sentence(excerpt, '--mapping', wrong), /wrong\.json.*ratedLoadKg/)
    change(readFileSync(mapping, 'utf8').replace('"ratedSpeed"', '"speed"'))
    assert.match(await sentence(excerpt, '--mapping', wrong), /rows\[0\]\.fields\.speed: is none of district/)
    change(readFileSync(mapping, 'utf8').replace('"about"', '"abuot"'))
    assert.match(await sentence(excerpt, '--mapping', wrong), /abuot|about/)
    change(readFileSync(mapping, 'utf8').replace('"city": "nyc"', '"city": "atlantis"'))
    assert.match(await sentence(excerpt, '--mapping', wrong), /no city "atlantis"/)
  })
})

describe('tima import alone, with a server of its own', () => {
  test('Ctrl-C leaves whole rows and no server behind', async () => {
    const place = mkdtempSync(join(tmpdir(), 'tima-alone-'))
    chmodSync(place, 0o711)
    const [header, ...rows] = readFileSync(excerpt, 'utf8').trimEnd().split('\n')
    const file = join(scratch, 'large.csv')
    writeFileSync(file, [header, ...Array.from({ length: 60_000 }, (_, n) => rows[n % rows.length]!.replace(/^\w+/, `1P${n}`)), ''].join('\n'))
    const run = (...args: string[]) => spawn(process.execPath, [join(projectRoot, 'bff', 'cli', 'tima.ts'), 'import', file, '--mapping', mapping, ...args], {
      env: { PATH: process.env.PATH, TIMA_DATA_DIR: place }, stdio: ['ignore', 'ignore', 'pipe'],
    })
    const report = join(scratch, 'cut.ndjson')
    const child = run('--report', report)
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (existsSync(report) && statSync(report).size > 0) {
          clearInterval(timer)
          resolve()
        }
      }, 20)
    })
    child.kill('SIGINT')
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 130)
    assert.ok(!existsSync(join(place, 'postgres', 'postmaster.pid')), 'the server has ended')

    const server = await startEmbedded(place)
    const db = new pg.Client({ connectionString: server.url })
    await db.connect()
    const { rows: [found] } = await db.query<{ elevators: number; whole: number }>(
      `SELECT (SELECT count(*) FROM elevator)::int AS elevators, (SELECT count(*) FROM elevator e JOIN plate p ON p.elevator_id = e.id
         JOIN listing l ON l.elevator_id = e.id JOIN statement s ON s.elevator_id = e.id JOIN alias a ON a.elevator_id = e.id)::int AS whole`)
    await db.end()
    await server.stop()
    rmSync(place, { recursive: true, force: true })
    assert.ok(found!.elevators > 0 && found!.elevators < 60_000, String(found!.elevators))
    assert.equal(found!.whole, found!.elevators)
  })
})

describe('tima keys', () => {
  test('a key is shown once, works, is listed without itself, and ends when revoked', async () => {
    const made = await tima('keys', 'add', '--city', 'qingyu', '--source', 'yueqiaoli', '--label', 'property system', '--name', '月桥里物业', '--kind', 'property', '--fields', 'carBell,checks')
    assert.equal(made.code, 0, made.err)
    const key = made.out.trim()
    assert.match(key, /^tima_[\w-]{43}$/)
    const post = () => side.app.inject({ method: 'POST', url: '/v1/imports/checks', payload: '[]', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } })
    assert.equal((await post()).json<ImportSummary>().rows, 0)
    const stored = await side.pools.rw.query<{ text: string }>('SELECT row_to_json(k)::text AS text FROM api_key k')
    assert.ok(stored.rows.every(({ text }) => !text.includes(key.slice(5))))

    const listed = (await tima('keys', 'list')).out
    assert.match(listed, /qingyu\/yueqiaoli\tproperty system\tsince \d{4}-\d\d-\d\d\tcarBell,checks/)
    assert.ok(!listed.includes(key))
    assert.equal((await tima('keys', 'revoke', listed.split('\t')[0]!)).code, 0)
    assert.equal((await post()).statusCode, 403)
    assert.equal((await tima('keys', 'revoke', 'nothing')).code, 1)
  })

  test('a new source needs a name and a kind, a field has to exist', async () => {
    assert.match((await tima('keys', 'add', '--city', 'qingyu', '--source', 'nobody', '--label', 'x')).err, /say its --name and --kind/)
    assert.match((await tima('keys', 'add', '--city', 'qingyu', '--source', 'nobody', '--label', 'x', '--fields', 'florrs')).err, /"florrs" is none of/)
  })
})

test('an unknown command is told which there are', async () => {
  const { code, err } = await tima('imprt')
  assert.equal(code, 2)
  assert.match(err, /import \| keys \| plates/)
})
