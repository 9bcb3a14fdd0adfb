import { makeCode } from '@tima/domain/code.ts'
import type pg from 'pg'
import { uuid7 } from '../../bff/database/uuid7.ts'
import { tagOf, testCitySide } from '../../bff/test/city-side.ts'
import { plant, record, type Planted } from '../../bff/test/plant.ts'
import { plateHosts } from '../../config/settings.ts'

/**
 * The real city side on a port. `west` has long records, of `bare` nothing but the place is known; `sealed` is out
 * of use and stands in the same building as both. `blank` is printed and not bound, `revoked` was replaced by `west`.
 */
export type City = { url: string; west: Planted; bare: Planted; sealed: Planted; blank: string; revoked: string }

const register = { key: 'register', kind: 'registry' }
const keeper = { key: 'keeper', kind: 'maintenance' }

/** A calendar day, so many days ago. */
export const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

/** The address a plate has printed on it, for the build under test. */
export const plateLink = (code: string, tag = tagOf(code)): string =>
  `https://${plateHosts(process.env)[0]}/e/${code}.${tag}`

/** More than the city side hands over at once, so that a whole page of history is weighed. */
export const VISITS = 40

export const forgedTag = 'A0000000000000000'

/** Starts it on a database of its own; both end with the test file. */
export async function startCity(): Promise<City> {
  const { app, pools } = await testCitySide()
  const db = pools.rw
  const unit = await organization(db, '月桥里物业', '0000 555 0101')
  const firm = await organization(db, '匠衡维保站', '0000 555 0202')
  const west = await plant(db, 'qingyu', {
    register: { kind: 'registry', asOf: day(10), fields: { ...known, useUnit: unit, maintenanceUnit: firm } },
    property: { kind: 'property', asOf: day(3), fields: { floors: '17', carBell: 'works' } },
  })
  const bare = await plant(db, 'qingyu')
  const sealed = await plant(db, 'qingyu', {
    register: { kind: 'registry', asOf: day(10), fields: { building: '5 幢', useStatus: 'in-use' } },
  })
  for (let visit = 0; visit < VISITS; visit += 1) await record(db, 'visit', west.id, keeper, visitOf(visit))
  await record(db, 'inspection', west.id, register, {
    kind: 'inspection',
    performed_on: day(100),
    conclusion: 'passed',
    report_no: 'R-1',
    body: '市特检所',
  })
  await record(db, 'notice', sealed.id, register, {
    kind: 'sealed',
    starts_at: `${day(2)}T01:00:00Z`,
    reason: '门锁失效',
    organization: '市场监管局',
  })
  const blank = await plate(db, 'BBBBBBBB', 'blank')
  const revoked = await plate(db, 'CCCCCCCC', 'revoked', '牌子换新', west.code)
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), west, bare, sealed, blank, revoked }
}

const known = {
  district: '汀洲区',
  estate: '月桥里',
  address: '汀洲路 8 号',
  building: '3 幢 2 单元',
  car: '西',
  floors: '18',
  category: '3110',
  useStatus: 'in-use',
  rescueCode: '310427',
  manufacturer: '青屿电梯',
  ratedLoadKg: 1000,
  ratedSpeed: 1.75,
  installedOn: '2019-05-20',
  inspectionBase: '2019-06-01',
}

const visitOf = (nth: number) => ({
  kind: nth % 6 ? 'half-month' : 'quarter',
  started_at: `${day(6 + 15 * nth)}T01:00:00Z`,
  ended_at: `${day(6 + 15 * nth)}T01:40:00Z`,
  items_done: 31,
  organization: '匠衡维保站',
  confirmed_by: '月桥里物业',
  confirmed_on: day(5 + 15 * nth),
})

async function organization(db: pg.Pool, name: string, phone: string): Promise<string> {
  const id = uuid7()
  await db.query(
    `INSERT INTO organization (id, city_id, name, phone_24h) SELECT $1, id, $2, $3 FROM city WHERE key = 'qingyu'`,
    [id, name, phone],
  )
  return id
}

async function plate(
  db: pg.Pool,
  eight: string,
  status: string,
  reason: string | null = null,
  successor: string | null = null,
): Promise<string> {
  const code = makeCode(eight)
  await db.query('INSERT INTO plate (code, status, serial, reason, successor) VALUES ($1, $2, $3, $4, $5)', [
    code,
    status,
    eight,
    reason,
    successor,
  ])
  return code
}
