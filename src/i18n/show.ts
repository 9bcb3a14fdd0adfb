import type { Field, ValueOf } from './field.ts'
import type { Speech } from './speech.ts'
import { minutesBetween } from './when.ts'

type Inspection = ValueOf<'lastInspection'>
type Unit = ValueOf<'useUnit'>
type Shows = { [F in Field]?: (value: ValueOf<F>, say: Speech) => (string | null)[] }

const inspection = (value: Inspection, say: Speech) => [
  (value.conclusion ? say.words.values.conclusion[value.conclusion] : say.words.values.noConclusion) + say.words.join + say.day(value.performedOn),
  value.reportNo && say.words.values.reportNo(value.reportNo),
]
const unit = (value: Unit, say: Speech) => [value.name, value.licence && say.words.values.licence(value.licence)]
const day = (value: string, say: Speech) => [say.day(value)]
const due = (value: string, say: Speech) => [say.words.values.by(say.day(value))]
const number = (name: 'degrees' | 'kilograms' | 'speed' | 'metres' | 'millimetres' | 'kilowatts' | 'people' | 'years') =>
  (value: number, say: Speech) => [say.words.values[name](value)]

/** A masked name 周* stays on one line. */
const unbroken = (name: string) => name.replace(/\*/g, '\u2060*')

/** Groups to read aloud: 310427 → 310 427, 7K3MQ9TX4D → 7K3M Q9TX 4D. */
export const spell = (code: string) => code.replace(code.length === 6 ? /(...)(?=.)/g : /(.{4})(?=.)/g, '$1 ')

/** Fields whose value is not a plain text; the first line is the value, the others stand under it. */
const shows: Shows = {
  rescueCode: (value) => [spell(value)],
  category: (value, say) => [say.words.values.category[value] ?? value],
  useStatus: (value, say) => [say.words.values.useStatus[value] ?? value],
  carBell: (value, say) => [say.words.values.carBell[value] ?? value],
  manufacturedOn: day, installedOn: day, inspectionBase: day,
  nextVisit: due, nextInspection: due, nextTest: due,
  designLifeYears: number('years'), ratedLoadKg: number('kilograms'), ratedPersons: number('people'), ratedSpeed: number('speed'),
  travelM: number('metres'), inclination: number('degrees'), stepWidthMm: number('millimetres'), motorKw: number('kilowatts'),
  floors: (value, say) => [say.words.values.floors(value)],
  addedToBuilding: (value, say) => [value ? say.words.values.yes : say.words.values.no],
  location: (value) => [`${value.latitude.toFixed(5)}, ${value.longitude.toFixed(5)}`],
  useUnit: unit, maintenanceUnit: unit,
  safetyOfficer: (value) => [value.name],
  lastVisit: (value, { words, day, dayOf }) => [
    `${day(dayOf(value.startedAt))} ${words.values.visit[value.kind]}`,
    [
      value.itemsDone !== null && words.values.items(value.itemsDone),
      value.endedAt && words.values.minutes(minutesBetween(value.startedAt, value.endedAt)),
      value.workers.length > 0 && words.values.workers(value.workers.map(unbroken).join(words.list)),
    ].filter(Boolean).join(words.comma) || null,
  ],
  lastInspection: inspection, lastTest: inspection,
  policy: (value, say) => [
    value.endsOn < say.today ? say.words.values.ended(say.day(value.endsOn)) : say.words.values.until(say.day(value.endsOn)),
    [value.insurer, value.kind, value.limitCny && say.words.values.limit(value.limitCny)].filter(Boolean).join(say.words.comma),
    value.number && say.words.values.policyNo(value.number),
  ],
}

/** A fact's value in words: one line, or several with the value first. */
export function show<F extends Field>(field: F, value: ValueOf<F>, say: Speech): string[] {
  const own = shows[field] as ((value: ValueOf<F>, say: Speech) => (string | null)[]) | undefined
  return own ? own(value, say).filter((line): line is string => line !== null && line !== '') : [String(value)]
}
