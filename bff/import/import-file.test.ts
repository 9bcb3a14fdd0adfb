import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ElevatorPage, ElevatorSearch, Neighbours } from '@tima/contract/elevator.ts'
import type { RowResult } from '@tima/contract/import.ts'
import type { Cell, Mapping } from '@tima/contract/mapping.ts'
import { readCode } from '@tima/domain/code.ts'
import { projectRoot } from '../config.ts'
import { composePage } from '../elevator/page.ts'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'
import { importFile } from './import-file.ts'
import { readMapping } from './mapping-file.ts'

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)
const nyc = readMapping(join(projectRoot, 'mappings', 'nyc.json'))
const scratch = mkdtempSync(join(tmpdir(), 'tima-import-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

let side: TestCitySide
const results: RowResult[] = []

async function run(file: string, mapping: Mapping = nyc, dryRun = false) {
  results.length = 0
  return await importFile({ pool: side.pools.rw, file, mapping, dryRun, onResults: (some) => { results.push(...some) } })
}
/** The page as it stands now: the service may answer one that is some seconds old. */
async function page(code: string): Promise<ElevatorPage> {
  const { rows } = await side.pools.rw.query<{ elevator_id: string }>('SELECT elevator_id FROM plate WHERE code = $1', [code])
  return JSON.parse((await composePage(side.pools.ro, side.cities, code, rows[0]!.elevator_id, new Date())).json.toString()) as ElevatorPage
}
const get = async <T>(url: string): Promise<T> => (await side.app.inject({ url })).json<T>()
const count = async (table: string): Promise<number> =>
  Number((await side.pools.rw.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n)
const of = (ref: string) => results.find((result) => result.kind === 'elevators' && result.ref === ref)!
const warned = (ref: string) => of(ref).warnings?.map(({ field, value }) => [field, value])

/** The excerpt with some of its cells changed. */
function changed(name: string, change: (text: string) => string): string {
  const file = join(scratch, name)
  writeFileSync(file, change(readFileSync(fixture('nyc-excerpt.csv'), 'utf8')))
  return file
}
const asOf = (day: string): Mapping => {
  const copy = structuredClone(nyc)
  copy.rows[0]!.set.asOf = { constant: day }
  return copy
}

describe('a register of a city comes in', () => {
  before(async () => { side = await testCitySide() })

  test('a dry run says what would happen and changes nothing', async () => {
    const summary = await run(fixture('nyc-excerpt.csv'), nyc, true)
    assert.deepEqual(summary.counts, { elevators: { created: 68 }, inspections: { created: 64 } })
    assert.equal(await count('elevator') + await count('plate') + await count('alias') + await count('inspection'), 0)
  })

  test('every elevator gets a code of its own and an active plate', async () => {
    const summary = await run(fixture('nyc-excerpt.csv'))
    assert.deepEqual(summary.counts, { elevators: { created: 68 }, inspections: { created: 64 } })
    const { rows } = await side.pools.rw.query<{ code: string }>(
      "SELECT e.code FROM elevator e JOIN plate p ON p.code = e.code AND p.elevator_id = e.id AND p.status = 'active'",
    )
    assert.equal(new Set(rows.map(({ code }) => code)).size, 68)
    assert.ok(rows.every(({ code }) => readCode(code).ok))
  })

  test('1D10028 at 1614 Broadway: what the register says, and that the rest is missing', async () => {
    const found = await get<ElevatorSearch>('/v1/elevators?q=1614%20broadway')
    assert.deepEqual(found.items.map(({ place, title }) => [place, title]), [['Manhattan', '1614 BROADWAY, 1D10028']])
    const byNumber = await get<ElevatorSearch>('/v1/elevators?q=1d10028')
    assert.equal(byNumber.items[0]?.code, found.items[0]!.code)
    const { facts, ride } = await page(found.items[0]!.code)
    assert.equal(facts.travelM.value, 4.978)
    assert.equal(facts.ratedSpeed.value, 0.254)
    assert.equal(facts.ratedLoadKg.value, 226.796)
    assert.equal(facts.category.value, '3430')
    assert.equal(facts.floors.value, 'B – 1')
    assert.deepEqual([facts.address.source, facts.address.asOf], [{ kind: 'registry', name: 'NYC Department of Buildings' }, '2015-10-16'])
    assert.equal(facts.useStatus.state, 'stale')
    assert.equal(facts.lastInspection.value?.performedOn, '2015-09-18')
    assert.equal(facts.lastInspection.value?.conclusion, null)
    for (const field of ['maintenanceUnit', 'manufacturer', 'policy', 'lastVisit'] as const) assert.equal(facts[field].state, 'missing')
    assert.equal(ride.state, 'unknown')
  })

  test('cars of one building are neighbours by the number of the building', async () => {
    const { rows } = await side.pools.rw.query<{ code: string; n: string }>(
      'SELECT min(code) AS code, count(*) AS n FROM listing GROUP BY building_key HAVING count(*) > 2',
    )
    const { items } = await get<Neighbours>(`/v1/elevators/${rows[0]!.code}/neighbours`)
    assert.equal(items.length, Number(rows[0]!.n) - 1)
  })

  test('dirt loses its cell and says which, never its row', async () => {
    await run(fixture('nyc-excerpt.csv'))
    const lost = Object.groupBy(results.flatMap((result) => result.warnings ?? []), ({ field }) => field)
    assert.deepEqual(lost.ratedSpeed?.map(({ value }) => value).sort(), ['0.0', '0.35', '7000.0'])
    assert.deepEqual(lost.ratedLoadKg?.map(({ value }) => value).sort(), ['2.5', '99929.0'])
    assert.ok(lost.travelM!.some(({ value }) => value === '561"') && lost.travelM!.some(({ value }) => value === '16750'))
    assert.ok(lost.floors!.some(({ value }) => value === '0.6'))
    const addresses = await side.pools.rw.query<{ address: string }>(
      `SELECT fields ->> 'address' AS address FROM statement WHERE fields ->> 'address' ~ '^(4-65|9-01|11-11|40-50|PIER 59|801 REAR) '`,
    )
    assert.equal(addresses.rows.length, 6, 'house numbers that were dates are read back')
  })

  test('the same file again changes nothing', async () => {
    const tables = ['elevator', 'plate', 'alias', 'listing', 'statement', 'statement_change', 'inspection', 'organization']
    const before = await Promise.all(tables.map(count))
    const summary = await run(fixture('nyc-excerpt.csv'))
    assert.deepEqual(summary.counts, { elevators: { unchanged: 68 }, inspections: { unchanged: 64 } })
    assert.deepEqual(await Promise.all(tables.map(count)), before)
  })

  test('a later file updates with its history; an earlier one is older', async () => {
    const later = changed('later.csv', (text) => text.replace(/^(1D10028.*),50\.0,/m, '$1,60.0,').replace('2015-09-18', '2016-09-20'))
    const summary = await run(later, asOf('2016-10-01'))
    assert.deepEqual(summary.counts, { elevators: { updated: 68 }, inspections: { unchanged: 63, created: 1 } })
    const { rows } = await side.pools.rw.query<{ changes: object }>('SELECT changes FROM statement_change')
    assert.deepEqual(rows.map(({ changes }) => changes), [{ ratedSpeed: { from: 0.254, to: 0.305 } }])
    const { facts } = await page(of('1D10028').code!)
    assert.deepEqual([facts.ratedSpeed.value, facts.ratedSpeed.asOf], [0.305, '2016-10-01'])
    assert.deepEqual((await run(fixture('nyc-excerpt.csv'))).counts.elevators, { older: 68 })
  })

  test('a cell that cannot be read any more leaves the value and its date', async () => {
    await run(changed('spoiled.csv', (text) => text.replace(/^(1D10028.*),50\.0,/m, '$1,fast,')), asOf('2017-10-01'))
    assert.deepEqual(warned('1D10028'), [['ratedSpeed', 'fast']])
    const { facts } = await page(of('1D10028').code!)
    assert.deepEqual([facts.ratedSpeed.value, facts.ratedSpeed.asOf, facts.address.asOf], [0.305, '2016-10-01', '2017-10-01'])
  })

  test('a line without its key, with another number of cells, or with a ref of another line is refused alone', async () => {
    const file = changed('broken.csv', (text) => {
      const [header, first, second, ...rest] = text.trimEnd().split('\n')
      return [header, first, second!.replace(/^[^,]+/, ''), 'too,short', first, first!.replace('BROADWAY', 'BWAY'), ...rest, ''].join('\n')
    })
    const { counts } = await run(file, asOf('2018-01-01'))
    assert.deepEqual(counts.elevators, { updated: 67, refused: 3, duplicate: 1 })
    const refused = results.filter(({ kind, outcome }) => kind === 'elevators' && outcome === 'refused')
    assert.deepEqual(refused.map(({ line, reason }) => [line, reason]), [[3, 'row-unreadable'], [4, 'row-unreadable'], [6, 'ref-differs-in-file']])
  })

  test('an earlier file does not undo what a later one says of the same inspection', async () => {
    const inspected = (bodyName: string, day: string): Mapping => {
      const copy = asOf(day)
      copy.rows[1]!.set.body = { constant: bodyName }
      return copy
    }
    await run(fixture('nyc-excerpt.csv'), inspected('later', '2019-06-01'))
    assert.deepEqual((await run(fixture('nyc-excerpt.csv'), inspected('earlier', '2019-03-01'))).counts.inspections, { older: 64 })
    assert.deepEqual((await run(fixture('nyc-excerpt.csv'), inspected('later', '2019-06-01'))).counts.inspections, { unchanged: 64 })
  })

  test('a mapping that does not fit the file is refused by name before anything is written', async () => {
    const runs = await count('import_run')
    const file = changed('columns.csv', (text) => text.replace('speed_fpm', 'speed'))
    await assert.rejects(run(file), /rows\[0\]\.fields\.ratedSpeed: the file has no column "speed_fpm"; it has device_number/)
    assert.equal(await count('import_run'), runs)
  })

  test('a mapping that gives what no fact may be is refused by name before anything is written', async () => {
    const runs = await count('import_run')
    const copy = structuredClone(nyc)
    copy.rows[0]!.fields!.category = { column: 'device_type', map: { Escalator: 'banana' } }
    await assert.rejects(run(fixture('nyc-excerpt.csv'), copy), /rows\[0\]\.fields\.category\.map: "Escalator" gives "banana", which is none of 3000, /)
    copy.rows[0]!.fields!.category = { constant: 'banana' }
    await assert.rejects(run(fixture('nyc-excerpt.csv'), copy), /rows\[0\]\.fields\.category: "banana" is none of 3000, /)
    copy.rows[0]!.fields!.category = { constant: '3110' }
    copy.rows[0]!.fields!.ratedSpeed = { constant: 99999 }
    await assert.rejects(run(fixture('nyc-excerpt.csv'), copy), /ratedSpeed: "99999" is 99999 m\/s, outside 0\.02 to 20\.5/)
    assert.equal(await count('import_run'), runs)
  })

  test('without bounds of its own a mapping has those of the facts', async () => {
    const copy = asOf('2020-01-01')
    const { min, max, ...speed } = nyc.rows[0]!.fields!.ratedSpeed as Cell
    assert.ok(min !== undefined && max !== undefined)
    copy.rows[0]!.fields!.ratedSpeed = speed
    await run(fixture('nyc-excerpt.csv'), copy)
    const lost = results.flatMap((result) => result.warnings ?? []).filter(({ field }) => field === 'ratedSpeed')
    assert.deepEqual(lost.map(({ value }) => value).sort(), ['0.0', '0.35', '7000.0'])
  })

  test('imports act as a role that cannot change a record', async () => {
    await assert.rejects(side.pools.rw.query('UPDATE inspection SET performed_on = performed_on'), { code: '42501' })
    await assert.rejects(side.pools.rw.query('DELETE FROM statement_change'), { code: '42501' })
  })
})

describe('a Chinese register in GB18030 with semicolons', () => {
  before(async () => { side = await testCitySide() })
  const mapping = readMapping(join(projectRoot, 'mappings', 'example-zh.json'))

  test('is read with its units, dates, brackets and newlines', async () => {
    const summary = await run(fixture('example-zh.csv'), mapping)
    assert.deepEqual(summary.counts.elevators, { created: 5, duplicate: 1, refused: 4 })
    const one = await page(of('A-0002').code!)
    assert.equal(one.facts.ratedLoadKg.value, 1000)
    assert.equal(one.facts.rescueCode.value, '350102')
    assert.equal(one.facts.useUnit.value?.phone, '0000 555 0301')
    const other = await page(of('A-0003').code!)
    assert.equal(other.facts.ratedSpeed.value, 1.75)
    assert.equal(other.facts.address.value, '青屿市汀洲区听涛路 1 号 （东门进）')
    assert.equal(other.facts.inspectionBase.value, '2020-06-18')
  })

  test('any of its numbers finds it', async () => {
    const { code } = of('A-0002')
    for (const number of ['350102', '31109901312020000102', '梯11屿B0102(20)', 'A-0002']) {
      const { items } = await get<ElevatorSearch>(`/v1/elevators?q=${encodeURIComponent(number)}`)
      assert.deepEqual(items.map((item) => item.code), [code], number)
    }
  })

  test('a rescue code names one elevator: the second is told', async () => {
    assert.deepEqual(warned('A-0008'), [['rescueCode', '350101']])
    const { items } = await get<ElevatorSearch>('/v1/elevators?q=350101')
    assert.deepEqual(items.map(({ code }) => code), [of('A-0001').code])
  })

  test('one inspection written with two forms of date is one inspection', async () => {
    const inspections = results.filter(({ kind, ref }) => kind === 'inspections' && ref === 'A-0002 2026-06-10')
    assert.deepEqual(inspections.map(({ outcome }) => outcome), ['created', 'refused'])
  })

  test('a number or a telephone that is none is left out and told', async () => {
    const copy = structuredClone(mapping)
    copy.rows[1]!.fields!.rescueCode = { column: '注册代码' }
    copy.rows[1]!.fields!.safetyOfficer = { name: { column: '安全员' }, phone: { column: '梯位' } }
    copy.rows[0]!.set.phone24h = { column: '梯位' }
    await run(fixture('example-zh.csv'), copy, true)
    assert.deepEqual(warned('A-0002'), [['safetyOfficer.phone', '西梯'], ['rescueCode', '31109901312020000102']])
    const unit = results.find(({ kind, outcome }) => kind === 'organizations' && outcome !== 'refused')
    assert.deepEqual(unit?.warnings?.map(({ field, value }) => [field, value]), [['phone24h', '东梯']])
  })
})
