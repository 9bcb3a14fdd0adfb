import type { City } from '@tima/contract/city.ts'
import type pg from 'pg'
import { readBlankPlates, readPlateFacts, readPlateLines, type Filter } from './plate.repository.ts'
import type { Plate } from './shape.ts'

const AT_ONCE = 500

export type LinkOf = (code: string) => string

const cityName = ({ names, language }: City): string => (language === 'en' ? names.en : names.zh)

/** A plate nobody has bound: the city's words and hotline, and room for the rest. */
export const blankPlate = (city: City, { code, serial }: { code: string; serial: string }, linkOf: LinkOf): Plate => ({
  link: linkOf(code),
  code,
  serial,
  place: null,
  title: null,
  rescueCode: null,
  propertyNumber: null,
  hotline: city.hotline,
  cityName: cityName(city),
  language: city.language,
})

/** The active plates of a city as they are printed now, by code; reads some hundreds at a time. */
export async function* cityPlates(
  db: pg.Pool,
  city: City,
  filter: Omit<Filter, 'city'>,
  linkOf: LinkOf,
): AsyncGenerator<Plate> {
  for (let after = ''; ;) {
    const lines = await readPlateLines(db, { ...filter, city: city.key }, after, AT_ONCE)
    const facts = await Promise.all(lines.map(({ elevatorId }) => readPlateFacts(db, elevatorId)))
    for (const [index, { code, serial, place, title }] of lines.entries()) {
      const said = facts[index] ?? { rescueCode: null, propertyNumber: null }
      yield {
        ...blankPlate(city, { code, serial }, linkOf),
        ...said,
        title,
        place: place === cityName(city) ? null : place,
      }
    }
    if (lines.length < AT_ONCE) return
    after = lines.at(-1)?.code ?? ''
  }
}

/** The blank plates of one batch, by serial. */
export async function* blankPlates(db: pg.Pool, city: City, batch: string, linkOf: LinkOf): AsyncGenerator<Plate> {
  for (let after = ''; ;) {
    const plates = await readBlankPlates(db, batch, after, AT_ONCE)
    for (const plate of plates) yield blankPlate(city, plate, linkOf)
    if (plates.length < AT_ONCE) return
    after = plates.at(-1)?.serial ?? ''
  }
}
