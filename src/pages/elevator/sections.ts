import type { ElevatorPage } from '@tima/contract/elevator.ts'
import type { Field, Words } from '../../i18n/index.ts'

export type Section = { key: keyof Words['sections']; rows: Field[]; missing: Field[] }

const escalator = ['driveMode', 'inclination', 'stepWidthMm', 'ratedSpeed', 'travelM', 'motorKw'] as const
const lift = ['driveMode', 'ratedLoadKg', 'ratedPersons', 'ratedSpeed', 'floors', 'travelM'] as const
const made = ['manufacturer', 'model', 'factoryNumber', 'manufacturedOn', 'installer', 'installedOn', 'inspectionBase', 'designLifeYears'] as const

/** TSG T5002-2017 art. 8 asks other parameters of an escalator (33xx) than of a lift. */
const parameters = (page: ElevatorPage) => (page.facts.category.value?.startsWith('33') ? escalator : lift)

/** Shown when somebody says something of it, never missed when nobody does. */
const extras = new Set<Field>(['onDemandMaintenance', 'categoryText', 'addedToBuilding', 'sourceNumber', 'estate', 'district', 'carMark', 'motorKw', 'travelM', 'driveMode', 'ratedPersons'])

const isThere = (page: ElevatorPage, field: Field) => ({ ...page.facts, ...page.due })[field].state !== 'missing'

/** The page below its first screen, in order. Where a list is long, what is missing is named together at its end. */
export function sectionsOf(page: ElevatorPage): Section[] {
  const whole = (key: Section['key'], fields: readonly Field[]): Section =>
    ({ key, rows: fields.filter((field) => isThere(page, field) || !extras.has(field)), missing: [] })
  const folded = (key: Section['key'], fields: readonly Field[]): Section => ({
    key,
    rows: fields.filter((field) => isThere(page, field)),
    missing: fields.filter((field) => !isThere(page, field) && !extras.has(field) && !(field === 'rescueCode' && !page.city.rescuePlatform)),
  })
  return [
    whole('service', ['lastVisit', 'nextVisit', 'onDemandMaintenance', 'lastInspection', 'nextInspection', 'lastTest', ...(testsEnd(page) ? [] : ['nextTest' as const]), 'carBell']),
    whole('insurance', ['policy', 'runningCosts']),
    folded('certificates', ['useCertificate', 'rescueCode', 'registrationCode', 'deviceCode', 'ownNumber', 'sourceNumber']),
    whole('people', ['useUnit', 'safetyOfficer', 'maintenanceUnit']),
    folded('parameters', ['useStatus', 'category', 'categoryText', ...parameters(page), ...made, 'addedToBuilding']),
    folded('place', ['district', 'estate', 'address', 'building', 'car', 'carMark', 'location']),
  ]
}

/** Beyond fifteen years every year is inspected and none is tested, so that no test is due and none is missing. */
const testsEnd = ({ due }: ElevatorPage) => due.nextTest.state === 'missing' && due.nextInspection.state !== 'missing'

/** Whole years since the elevator went into use or, where that is not known, since it was made; null when nobody says. */
export function ageOf({ facts }: ElevatorPage, today: string): { years: number; from: string } | null {
  const from = facts.installedOn.value ?? facts.inspectionBase.value ?? facts.manufacturedOn.value
  if (!from || !/^\d{4}/.test(from)) return null
  const birthday = from.length === 10 && today.slice(5) < from.slice(5) ? 1 : 0
  return { years: Number(today.slice(0, 4)) - Number(from.slice(0, 4)) - birthday, from }
}

/** Why there is no due date, where there is none; anything else that is missing was simply not said. */
export function whyNot(field: Field, { city, basis, due }: ElevatorPage, { fact }: Words): string | undefined {
  if (!(field in due) || due[field as keyof typeof due].state !== 'missing') return undefined
  if (!city.ruleSet) return fact.noRules
  if (basis.useStatus === 'scrapped' || (field === 'nextVisit' && basis.useStatus === 'out-of-use')) return fact.outOfUse
  return field === 'nextVisit' && basis.onDemandMaintenance ? fact.byContract : fact.noBase
}
