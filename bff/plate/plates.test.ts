import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test, type TestContext } from 'node:test'
import { formatCode, makeCode } from '@tima/domain/code.ts'
import { command } from '../cli/plates.ts'
import { plateKeys, tagOf, testCitySide, type TestCitySide } from '../test/city-side.ts'
import { plant, sourceOf } from '../test/plant.ts'
import { uuid7 } from '../database/uuid7.ts'
import { projectRoot } from '../config.ts'
import { batchName, makeBlankPlates } from './blank.ts'
import { blankPlates, cityPlates } from './city-plates.ts'
import { readPlate } from './plate.repository.ts'
import type { Plate } from './shape.ts'
import { bindPlate, PlateRefusal, revokePlate } from './succession.ts'
import { drawPdf, drawSvg, scan } from './test/scan.ts'

let side: TestCitySide
const folder = mkdtempSync(join(tmpdir(), 'tima-plates-'))
before(async () => {
  side = await testCitySide()
})
after(() => rmSync(folder, { recursive: true, force: true }))

const host = 'https://tima.example'
const linkOf = (code: string): string => `${host}/e/${code}.${tagOf(code)}`
const city = (key: string) => side.cities.get(key) ?? assert.fail(key)
const visit = async (code: string) => {
  const answer = await side.app.inject({ url: `/v1/elevators/${code}.${tagOf(code)}` })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}
const all = async (plates: AsyncIterable<Plate>): Promise<Plate[]> => {
  const list: Plate[] = []
  for await (const plate of plates) list.push(plate)
  return list
}
const listed = async (elevatorId: string) =>
  (await side.pools.rw.query<Record<string, string>>('SELECT * FROM listing WHERE elevator_id = $1', [elevatorId])).rows

const unit = async (name: string, phone: string | null): Promise<string> => {
  const id = uuid7()
  await side.pools.rw.query(
    `INSERT INTO organization (id, city_id, name, kinds, phone_24h)
      SELECT $1, id, $2, '{use-unit}', $3 FROM city WHERE key = 'qingyu'`,
    [id, name, phone],
  )
  return id
}

describe('what is printed for a city', () => {
  test('the newest word of the sources, of one building or one code, and only active plates', async () => {
    const [old, now] = [await unit('旧物业', '0000 555 0100'), await unit('月桥里物业', '0000 555 0132')]
    const west = await plant(
      side.pools.rw,
      'qingyu',
      {
        register: { kind: 'registry', asOf: '2026-01-01', fields: { rescueCode: '310427', useUnit: old } },
        property: { kind: 'property', asOf: '2026-05-01', fields: { useUnit: now } },
      },
      'n:printed:1',
    )
    const east = await plant(side.pools.rw, 'qingyu', {}, 'n:printed:1')
    await plant(side.pools.rw, 'qingyu', {}, 'n:printed:2')
    const gone = await plant(side.pools.rw, 'qingyu', {}, 'n:printed:1')
    await revokePlate(side.pools.rw, gone.code, 'scrapped', false)

    const plates = await all(cityPlates(side.pools.rw, city('qingyu'), { building: 'n:printed:1', code: null }, linkOf))
    assert.deepEqual(
      plates.map(({ code, rescueCode, propertyNumber }) => ({ code, rescueCode, propertyNumber })),
      [
        { code: west.code, rescueCode: '310427', propertyNumber: '0000 555 0132' },
        { code: east.code, rescueCode: null, propertyNumber: null },
      ],
    )
    assert.deepEqual(
      { ...plates[0], title: '' },
      {
        link: linkOf(west.code),
        code: west.code,
        place: '汀洲区 月桥里',
        title: '',
        rescueCode: '310427',
        hotline: '96333',
        propertyNumber: '0000 555 0132',
        cityName: '青屿市',
        serial: 'T-1',
        language: 'zh-CN',
      },
    )
    const byWords = await all(
      cityPlates(side.pools.rw, city('qingyu'), { building: `月桥里 ${east.code}`, code: null }, linkOf),
    )
    assert.deepEqual(
      byWords.map(({ code }) => code),
      [east.code],
    )
    const byCode = await all(cityPlates(side.pools.rw, city('qingyu'), { building: null, code: west.code }, linkOf))
    assert.deepEqual(
      byCode.map(({ code }) => code),
      [west.code],
    )
    assert.deepEqual(await all(cityPlates(side.pools.rw, city('nyc'), { building: null, code: west.code }, linkOf)), [])
  })

  test('a city larger than one reading comes whole and in order', async () => {
    await side.pools.rw.query(
      `WITH made AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 1203) n), p AS (
        INSERT INTO plate (code, status, elevator_id, serial)
        SELECT 'ZZZZZZ' || lpad(n::text, 4, '0'), 'active', id, n::text FROM made)
      INSERT INTO listing (code, elevator_id, city_key, building_key, place, title, car, search)
      SELECT 'ZZZZZZ' || lpad(n::text, 4, '0'), id, 'nyc', 'large', 'New York City', n::text, '', '' FROM made`,
    )
    const plates = await all(cityPlates(side.pools.rw, city('nyc'), { building: 'large', code: null }, linkOf))
    assert.deepEqual(
      plates.map(({ title }) => title),
      Array.from({ length: 1203 }, (_, index) => String(index + 1)),
    )
    assert.equal(plates[0]?.place, null)
  })
})

