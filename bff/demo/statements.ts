import type { ElevatorFields, ElevatorRow, OrganizationRow } from '@tima/contract/import.ts'
import { addDays, addMonths, daysBetween, type Day } from '@tima/domain/day.ts'
import { categoryOf } from '@tima/domain/category.ts'
import { between, chance, pick } from './chance.ts'
import { BESIDE_STAR, STAR, type DemoElevator } from './elevators.ts'
import { inspectionBody, makers, maintenanceUnits, parties, phoneOf, registry, residents, surnames, useUnits, type Party } from './parties.ts'
import { lapses } from './rates.ts'

/** A row and who says so. */
export type Said = { party: Party; row: ElevatorRow }

const isStar = (e: DemoElevator) => e.rescueCode === STAR || e.rescueCode === BESIDE_STAR
export const useUnitOf = (e: DemoElevator): Party => useUnits.find(({ key }) => key === e.site.useUnit)!
export const maintenanceOf = (e: DemoElevator): Party => maintenanceUnits.find(({ key }) => key === e.site.maintenance)!
export const isOnDemand = (e: DemoElevator): boolean => e.site.key === 'fin' && (e.mark === '1' || e.mark === '2') && e.group.floors > 40

export function organizationRows(anchor: Day): OrganizationRow[] {
  return parties.map((one): OrganizationRow => ({
    name: one.name,
    kinds: [one.role as NonNullable<OrganizationRow['kinds']>[number]],
    phone24h: phoneOf(one),
    phoneVerifiedOn: chance(one.key, 'phone') < 0.7 ? addDays(anchor, -between(3, 160, one.key, 'checked')) : null,
    licence: one.role === 'maintenance-unit' ? `青屿维 99-${String(between(1, 99, one.key, 'licence')).padStart(4, '0')}` : null,
  }))
}

/** What each party says of an elevator. `today` moves on while the demo runs; what is built in stays. */
export function statementsOf(e: DemoElevator, anchor: Day, today: Day): Said[] {
  return [fromRegister(e, anchor), fromInspection(e), fromProperty(e, anchor, today), fromMaintenance(e, anchor), ...fromResidents(e, anchor)]
}

function fromRegister(e: DemoElevator, anchor: Day): Said {
  const asOf = addDays(anchor, isStar(e) ? -20 : -(chance(e.ref, 'old') < 0.06 ? between(400, 700, e.ref, 'as-of') : between(10, 330, e.ref, 'as-of')))
  const maker = pick(makers, e.site.key, e.group.category, 'maker')
  const serial = e.rescueCode.slice(2)
  const made = addMonths(e.base, -between(3, 8, e.site.key, 'made'))
  const { category } = e.group
  const fields: ElevatorFields = {
    district: e.site.district,
    estate: e.site.estate,
    address: `青屿市${e.site.district}${e.site.street}`,
    building: e.building,
    rescueCode: e.rescueCode,
    registrationCode: `${category}9901${e.site.area}${e.base.slice(0, 4)}00${serial}`,
    deviceCode: `${category}99${e.site.area}1${made.slice(0, 4)}0${serial}`,
    useCertificate: `梯${categoryOf(category)!.digits}屿A${serial}(${e.base.slice(2, 4)})`,
    sourceNumber: e.ref,
    category,
    categoryText: categoryOf(category)!.names.zh,
    useStatus: e.lapse === 'no-use-status' ? null : e.lapse === 'out-of-use' ? 'out-of-use' : 'in-use',
    manufacturer: maker,
    model: `${maker.slice(0, 2)}-${category.slice(1, 3)}${e.group.floors}`,
    factoryNumber: `${made.slice(2, 4)}${e.site.area}${serial}`,
    manufacturedOn: made.slice(0, 7),
    installedOn: addDays(e.base, -between(4, 20, e.ref, 'installed')),
    installer: isStar(e) || chance(e.site.key, 'installer') < 0.7 ? `${maker}安装队` : null,
    addedToBuilding: e.group.added ?? false,
    useUnit: useUnitOf(e).name,
    designLifeYears: isStar(e) || chance(e.site.key, 'life') < 0.3 ? 15 : null,
    ...parameters(e),
  }
  const verified = isStar(e) || chance(e.ref, 'verified') < 0.25
    ? { floors: { kind: 'inspection' as const, name: inspectionBody.name, on: addDays(asOf, -3) } } : undefined
  return { party: registry, row: { ref: e.ref, asOf, buildingRef: `${e.site.key} ${e.building}`, fields, ...(verified && { verified }) } }
}

