import QRCode from 'qrcode'

/** A run of dark modules, in modules from the top left corner of the symbol. */
export type Run = { x: number; y: number; width: number; height: number }

export type Symbol = { version: number; size: number; runs: Run[] }

const MODULE_MM = 1
const LEAST_MM = 36
const MOST_MODULES = 45

/** Width in mm of a printed symbol of so many modules: never under 36 mm, a module never under 1 mm. */
export const symbolWidth = (modules: number): number => Math.max(LEAST_MM, modules * MODULE_MM)

/**
 * The link as a QR code at level H (ISO/IEC 18004: 30 % of the codewords may be lost). Code and tag are of the
 * alphanumeric set and cost 5½ bits a symbol, the rest 8; so a host of 12 letters needs version 5 (37 modules), up to
 * 26 version 6 (41), up to 32 version 7 (45). Throws for a link that needs more than a plate has room for.
 */
export const encodeLink = (link: string): Symbol => {
  const { version, modules } = QRCode.create(link, { errorCorrectionLevel: 'H' })
  const { size, data } = modules
  if (size > MOST_MODULES)
    throw new Error(`The link ${link} is too long for a plate: TIMA_PUBLIC_URL needs a shorter host`)
  const runs: Run[] = []
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (data[y * size + x] !== 1) continue
      const from = x
      while (x < size && data[y * size + x] === 1) x++
      runs.push({ x: from, y, width: x - from, height: 1 })
    }
  }
  return { version, size, runs }
}
