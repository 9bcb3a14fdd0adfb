/** Crockford base32: no I, L, O, U. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const RANDOM_SYMBOLS = 8
const CODE_SYMBOLS = 10

// GF(32) over the primitive polynomial x^5 + x^2 + 1; POWER[i] is α^i, LOG its inverse.
const POWER: number[] = []
const LOG: number[] = []
for (let i = 0, value = 1; i < 31; i += 1) {
  POWER[i] = value
  LOG[value] = i
  value = value & 16 ? ((value << 1) ^ 37) & 31 : value << 1
}
const times = (a: number, b: number): number => (a && b ? POWER[(LOG[a]! + LOG[b]!) % 31]! : 0)
const over = (a: number, b: number): number => (a ? POWER[(LOG[a]! - LOG[b]! + 31) % 31]! : 0)

/** Sum of the symbols, and sum of the symbols times α^position: both 0 in a whole code. */
function syndromes(symbols: number[]): [number, number] {
  let plain = 0
  let placed = 0
  symbols.forEach((symbol, position) => {
    plain ^= symbol
    placed ^= times(symbol, POWER[position]!)
  })
  return [plain, placed]
}

/** Full-width ASCII (ＡＢＣ１２３（）) and the ideographic space as their half-width twins. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

function normalise(text: string): string {
  return narrow(text)
    .toUpperCase()
    .replace(/[\s\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/**
 * The plate code 电梯码 of eight random symbols: the eight and two check symbols of a Reed-Solomon code over GF(32). Its
 * distance is 3, so every one or two wrong symbols, hence every swap of neighbours, is caught, check symbols included.
 * Throws RangeError unless `eight` is eight symbols of the alphabet.
 */
export function makeCode(eight: string): string {
  const symbols = Array.from(eight, (symbol) => ALPHABET.indexOf(symbol))
  if (symbols.length !== RANDOM_SYMBOLS || symbols.includes(-1))
    throw new RangeError('Expected 8 Crockford base32 symbols')
  const [plain, placed] = syndromes(symbols)
  // c8 + c9 = plain and α^8 c8 + α^9 c9 = placed, in a field where minus is plus
  const last = over(placed ^ times(plain, POWER[8]!), POWER[8]! ^ POWER[9]!)
  return eight + ALPHABET[plain ^ last]! + ALPHABET[last]!
}

/** A new code from at least eight random bytes; five bits of each are used. Throws RangeError when there are fewer. */
export function randomCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < RANDOM_SYMBOLS) throw new RangeError('Expected at least 8 random bytes')
  return makeCode(Array.from(randomBytes.subarray(0, RANDOM_SYMBOLS), (byte) => ALPHABET[byte & 31]!).join(''))
}

export type CodeReading = { ok: true; code: string } | { ok: false; text: string; suspect: number | null }

/**
 * Reads a code as a person types or dictates it: any case, full-width, spaces and hyphens anywhere, O for 0, I and L
 * for 1. A refused `text` is normalised that way too; `suspect` is the index in it of the one symbol whose change
 * makes a whole code, or the one symbol outside the alphabet; null when no single wrong symbol explains the text.
 */
export function readCode(text: string): CodeReading {
  const normal = normalise(text)
  const symbols = Array.from(normal, (symbol) => ALPHABET.indexOf(symbol))
  const refused = (suspect: number | null): CodeReading => ({ ok: false, text: normal, suspect })
  if (symbols.length !== CODE_SYMBOLS) return refused(null)
  const strange = symbols.indexOf(-1)
  if (strange >= 0) return refused(strange === symbols.lastIndexOf(-1) ? strange : null)
  const [plain, placed] = syndromes(symbols)
  if (plain === 0 && placed === 0) return { ok: true, code: normal }
  if (plain === 0 || placed === 0) return refused(null)
  const position = LOG[over(placed, plain)]!
  return refused(position < CODE_SYMBOLS ? position : null)
}

/** For print and speech, in groups of four: '7K3M Q9TX 4D'. */
export const formatCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
