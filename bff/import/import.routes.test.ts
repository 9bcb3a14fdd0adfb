import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { before, describe, test } from 'node:test'
import { ImportSummary, RowResult } from '@tima/contract/import.ts'
import { Problem } from '@tima/contract/problem.ts'
import { Value } from 'typebox/value'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'
import { send, source } from '../test/import.ts'
import { addKey, revokeKey } from './keys.ts'
import { ownFields } from './rights.ts'
import { openSource } from './source.ts'

const NDJSON = 'application/x-ndjson'

let side: TestCitySide
let registerKey: string
let propertyKey: string

async function keyOf(key: string, kind: 'registry' | 'property'): Promise<string> {
  const made = await openSource(side.pools.rw, 'qingyu', { key, name: `${key} 来源`, kind }, ownFields(kind))
  return (await addKey(side.pools.rw, made, 'test')).key
}
const post = (kind: string, payload: string | Buffer, { key = registerKey, type = NDJSON, accept = 'application/json', query = '' } = {}) =>
  side.app.inject({
    method: 'POST', url: `/v1/imports/${kind}${query}`, payload,
    headers: { 'content-type': type, accept, ...(key && { authorization: `Bearer ${key}` }) },
  })
const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const elevator = (ref: string, fields: object = {}) => ({ ref, asOf: '2026-11-01', fields })
const kindOf = (answer: { json: <T>() => T }) => answer.json<Problem>().type.split('/').at(-1)

before(async () => {
  side = await testCitySide()
  registerKey = await keyOf('register', 'registry')
  propertyKey = await keyOf('property', 'property')
  await send(side.pools.rw, await source(side.pools.rw, 'register', 'registry'), 'elevators', [
    { ref: 'A1', asOf: '2026-01-01', fields: { rescueCode: '310427', building: '3 幢', floors: '18' } },
  ])
})

