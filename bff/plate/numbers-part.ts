import { box, type Frame, type Plate, type Shape } from './shape.ts'
import { lineWidth, setLine, type Run } from './text.ts'
import type { PlateWords } from './words.ts'

const LABEL = 3.2
const GAP = 1.4
const WRITING = 34

type Labelled = { part: string; label: Run[]; number: Run[]; size: number }

const labelled = (part: string, label: string, number: string, size: number): Labelled => ({
  part,
  label: [{ text: label, weight: 400 }],
  number: [{ text: number, weight: 600 }],
  size,
})

/**
 * The numbers to call, hotline at the left and property at the right; a property number that is missing gets a line.
 */
export const numbersPart = (plate: Plate, words: PlateWords, frame: Frame, scale: number): Shape[] => {
  const { hotline, propertyNumber } = plate
  const numbers = [
    ...(hotline === null ? [] : [labelled('hotline', words.rescue, hotline, 6.2)]),
    ...(propertyNumber === null
      ? []
      : [labelled('property', words.property, propertyNumber, hotline === null ? 6.2 : 5)]),
  ]
  const writing = propertyNumber === null ? WRITING : 0
  const width = (one: Labelled, factor: number): number =>
    lineWidth(one.label, LABEL * factor) + GAP + lineWidth(one.number, one.size * factor)
  const wanted = numbers.reduce((sum, one) => sum + width(one, scale), 0)
  const factor = scale * Math.min(1, (frame.right - frame.left - 4 - writing) / Math.max(wanted, 1))
  const shapes: Shape[] = numbers.flatMap((one, index) => {
    const x = index === 0 ? frame.left : frame.right - width(one, factor)
    const number = x + lineWidth(one.label, LABEL * factor) + GAP
    return [
      setLine(`${one.part}-label`, one.label, { x, y: frame.bottom, size: LABEL * factor }),
      setLine(one.part, one.number, { x: number, y: frame.bottom, size: one.size * factor }),
    ]
  })
  if (propertyNumber !== null) return shapes
  const label: Run[] = [{ text: words.property, weight: 400 }]
  const x = numbers.length === 0 ? frame.left : frame.right - writing
  const start = x + lineWidth(label, LABEL * scale) + GAP
  return [
    ...shapes,
    setLine('property-label', label, { x, y: frame.bottom, size: LABEL * scale }),
    box('write-here', 'black', start, frame.bottom - 0.1, frame.right - start, 0.2),
  ]
}
