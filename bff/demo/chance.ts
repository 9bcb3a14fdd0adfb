import { createHash } from 'node:crypto'

/** A number from 0 up to 1 that is always the same for the same words: the demo city's only randomness. FNV-1a, then mixed. */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const symbol of `qingyu/${words.join('/')}`) hash = Math.imul(hash ^ symbol.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number, ...words: (string | number)[]): number =>
  least + Math.floor(chance(...words) * (most - least + 1))

export const pick = <T>(from: readonly T[], ...words: (string | number)[]): T => from[Math.floor(chance(...words) * from.length)]!

/** One of the keys, each as often as its share says; shares need not add up to 1. */
export function pickShare<K extends string>(shares: Record<K, number>, ...words: (string | number)[]): K {
  const entries = Object.entries(shares) as [K, number][]
  let left = chance(...words) * entries.reduce((sum, [, share]) => sum + share, 0)
  for (const [key, share] of entries) {
    left -= share
    if (left < 0) return key
  }
  return entries.at(-1)![0]
}

/** Bytes of an elevator's code, so that the demo city's plates are the same everywhere. */
export const codeBytes = (ref: string, attempt: number): Uint8Array =>
  createHash('sha256').update(`qingyu/plate/${ref}/${attempt}`).digest().subarray(0, 8)