describe('who may send rows', () => {
  test('nobody without a key, nobody with a wrong or revoked one', async () => {
    const missing = await post('elevators', '', { key: '' })
    assert.deepEqual([missing.statusCode, kindOf(missing)], [401, 'key-missing'])
    assert.deepEqual([...Value.Errors(Problem, missing.json())], [])
    const wrong = await post('elevators', '', { key: 'tima_wrong' })
    assert.deepEqual([wrong.statusCode, kindOf(wrong)], [403, 'key-refused'])
    const made = await addKey(side.pools.rw, await source(side.pools.rw, 'register', 'registry'), 'soon gone')
    assert.equal((await post('elevators', '', { key: made.key })).statusCode, 200)
    assert.equal(await revokeKey(side.pools.rw, made.id), true)
    assert.equal(kindOf(await post('elevators', '', { key: made.key })), 'key-refused')
  })

  test('a source states its own fields only; of a body with another field nothing is stored', async () => {
    const own = { ...elevator('W1', { carBell: 'works' }), elevator: '310427' }
    const other = { ...elevator('W2', { floors: '17' }), elevator: '310427' }
    const refused = await post('elevators', lines(own, other), { key: propertyKey })
    assert.deepEqual([refused.statusCode, kindOf(refused)], [403, 'field-refused'])
    assert.deepEqual(refused.json<Problem>().errors?.map(({ path }) => path), ['/2/floors'])
    const stated = await side.pools.rw.query("SELECT 1 FROM statement s JOIN source o ON o.id = s.source_id WHERE o.key = 'property'")
    assert.equal(stated.rowCount, 0)
    assert.equal((await post('elevators', lines(own), { key: propertyKey })).json<ImportSummary>().counts.elevators?.updated, 1)
    const visit = { ref: 'V', elevator: '310427', kind: 'half-month', startedAt: '2026-11-14T09:00:00+08:00' }
    assert.equal(kindOf(await post('visits', lines(visit), { key: propertyKey })), 'field-refused')
  })

  test('it speaks for itself: not for another firm, not for who would confirm or verify', async () => {
    const { key } = await addKey(side.pools.rw, await openSource(side.pools.rw, 'qingyu', { key: 'keeper', name: '匠衡维保站', kind: 'maintenance' }, ownFields('maintenance')), 'k')
    const visit = { ref: 'V', elevator: '310427', kind: 'half-month', startedAt: '2026-11-14T09:00:00+08:00', organization: '匠衡维保站' }
    const refused = async (kind: string, row: object) => (await post(kind, lines(row), { key })).json<Problem>().errors?.[0]?.path
    assert.equal(await refused('visits', { ...visit, organization: '岸桥维保站' }), '/1/organization')
    assert.equal(await refused('visits', { ...visit, confirmedBy: '月桥里物业' }), '/1/confirmedBy')
    const verified = { maintenanceUnit: { kind: 'inspection', name: '市特检所', on: null } }
    assert.equal(await refused('elevators', { ...elevator('K1', { maintenanceUnit: '匠衡维保站' }), elevator: '310427', verified }), '/1/verified')
    assert.equal((await post('visits', lines(visit), { key })).json<ImportSummary>().counts.visits?.created, 1)
  })

  test('it adds to elevators that are there and makes none', async () => {
    const { refused } = (await post('elevators', lines(elevator('W7', { carBell: 'works' })), { key: propertyKey })).json<ImportSummary>()
    assert.deepEqual(refused.map(({ reason }) => reason), ['elevator-unknown'])
  })

  test('far into a long body the row is refused, not the rows before it', async () => {
    const own = Array.from({ length: 600 }, (_, n) => ({ ref: `C${n}`, elevator: '310427', kind: 'daily', performedOn: '2026-11-01', result: 'no-risk' }))
    await post('checks', lines(...own), { key: propertyKey })
    const rows = [...Array.from({ length: 600 }, () => ({ ...elevator('W1', { carBell: 'works' }), elevator: '310427' })), elevator('W9', { floors: '1' })]
    const { counts, refused } = (await post('elevators', lines(...rows), { key: propertyKey })).json<ImportSummary>()
    assert.deepEqual(counts.elevators, { unchanged: 1, duplicate: 599, refused: 1 })
    assert.deepEqual(refused.map(({ line, reason }) => [line, reason]), [[601, 'field-refused']])
  })
})

