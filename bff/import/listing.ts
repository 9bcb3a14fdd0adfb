import type { City } from '@tima/contract/city.ts'
import { narrow } from '@tima/domain/code.ts'
import { searchText } from '@tima/domain/search-words.ts'

export type Listing = { buildingKey: string; place: string; title: string; car: string; search: string }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const squash = (value: string): string => narrow(value).toLowerCase().replace(/\s+/g, '')

/** The line that names an elevator in lists, and the words it is found by, out of its newest facts. */
export function listingOf(fields: Record<string, unknown>, code: string, city: City, buildingKey: string | null): Listing {
  const district = text(fields.district)
  const estate = text(fields.estate)
  const address = text(fields.address)
  const building = text(fields.building)
  const car = text(fields.car) || text(fields.carMark) || text(fields.ownNumber) || text(fields.sourceNumber)
  const spot = building || address
  const others = [address, code, fields.carMark, fields.ownNumber, fields.sourceNumber, fields.rescueCode].map(text)
  return {
    buildingKey: buildingKey ?? writtenBuilding(city, [district, estate, spot], code),
    place: [district, estate].filter(Boolean).join(' ') || city.names[city.language === 'en' ? 'en' : 'zh'],
    title: [spot, car].filter(Boolean).join(city.language === 'en' ? ', ' : ' ') || code,
    car,
    search: searchText([district, estate, building, car], others),
  }
}

/** Where the source gives its buildings numbers, these tell which cars are in one building. */
export const numberedBuilding = (scope: string, ref: string): string => `n:${scope}:${ref}`
export const isNumbered = (buildingKey: string | null): boolean => buildingKey?.startsWith('n:') ?? false

/** Else cars at one written place are in one building; without a building or an address a car stands alone. */
function writtenBuilding(city: City, words: string[], code: string): string {
  return words.at(-1) ? `w:${city.key}:${words.map(squash).join('|')}` : `c:${code}`
}
