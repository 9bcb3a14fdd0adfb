import { formatCode } from '@tima/domain/code.ts'
import { numbersPart } from './numbers-part.ts'
import { box, type Frame, type Plate, type Shape } from './shape.ts'
import { CAP, FALL, LEADING, RISE, fitBlock, inkHeight, lineWidth, setLine, sizeToFit, type Run } from './text.ts'
import { plateWords, type PlateWords } from './words.ts'

/** Heights in mm at full size, from the top: place, panel, numbers, footer; gaps are between them. */
const PLACE = 5.2
const PANEL = 16.2
const NUMBERS = 4.6
const FOOTER = 2.6
const GAPS = [0.7, 1.6, 1.4] as const
const NEEDED = PLACE + PANEL + NUMBERS + FOOTER + GAPS[0] + GAPS[1] + GAPS[2]

const grouped = (rescueCode: string): string => rescueCode.replace(/^(\d{3})(\d{3})$/, '$1 $2')

const placePart = (plate: Plate, words: PlateWords, frame: Frame): Shape[] => {
  const width = frame.right - frame.left
  const height = frame.bottom - frame.top
  const parts = [plate.place, plate.title].filter((text) => text !== null)
  if (parts.length === 0) {
    const label = setLine('place', [{ text: words.place, weight: 400 }], {
      x: frame.left,
      y: frame.bottom - 0.6,
      size: 3.2,
    })
    const start = frame.left + lineWidth([{ text: words.place, weight: 400 }], 3.2) + 1.4
    return [label, box('write-here', 'black', start, frame.bottom - 0.5, frame.right - start, 0.2)]
  }
  const { size, lines } = fitBlock(parts, 600, 4.5, width, height)
  const top = frame.top + (height - size * LEADING * lines.length) / 2
  return lines.map((text, index) =>
    setLine('place', [{ text, weight: 600 }], {
      x: (frame.left + frame.right) / 2,
      y: top + (index + 0.5) * LEADING * size + (RISE - 0.5) * size,
      size,
      align: 'centre',
    }),
  )
}

/** White on black: what to do when trapped and, as large as the width allows, what to say. */
const panelPart = (plate: Plate, words: PlateWords, frame: Frame, scale: number): Shape[] => {
  const centre = (frame.left + frame.right) / 2
  const room = frame.right - frame.left - 6
  const order = plate.hotline === null && plate.propertyNumber === null ? words.trappedWithoutNumber : words.trapped
  const orderSize = sizeToFit(order, 3.4 * scale, room)
  const say = [
    { text: plate.rescueCode === null ? formatCode(plate.code) : grouped(plate.rescueCode), weight: 600 },
  ] as const
  const spacing = plate.rescueCode === null ? 0.04 : 0.12
  const ink = inkHeight(say)
  const below = frame.top + (frame.bottom - frame.top) * 0.07 + orderSize
  const hang = Math.max(0, inkHeight(order).bottom - FALL) * orderSize
  const [top, bottom] = [below + hang + 0.3 * scale, frame.bottom - 0.5 * scale]
  const saySize = Math.min(sizeToFit(say, 11.4 * scale, room, spacing), (bottom - top) / (ink.bottom - ink.top))
  const middle = (below + frame.bottom + CAP * saySize) / 2
  const y = Math.min(Math.max(middle, top - ink.top * saySize), bottom - ink.bottom * saySize)
  return [
    box('panel', 'black', frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, 2),
    setLine('trapped', order, {
      x: centre,
      y: below - FALL * orderSize,
      size: orderSize,
      align: 'centre',
      ink: 'white',
    }),
    setLine('say', say, { x: centre, y, size: saySize, align: 'centre', ink: 'white', spacing }),
  ]
}

const footerPart = (plate: Plate, words: PlateWords, frame: Frame, scale: number): Shape[] => {
  const calm: Run[] = [{ text: words.calm, weight: 400 }]
  const serial: Run[] = [{ text: words.serial(plate.cityName, plate.serial), weight: 400 }]
  const size = 2.7 * scale
  const factor = Math.min(1, (frame.right - frame.left - 3) / (lineWidth(calm, size) + lineWidth(serial, size)))
  const y = frame.bottom - FALL * size
  return [
    setLine('calm', calm, { x: frame.left, y, size: size * factor }),
    setLine('serial', serial, { x: frame.right, y, size: size * factor, align: 'right' }),
  ]
}

/** Below the symbol: where, what to do when trapped, whom to call, what not to do. */
export const helpPart = (plate: Plate, frame: Frame): Shape[] => {
  const words = plateWords[plate.language]
  const height = frame.bottom - frame.top
  const scale = Math.min(1, height / NEEDED)
  const slack = (height - NEEDED * scale) / 5
  let y = frame.top
  const take = (part: number, gap: number): Frame => {
    const taken = { left: frame.left, right: frame.right, top: y, bottom: y + part }
    y = taken.bottom + gap * scale + slack
    return taken
  }
  return [
    ...placePart(plate, words, take(PLACE * scale + slack, GAPS[0])),
    ...panelPart(plate, words, take(PANEL * scale + slack, GAPS[1]), scale),
    ...numbersPart(plate, words, take(NUMBERS * scale, GAPS[2]), scale),
    ...footerPart(plate, words, take(FOOTER * scale, 0), scale),
  ]
}