describe('what comes back', () => {
  test('a summary, with the rows that were refused and why', async () => {
    const answer = await post('elevators', `${lines(elevator('B1', { floors: '5' }), { ref: 'B2' }, elevator('B3', { florrs: '5' }))}\n{oops\n`)
    const summary = answer.json<ImportSummary>()
    assert.equal(answer.statusCode, 200)
    assert.deepEqual([...Value.Errors(ImportSummary, summary)], [])
    assert.deepEqual(summary.counts, { elevators: { created: 1, refused: 3 } })
    assert.deepEqual(summary.refused.map(({ line, reason, message }) => [line, reason, message]), [
      [2, 'row-invalid', '/asOf is missing'],
      [3, 'row-invalid', '/fields/florrs is not known here'],
      [4, 'row-unreadable', summary.refused[2]!.message],
    ])
  })

  test('what has not happened yet is no record: it would hide the true one before it', async () => {
    await post('elevators', lines(elevator('T1')))
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString()
    const inspection = (ref: string, performedOn: string) => ({ ref, elevator: 'T1', kind: 'inspection', performedOn, nextInspectionOn: '2150-01-01' })
    const rows = [inspection('T2', day(0).slice(0, 10)), inspection('T3', day(3).slice(0, 10))]
    const { counts, refused } = (await post('inspections', lines(...rows))).json<ImportSummary>()
    assert.deepEqual(counts.inspections, { created: 1, refused: 1 })
    assert.equal(refused[0]?.message, '/performedOn is in the future')
    const visit = { ref: 'T4', elevator: 'T1', kind: 'half-month', startedAt: day(0), endedAt: day(400) }
    for (const [kind, row] of [['visits', visit], ['elevators', { ...elevator('T5'), asOf: '2099-01-01' }]] as const) {
      assert.deepEqual((await post(kind, lines(row))).json<ImportSummary>().refused.map(({ reason }) => reason), ['row-invalid'])
    }
    const planned = { ref: 'T6', elevator: 'T1', kind: 'planned', startsAt: day(9), reason: '检修', organization: '月桥里物业' }
    assert.equal((await post('notices', lines(planned))).json<ImportSummary>().counts.notices?.created, 1)
  })

  test('or a result for each row and the summary at the end', async () => {
    const answer = await post('elevators', lines(elevator('D1'), elevator('D2')), { accept: NDJSON })
    assert.match(String(answer.headers['content-type']), /^application\/x-ndjson/)
    const [first, second, last] = answer.body.trim().split('\n').map((line) => JSON.parse(line) as RowResult & { summary: ImportSummary })
    assert.ok(Value.Check(RowResult, first) && first.outcome === 'created' && first.code)
    assert.equal(second!.ref, 'D2')
    assert.equal(last!.summary.rows, 2)
  })

  test('the same body again changes nothing, a dry run neither', async () => {
    const body = lines(elevator('E1', { floors: '9' }))
    assert.deepEqual((await post('elevators', body, { query: '?dryRun=true' })).json<ImportSummary>().counts, { elevators: { created: 1 } })
    assert.deepEqual((await post('elevators', body)).json<ImportSummary>().counts, { elevators: { created: 1 } })
    assert.deepEqual((await post('elevators', body)).json<ImportSummary>().counts, { elevators: { unchanged: 1 } })
  })

  test('a JSON array and a single JSON row are as good', async () => {
    const type = 'application/json'
    assert.equal((await post('elevators', JSON.stringify([elevator('G1'), elevator('G2')]), { type })).json<ImportSummary>().rows, 2)
    assert.equal((await post('elevators', JSON.stringify(elevator('G3')), { type })).json<ImportSummary>().rows, 1)
  })

  test('a page asked for after an import shows it', async () => {
    const [{ code }] = (await side.pools.rw.query<{ code: string }>("SELECT code FROM listing WHERE search LIKE '%310427%'")).rows as [{ code: string }]
    const floors = async () => (await side.app.inject({ url: `/v1/elevators/${code}` })).json<{ facts: { floors: { value: string } } }>().facts.floors.value
    assert.equal(await floors(), '18')
    await post('elevators', lines(elevator('A1', { floors: '19' })))
    assert.equal(await floors(), '19')
  })
})

describe('what is not taken', () => {
  test('another kind, another query, another media type, a large JSON body', async () => {
    assert.deepEqual([(await post('lifts', '')).statusCode, kindOf(await post('lifts', ''))], [400, 'input-invalid'])
    assert.equal(kindOf(await post('elevators', '', { query: '?force=1' })), 'input-invalid')
    assert.equal(kindOf(await post('elevators', 'a,b', { type: 'text/csv' })), 'media-refused')
    assert.equal(kindOf(await post('elevators', `["${'x'.repeat(5 * 1024 * 1024)}"]`, { type: 'application/json' })), 'body-too-large')
  })
})

