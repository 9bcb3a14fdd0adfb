import { printable } from './outline.ts'
import { helpPart } from './help-part.ts'
import { encodeLink, symbolWidth } from './qr.ts'
import { scanPart } from './scan-part.ts'
import { box, type Plate, type Shape } from './shape.ts'

/** Side of a plate, and the white that stays round the symbol and along the sides, in mm. */
export const PLATE = 85
export const MARGIN = 5

const cleaned = (text: string | null): string | null => (text === null ? null : printable(text) || null)

/**
 * The plate as shapes in the order they are painted, 85 × 85 mm. The symbol stands at (5, 5) with 5 mm white on every
 * side (at least 4 modules, ISO/IEC 18004 §9.1). A module is never under 1.0 mm: the symbol is 37 mm wide for a host
 * of up to 12 letters, 41 mm up to 26, 45 mm up to 32; the column beside it narrows and the part below gives up its
 * slack, then shrinks by at most a sixth. Throws MissingGlyphs, and Error for a link that does not fit.
 */
export const layoutPlate = (plate: Plate): Shape[] => {
  const said: Plate = {
    ...plate,
    place: cleaned(plate.place),
    title: cleaned(plate.title),
    rescueCode: cleaned(plate.rescueCode),
    hotline: cleaned(plate.hotline),
    propertyNumber: cleaned(plate.propertyNumber),
    cityName: printable(plate.cityName),
    serial: printable(plate.serial),
  }
  const symbol = encodeLink(plate.link)
  const side = symbolWidth(symbol.size)
  const module = side / symbol.size
  return [
    box('ground', 'white', 0, 0, PLATE, PLATE),
    ...symbol.runs.map(({ x, y, width }) =>
      box('symbol', 'black', MARGIN + x * module, MARGIN + y * module, width * module, module),
    ),
    ...scanPart(said, { left: 2 * MARGIN + side, top: MARGIN, right: PLATE - MARGIN, bottom: MARGIN + side }),
    ...helpPart(said, { left: MARGIN, top: 2 * MARGIN + side, right: PLATE - MARGIN, bottom: PLATE - 3 }),
  ]
}
