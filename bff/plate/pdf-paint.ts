import type { Outline } from './outline.ts'
import type { BoxShape, Ink, Shape } from './shape.ts'

/** PDF points in a millimetre. */
export const POINTS = 72 / 25.4
/** How far a control point of a quarter circle stands from its end, in radii. */
const ROUND = 0.5523
/** DeviceGray is the black ink alone at a print shop and full black, without a raster, on an office printer. */
const inks: Record<Ink, string> = { black: '0 g', white: '1 g' }

const number = (value: number): string => String(Math.round(value * 10_000) / 10_000)
const line = (operator: string, ...values: number[]): string => [...values.map(number), operator].join(' ')

const boxPath = ({ x, y, width, height, radius: r }: BoxShape): string => {
  if (r === 0) return line('re', x, y, width, height)
  const [right, bottom, k] = [x + width, y + height, r * (1 - ROUND)]
  return [
    line('m', x + r, y),
    line('l', right - r, y),
    line('c', right - k, y, right, y + k, right, y + r),
    line('l', right, bottom - r),
    line('c', right, bottom - k, right - k, bottom, right - r, bottom),
    line('l', x + r, bottom),
    line('c', x + k, bottom, x, bottom - k, x, bottom - r),
    line('l', x, y + r),
    line('c', x, y + k, x + k, y, x + r, y),
    'h',
  ].join('\n')
}

/** An outline in font units as PDF operators; a quadratic curve becomes the cubic one of the same form. */
export const outlinePath = ({ steps }: Outline): string => {
  let [x, y] = [0, 0]
  const operators = steps.map(({ step, at }) => {
    const [a = 0, b = 0, c = 0, d = 0] = at
    const [fromX, fromY] = [x, y]
    if (step === 'Z') return 'h'
    ;[x, y] = [at.at(-2) ?? 0, at.at(-1) ?? 0]
    if (step === 'M') return line('m', a, b)
    if (step === 'L') return line('l', a, b)
    if (step === 'C') return line('c', ...at)
    return line(
      'c',
      fromX + ((a - fromX) * 2) / 3,
      fromY + ((b - fromY) * 2) / 3,
      c + ((a - c) * 2) / 3,
      d + ((b - d) * 2) / 3,
      c,
      d,
    )
  })
  return [...operators, 'f'].join('\n')
}

/** The page's operators for one plate whose top left corner stands at (left, top) mm. */
export const paint = (
  shapes: readonly Shape[],
  left: number,
  top: number,
  form: (outline: Outline) => string,
): string => {
  const operators = ['q', line('cm', POINTS, 0, 0, POINTS, left * POINTS, top * POINTS)]
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]
    if (shape === undefined) break
    operators.push(inks[shape.ink])
    if (shape.kind === 'box') {
      operators.push(boxPath(shape))
      for (let next = shapes[at + 1]; next?.kind === 'box' && next.part === shape.part; next = shapes[++at + 1])
        operators.push(boxPath(next))
      operators.push('f')
      continue
    }
    const scale = shape.size / 1000
    for (const { x, outline } of shape.glyphs) {
      if (outline.box === null) continue
      operators.push(
        'q',
        line('cm', scale, 0, 0, -scale, shape.x + x * shape.size, shape.y),
        `/${form(outline)} Do`,
        'Q',
      )
    }
  }
  return [...operators, 'Q'].join('\n')
}