describe('the life of a plate', () => {
  test('a revoked plate says why and what replaced it; elevator and listing have the new code', async () => {
    const { id, code } = await plant(side.pools.rw, 'qingyu')
    const successor = await revokePlate(side.pools.rw, code, 'scratched', true)
    assert.ok(successor !== null && successor !== code)
    const before = await visit(code)
    assert.deepEqual([before.status, before.body.reason, before.body.successor], [410, 'scratched', successor])
    const now = await visit(successor)
    assert.deepEqual([now.status, now.body.code], [200, successor])
    const [line, ...more] = await listed(id)
    assert.equal(more.length, 0)
    assert.equal(line?.code, successor)
    assert.ok(line?.search?.includes(successor.toLowerCase()) && !line.search.toUpperCase().includes(code))
    const { rows } = await side.pools.rw.query('SELECT code FROM elevator WHERE id = $1', [id])
    assert.deepEqual(rows, [{ code: successor }])
  })

  test('a plate is revoked once; unknown and blank ones have no successor', async () => {
    const { code } = await plant(side.pools.rw, 'qingyu')
    assert.equal(await revokePlate(side.pools.rw, code, 'scrapped', false), null)
    await assert.rejects(revokePlate(side.pools.rw, code, 'again', true), /revoked already: scrapped/)
    await assert.rejects(revokePlate(side.pools.rw, makeCode('ZZZZZZZZ'), 'why', false), PlateRefusal)
    await makeBlankPlates(side.pools.rw, 'R', 1, () => {})
    const [blank] = await all(blankPlates(side.pools.rw, city('qingyu'), 'R', linkOf))
    assert.ok(blank)
    await assert.rejects(revokePlate(side.pools.rw, blank.code, 'lost', true), /is blank/)
    assert.equal((await readPlate(side.pools.rw, blank.code))?.status, 'blank')
  })

  test('of two people who replace one plate at once, one does', async () => {
    const { id, code } = await plant(side.pools.rw, 'qingyu')
    const tries = await Promise.allSettled([1, 2, 3].map(() => revokePlate(side.pools.rw, code, 'scratched', true)))
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal((await listed(id)).length, 1)
    const { rows } = await side.pools.rw.query('SELECT code FROM plate WHERE elevator_id = $1 AND status = $2', [
      id,
      'active',
    ])
    assert.equal(rows.length, 1)
  })

  test('replacing waits for an import of the city to end', async () => {
    const { id, code } = await plant(side.pools.rw, 'qingyu')
    const {
      rows: [at],
    } = await side.pools.rw.query<{ city_id: string }>('SELECT city_id FROM elevator WHERE id = $1', [id])
    const source = await sourceOf(side.pools.rw, at?.city_id ?? '', 'slow', 'registry')
    const importing = await side.pools.rw.connect()
    await importing.query('BEGIN')
    await importing.query('SELECT 1 FROM source WHERE id = $1 FOR NO KEY UPDATE', [source])
    let done = false
    const replacing = revokePlate(side.pools.rw, code, 'scratched', true).then((next) => {
      done = true
      return next
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    assert.equal(done, false)
    await importing.query('COMMIT')
    importing.release()
    const next = await replacing
    assert.deepEqual(
      (await listed(id)).map((line) => line.code),
      [next],
    )
  })

  test('blank plates have serials and answer 409; a code that is taken is drawn again', async () => {
    const taken = await plant(side.pools.rw, 'qingyu')
    const fresh = ['B1AAAAAA', 'B2AAAAAA', 'B3AAAAAA'].map(makeCode)
    const draws = [taken.code, fresh[0], fresh[0], fresh[1], fresh[1], fresh[2], fresh[0]]
    await makeBlankPlates(
      side.pools.rw,
      'C',
      3,
      () => {},
      () => draws.shift() ?? makeCode(String(draws.length).padEnd(8, 'X')),
    )
    const plates = await all(blankPlates(side.pools.rw, city('qingyu'), 'C', linkOf))
    assert.deepEqual(
      plates.map(({ serial }) => serial),
      ['C-00001', 'C-00002', 'C-00003'],
    )
    assert.equal(new Set(plates.map(({ code }) => code)).size, 3)
    assert.equal((await readPlate(side.pools.rw, taken.code))?.status, 'active')
    assert.equal((await visit(plates[0]?.code ?? '')).status, 409)
    assert.match(batchName('2026-11-21'), /^261121[0-9A-HJKMNP-TV-Z]{3}$/)
  })

  test('a bound plate opens the elevator, the plate it had leads to it, and it is bound once', async () => {
    const { id, code } = await plant(side.pools.rw, 'qingyu')
    await makeBlankPlates(side.pools.rw, 'D', 2, () => {})
    const [first, second] = await all(blankPlates(side.pools.rw, city('qingyu'), 'D', linkOf))
    assert.ok(first && second)
    assert.equal(await bindPlate(side.pools.rw, first.code, code, 'replaced'), code)
    assert.equal((await visit(first.code)).status, 200)
    assert.deepEqual([(await visit(code)).status, (await visit(code)).body.successor], [410, first.code])
    assert.deepEqual(
      (await listed(id)).map((line) => line.code),
      [first.code],
    )
    await assert.rejects(bindPlate(side.pools.rw, first.code, code, 'replaced'), /is active/)
    await assert.rejects(bindPlate(side.pools.rw, second.code, second.code, 'replaced'), /is blank/)
    assert.equal((await readPlate(side.pools.rw, second.code))?.status, 'blank')
    assert.equal(await bindPlate(side.pools.rw, second.code, code, 'replaced'), first.code)
    assert.deepEqual(await all(blankPlates(side.pools.rw, city('qingyu'), 'D', linkOf)), [])
  })

  test('an elevator whose plate was revoked gets a bound one', async () => {
    const { code } = await plant(side.pools.rw, 'qingyu')
    await revokePlate(side.pools.rw, code, 'stolen', false)
    await makeBlankPlates(side.pools.rw, 'E', 1, () => {})
    const [blank] = await all(blankPlates(side.pools.rw, city('qingyu'), 'E', linkOf))
    await bindPlate(side.pools.rw, blank?.code ?? '', code, 'replaced')
    assert.deepEqual((({ reason, successor }) => ({ reason, successor }))((await visit(code)).body), {
      reason: 'stolen',
      successor: blank?.code,
    })
  })
})

describe('tima plates', () => {
  const settings = () => ({
    DATABASE_URL: side.url,
    TIMA_PLATE_KEYS: plateKeys,
    TIMA_PUBLIC_URL: host,
    TIMA_DATA_DIR: folder,
  })

  const tima = async (t: TestContext, ...args: string[]): Promise<{ status: number; out: string; err: string }> => {
    Object.assign(process.env, settings())
    const [log, error] = [t.mock.method(console, 'log', () => {}), t.mock.method(console, 'error', () => {})]
    try {
      const status = await command.run(args)
      const [out, err] = [log, error].map(({ mock }) => mock.calls.map((call) => call.arguments.join(' ')).join('\n'))
      return { status, out: out ?? '', err: err ?? '' }
    } finally {
      log.mock.restore()
      error.mock.restore()
    }
  }

  test('print, blank, bind and revoke, read back from the files', async (t) => {
    const { code } = await plant(side.pools.rw, 'qingyu')
    const printed = spawnSync(
      process.execPath,
      [
        'bff/cli/tima.ts',
        'plates',
        'print',
        '--city',
        'qingyu',
        '--code',
        code.toLowerCase(),
        '--out',
        join(folder, 'one.svg'),
      ],
      { cwd: projectRoot, encoding: 'utf8', env: { PATH: process.env.PATH, ...settings() } },
    )
    assert.deepEqual([printed.status, printed.stderr], [0, ''])
    assert.match(printed.stdout, /1 plates in .*one\.svg\n {2}1 without a rescue code/)
    assert.deepEqual(await scan(drawSvg(readFileSync(join(folder, 'one.svg'), 'utf8'), 6)), [linkOf(code)])

    const blank = await tima(
      t,
      'blank',
      '--city',
      'qingyu',
      '--count',
      '7',
      '--sheet',
      'a4',
      '--out',
      join(folder, 'pool'),
    )
    assert.equal(blank.status, 0, blank.err)
    assert.deepEqual(readdirSync(join(folder, 'pool')), ['plates-0001.pdf'])
    const pages = await drawPdf(readFileSync(join(folder, 'pool', 'plates-0001.pdf')), 6)
    const links = (await Promise.all(pages.map(({ picture }) => scan(picture, 8)))).flat()
    assert.equal(new Set(links).size, 7)
    const pool = links[0]?.slice(host.length + 3, -18) ?? ''
    assert.equal((await readPlate(side.pools.rw, pool))?.status, 'blank')

    assert.match((await tima(t, 'bind', pool, formatCode(code))).out, /is the plate of the elevator that was/)
    const revoked = await tima(t, 'revoke', pool, '--reason', 'scratched', '--replace')
    assert.match(revoked.out, /Its elevator is [0-9A-Z ]{12} now/)
    assert.equal((await visit(pool)).body.reason, 'scratched')
  })

  test('a character without a shape stops its plate by name, not the others', async (t) => {
    const { id } = await plant(side.pools.rw, 'qingyu', {}, 'n:odd:1')
    const fine = await plant(side.pools.rw, 'qingyu', {}, 'n:odd:1')
    await side.pools.rw.query('UPDATE listing SET place = $2 WHERE elevator_id = $1', [id, '徛里'])
    const { status, err } = await tima(
      t,
      'print',
      '--city',
      'qingyu',
      '--building',
      'n:odd:1',
      '--format',
      'svg',
      '--out',
      join(folder, 'odd'),
    )
    assert.equal(status, 3)
    assert.match(err, /was not printed: Noto Sans SC has no shape for 徛 U\+5F9B/)
    assert.deepEqual(readdirSync(join(folder, 'odd')), [`${fine.code}.svg`])
  })

  test('a wrong call is answered with what is missing', async (t) => {
    const wrong: [RegExp, ...string[]][] = [
      [/--city which city: nyc, qingyu/, 'print', '--out', folder],
      [/--out where the plates go/, 'print', '--city', 'nyc'],
      [/an SVG is one plate/, 'print', '--city', 'nyc', '--sheet', 'a4', '--out', 'x.svg'],
      [/--format pdf does not go into/, 'print', '--city', 'nyc', '--format', 'pdf', '--out', 'x.svg'],
      [/is not a plate code/, 'revoke', '7K3MQ9TX40', '--reason', 'lost'],
      [/--reason why/, 'revoke', makeCode('ZZZZZZZZ')],
      [/Say which blank plate/, 'bind', makeCode('ZZZZZZZZ')],
      [/--count how many/, 'blank', '--city', 'nyc', '--count', '0', '--out', folder],
      [/print, blank, revoke, bind/, 'paint'],
    ]
    for (const [why, ...args] of wrong) await assert.rejects(tima(t, ...args), why)
    const none = await tima(t, 'print', '--city', 'nyc', '--building', 'nowhere at all', '--out', folder)
    assert.deepEqual([none.status, none.err], [1, 'New York City has no active plate that fits.'])
  })
})
