import { randomBytes } from 'node:crypto'
import { ALPHABET, randomCode } from '@tima/domain/code.ts'
import type pg from 'pg'
import { insertBlankPlates } from './plate.repository.ts'

const AT_ONCE = 1000

/** A name for blank plates made together: the day, YYMMDD, and three random symbols. */
export const batchName = (day: string, random: Uint8Array = randomBytes(3)): string =>
  day.replaceAll('-', '').slice(2) + [...random.subarray(0, 3)].map((byte) => ALPHABET[byte % 32]).join('')

/**
 * Makes `count` blank plates with serials `<batch>-00001` on; a code that is taken is drawn again. Calls `made` as it
 * goes.
 */
export const makeBlankPlates = async (
  db: pg.Pool,
  batch: string,
  count: number,
  made: (count: number) => void,
  draw: () => string = () => randomCode(randomBytes(8)),
): Promise<void> => {
  for (let done = 0; done < count;) {
    let serials = Array.from(
      { length: Math.min(AT_ONCE, count - done) },
      (_, index) => `${batch}-${String(done + index + 1).padStart(5, '0')}`,
    )
    done += serials.length
    for (let attempt = 0; serials.length > 0; attempt++) {
      if (attempt === 20) throw new Error('No free plate code was found in 20 draws')
      const drawn = new Map(serials.map((serial) => [draw(), serial]))
      const free = await insertBlankPlates(
        db,
        [...drawn].map(([code, serial]) => ({ code, serial })),
      )
      const given = new Set([...drawn].filter(([code]) => free.has(code)).map(([, serial]) => serial))
      serials = serials.filter((serial) => !given.has(serial))
    }
    made(done)
  }
}