/** TSG T5002-2017 art. 8: the parameters of each category. */
function parameters(e: DemoElevator): ElevatorFields {
  const { category, floors, loadKg, speed, drive } = e.group
  if (category.startsWith('33')) {
    return {
      ratedSpeed: speed, travelM: floors * 2.5, floors: `${floors} 层`, inclination: category === '3310' ? 30 : 12,
      stepWidthMm: 1000, motorKw: category === '3310' ? 11 : 7.5,
    }
  }
  return {
    driveMode: drive ?? '曳引驱动', ratedLoadKg: loadKg, ratedSpeed: speed, floors: stops(floors), travelM: Math.round((floors - 1) * 29) / 10,
    ...(loadKg >= 400 && category !== '3120' && category !== '3130' && category !== '3220' ? { ratedPersons: Math.floor(loadKg / 75) } : {}),
  }
}

const stops = (floors: number) => `${floors} 层 ${floors} 站 ${floors} 门`

function fromInspection(e: DemoElevator): Said {
  const fields: ElevatorFields = {}
  if (e.lapse !== 'no-base') fields.inspectionBase = e.base
  // The register counts a floor that the inspector did not find
  if (e.rescueCode === '320403') fields.floors = stops(e.group.floors - 1)
  return { party: inspectionBody, row: { ref: `J${e.rescueCode}`, elevator: e.rescueCode, asOf: e.base, fields } }
}

function fromProperty(e: DemoElevator, anchor: Day, today: Day): Said {
  const asOf = addDays(anchor, -between(1, isStar(e) ? 20 : 150, e.ref, 'property'))
  const [latitude, longitude] = e.site.location
  const unit = useUnitOf(e)
  const fields: ElevatorFields = { car: e.car, carMark: e.mark, ownNumber: `${e.building.replace(/\D+/g, '-')}${e.mark}` }
  if (isStar(e) || chance(unit.key, 'officer') >= lapses.noOfficer) {
    fields.safetyOfficer = { name: `${pick(surnames, unit.key, 'officer')}*`, phone: phoneOf(unit) }
  }
  if (isStar(e) || chance(e.site.key, 'costs') < lapses.runningCosts) {
    fields.runningCosts = `${Number(anchor.slice(0, 4)) - 1} 年每部：维保 ${between(48, 72, e.site.key, 'cost') * 100} 元，电费 ${between(30, 80, e.site.key, 'power') * 100} 元，检验 ${between(9, 14, e.site.key, 'fee') * 100} 元`
  }
  if (isStar(e) || chance(e.ref, 'located') < lapses.location) {
    fields.location = { latitude: round(latitude + chance(e.building, e.site.key, 'lat') / 900), longitude: round(longitude + chance(e.building, e.site.key, 'lon') / 900), datum: 'WGS-84' }
  }
  const fieldAsOf: ElevatorRow['fieldAsOf'] = {}
  if (hasCar(e) && !bellContradicted(e) && (isStar(e) || chance(e.ref, 'bell') >= lapses.noBellCheck)) {
    fields.carBell = chance(e.ref, 'broken') < 0.01 ? 'broken' : 'works'
    fieldAsOf.carBell = !isStar(e) && chance(e.ref, 'bell-old') < 0.15 ? addDays(anchor, -between(40, 90, e.ref, 'bell-on')) : lastBellCheck(e, today)
  }
  return { party: unit, row: { ref: `W${e.rescueCode}`, elevator: e.rescueCode, asOf, fields, fieldAsOf } }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
const hasCar = (e: DemoElevator) => !e.group.category.startsWith('33') && e.group.category !== '3430'
const bellContradicted = (e: DemoElevator) => e.rescueCode === '310433' || e.rescueCode === '340410'

/** Bells are tried every four weeks. */
function lastBellCheck(e: DemoElevator, today: Day): Day {
  const since = (daysBetween('2024-01-01', today) + e.phase * 2) % 28
  return addDays(today, -Math.max(1, since))
}

function fromMaintenance(e: DemoElevator, anchor: Day): Said {
  const fields: ElevatorFields = { maintenanceUnit: maintenanceOf(e).name }
  if (isOnDemand(e)) fields.onDemandMaintenance = `按需维保合同 青维合 ${anchor.slice(0, 4)}-${e.rescueCode.slice(-3)}`
  const asOf = addDays(anchor, -between(2, isStar(e) ? 20 : 200, e.ref, 'maintenance'))
  if (!bellContradicted(e)) return { party: maintenanceOf(e), row: { ref: `B${e.rescueCode}`, elevator: e.rescueCode, asOf, fields } }
  return {
    party: maintenanceOf(e),
    row: { ref: `B${e.rescueCode}`, elevator: e.rescueCode, asOf, fields: { ...fields, carBell: 'works' }, fieldAsOf: { carBell: addDays(anchor, -7) } },
  }
}

function fromResidents(e: DemoElevator, anchor: Day): Said[] {
  if (!bellContradicted(e)) return []
  return [{ party: residents, row: { ref: `M${e.rescueCode}`, elevator: e.rescueCode, asOf: addDays(anchor, -2), fields: { carBell: 'no-answer' } } }]
}
