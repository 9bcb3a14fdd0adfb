import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { ALPHABET } from '@tima/domain/code.ts'

/**
 * A signing key of plates: `id` is one symbol printed in the tag, so that old plates verify after a new key signs. The
 * secret is a key object: made of bytes at every use it costs five times the HMAC.
 */
export type PlateKey = { id: string; secret: KeyObject }

const TAG_BYTES = 10
const SECRET_BYTES = 32

/** 8 bits in, 5 bits a symbol out; whole symbols only. */
const base32 = (bytes: Uint8Array): string => {
  let symbols = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) symbols += ALPHABET[(held >> (bits - 5)) & 31]
    held &= 31
  }
  return symbols
}

/**
 * The tag of a code: key id, then 16 symbols of HMAC-SHA256 over `tima-plate:<code>` cut to 80 bits. It tells a code
 * Tima printed from one somebody made up; it cannot tell a plate that hangs in the wrong car (NIST SP 800-107 §5.1 on
 * truncation).
 */
export const plateTag = (code: string, key: PlateKey): string =>
  key.id + base32(createHmac('sha256', key.secret).update(`tima-plate:${code}`).digest().subarray(0, TAG_BYTES))

/** True when one of the keys made this tag for this code; compared in constant time, in either case of letters. */
export const verifyTag = (code: string, tag: string, keys: readonly PlateKey[]): boolean => {
  const given = Buffer.from(tag.toUpperCase())
  const key = keys.find(({ id }) => given[0] === id.charCodeAt(0))
  if (key === undefined) return false
  const expected = Buffer.from(plateTag(code, key))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * `<id>:<secret>[,…]`, secrets in base64url of at least 32 bytes; the first signs, all verify. Throws naming the
 * setting.
 */
export const parsePlateKeys = (setting: string): [PlateKey, ...PlateKey[]] => {
  const refuse = (why: string): never => {
    throw new Error(
      `TIMA_PLATE_KEYS: ${why}; write <id>:<base64url of at least ${SECRET_BYTES} random bytes>, keys apart by commas`,
    )
  }
  const [first, ...rest] = setting.split(',').map((entry, index): PlateKey => {
    const [, id, secret] = /^([^:]*):(.*)$/.exec(entry.trim()) ?? refuse(`key ${index + 1} has no colon`)
    if (id === undefined || id.length !== 1 || !ALPHABET.includes(id)) {
      return refuse(`the id of key ${index + 1} is not one of ${ALPHABET}`)
    }
    if (secret === undefined || !/^[A-Za-z0-9_-]+=*$/.test(secret))
      return refuse(`the secret of key ${id} is not base64url`)
    const bytes = Buffer.from(secret, 'base64url')
    if (bytes.length < SECRET_BYTES) return refuse(`the secret of key ${id} has ${bytes.length} bytes`)
    return { id, secret: createSecretKey(bytes) }
  })
  if (first === undefined) return refuse('no key')
  if (new Set([first, ...rest].map(({ id }) => id)).size <= rest.length) refuse('two keys have the same id')
  return [first, ...rest]
}

/** The link in the QR: `https://<host>/e/<code>.<tag>`; publicUrl may end in a slash. */
export const plateLink = (publicUrl: string, code: string, tag: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/e/${code}.${tag}`