test('a value that no elevator has refuses its row by name', async () => {
  const wrong: [field: string, value: unknown, path?: string][] = [
    ['category', 'banana'], ['category', '3190'], ['ratedSpeed', 99999], ['ratedSpeed', 0], ['ratedLoadKg', 2.5], ['ratedPersons', 2.5],
    ['travelM', 16750], ['inclination', -1], ['stepWidthMm', 1], ['motorKw', 1e9], ['designLifeYears', 0], ['manufacturedOn', '2018-13'],
    ['useStatus', 'gone'], ['rescueCode', '31042'], ['rescueCode', '31O427'], ['registrationCode', '123'], ['deviceCode', 'X'],
    ['safetyOfficer', { name: '陈*', phone: 'ask at the desk' }, '/fields/safetyOfficer/phone'],
  ]
  for (const [field, value, path = `/fields/${field}`] of wrong) {
    const { counts, refused } = (await post('elevators', lines(elevator('Q1', { [field]: value })))).json<ImportSummary>()
    assert.deepEqual(counts.elevators, { refused: 1 }, `${field} ${String(value)}`)
    assert.deepEqual([refused[0]!.reason, refused[0]!.message!.split(' ')[0]], ['row-invalid', path])
  }
  const phone = (phone24h: string) => post('organizations', lines({ name: '月桥里物业', phone24h }))
  assert.match((await phone('call us')).json<ImportSummary>().refused[0]!.message!, /^\/phone24h /)
  for (const good of ['119', '+86 0000-5550132', '（0000）555 0132 转 8', '000****0132']) {
    assert.equal((await phone(good)).json<ImportSummary>().refused.length, 0, good)
  }
  const right = {
    category: '3110', ratedSpeed: 20.5, ratedLoadKg: 40, ratedPersons: 13, travelM: 0.3, inclination: 30, stepWidthMm: 1000, motorKw: 11,
    designLifeYears: 15, manufacturedOn: '2018-02', useStatus: null, rescueCode: '３１ ０４２９', registrationCode: '31109901312019000427',
    deviceCode: '311099131201900427', safetyOfficer: { name: '陈*', phone: '0000 555 0132' },
  }
  assert.deepEqual((await post('elevators', lines(elevator('Q1', right)))).json<ImportSummary>().counts.elevators, { created: 1 })
})

test('rows nobody would send refuse themselves and nothing else', async () => {
  const odd = [
    'null', '5', '"text"', '[]', '{}', '{"__proto__":{"ref":"x"},"ref":"H1","asOf":"2026-11-01","fields":{}}',
    '{"ref":"H2","asOf":"2026-11-01","fields":{"car":"\\u0000"}}', '{"ref":"H3","asOf":"2026-11-01","fields":{"car":"\\ud800"}}',
    `{"ref":"${'x'.repeat(101)}","asOf":"2026-11-01","fields":{}}`, '{"ref":"H4","asOf":"2026-02-30","fields":{}}',
    '{"ref":"H5","asOf":"2026-11-01","fields":{"ratedSpeed":1e999}}', '{"ref":"H6","asOf":"2026-11-01","fields":{"constructor":1}}',
    '{"ref":"H7","asOf":"2026-11-01","fields":{"location":{"latitude":91,"longitude":0,"datum":"WGS-84"}}}',
    '{"ref":"H8","asOf":"2026-11-01","fields":{"location":{"latitude":30,"longitude":120,"datum":"GCJ-02"}}}',
  ]
  const answer = await post('elevators', [...odd, JSON.stringify(elevator('H9'))].join('\n'))
  assert.equal(answer.statusCode, 200, answer.body)
  assert.deepEqual(answer.json<ImportSummary>().counts, { elevators: { refused: odd.length, created: 1 } })
})

test('many rows over a real connection, sent whole before the answer is read', async () => {
  await side.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = side.app.server.address() as AddressInfo
  const body = lines(...Array.from({ length: 3000 }, (_, n) => elevator(`L${n}`, { floors: '6', building: `${n} 幢` })))
  const answer = await fetch(`http://127.0.0.1:${port}/v1/imports/elevators`, {
    method: 'POST', body, headers: { 'content-type': NDJSON, accept: NDJSON, authorization: `Bearer ${registerKey}` },
  })
  const last = (await answer.text()).trim().split('\n').at(-1)!
  assert.deepEqual((JSON.parse(last) as { summary: ImportSummary }).summary.counts, { elevators: { created: 3000 } })
})
