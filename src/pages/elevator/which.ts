import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { spell, type Speech } from '../../i18n/index.ts'
import type { Which } from '../../components/who.tsx'

/** Which elevator a page is about, by the best words there are. */
export function whichOf({ code, city, facts }: ElevatorPage, { language, words }: Speech): Which {
  const { district, estate, address, building, car, carMark, rescueCode } = facts
  const place = [city.names[language === 'en' ? 'en' : 'zh'], district.value, estate.value].filter(Boolean).join(words.join)
  const lines = [building.value ?? address.value, car.value && words.who.car(car.value)].filter((line) => line !== null && line !== '')
  return {
    place,
    lines: lines.length > 0 ? (lines as string[]) : [words.who.unnamed],
    mark: carMark.value ?? shortName(car.value),
    codeName: rescueCode.value ? words.who.rescueCode : words.who.code,
    code: rescueCode.value ? spell(rescueCode.value) : spell(code),
  }
}

/** What to say on the phone: where, then which. */
export const spokenPlace = ({ facts, code }: ElevatorPage, { words }: Speech): string =>
  [facts.address.value ?? facts.estate.value, facts.building.value, facts.car.value && words.who.car(facts.car.value)]
    .filter(Boolean).join(words.comma) || spell(code)

const shortName = (car: string | null) => (car !== null && car.length <= 4 ? car : null)

/** Building and car in one line. */
export const nameOf = ({ code, facts: { building, address, car } }: ElevatorPage): string =>
  [building.value ?? address.value, car.value].filter(Boolean).join(' ') || spell(code)
