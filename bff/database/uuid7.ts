import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8 * 1024)
let used = pool.length
let last = 0
let count = 0

/** A UUIDv7 (RFC 9562): milliseconds, a 12-bit counter within them, 62 random bits. Ids of one process sort as made. */
export function uuid7(now: number = Date.now()): string {
  if (now > last) {
    last = now
    count = 0
  } else if (++count > 0xfff) {
    last += 1
    count = 0
  }
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const time = last.toString(16).padStart(12, '0')
  pool[used] = (pool[used]! & 0x3f) | 0x80
  const random = pool.toString('hex', used, used + 8)
  used += 8
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${random.slice(0, 4)}-${random.slice(4)}`
}
