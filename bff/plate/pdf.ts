import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate, setTimeout } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Outline } from './outline.ts'
import { PLATE } from './layout.ts'
import { box, type BoxShape, type Ink, type Shape } from './shape.ts'

export type Sheet = 'plate' | 'a4'

const POINTS = 72 / 25.4
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
    line('m', x + r, y), line('l', right - r, y), line('c', right - k, y, right, y + k, right, y + r),
    line('l', right, bottom - r), line('c', right, bottom - k, right - k, bottom, right - r, bottom),
    line('l', x + r, bottom), line('c', x + k, bottom, x, bottom - k, x, bottom - r),
    line('l', x, y + r), line('c', x, y + k, x + k, y, x + r, y), 'h',
  ].join('\n')
}

/** An outline in font units as PDF operators; a quadratic curve becomes the cubic one of the same form. */
const outlinePath = ({ steps }: Outline): string => {
  let [x, y] = [0, 0]
  const operators = steps.map(({ step, at }) => {
    const [a = 0, b = 0, c = 0, d = 0] = at
    const [fromX, fromY] = [x, y]
    if (step === 'Z') return 'h'
    ;[x, y] = [at.at(-2) ?? 0, at.at(-1) ?? 0]
    if (step === 'M') return line('m', a, b)
    if (step === 'L') return line('l', a, b)
    if (step === 'C') return line('c', ...at)
    return line('c', fromX + ((a - fromX) * 2) / 3, fromY + ((b - fromY) * 2) / 3, c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3, c, d)
  })
  return [...operators, 'f'].join('\n')
}

/** Each outline is stored once in the file, as a form every plate refers to by name. */
const openForms = (doc: PDFKit.PDFDocument) => {
  const forms = new Map<string, unknown>()
  return (outline: Outline): string => {
    const name = `g${outline.name}`
    let form = forms.get(name)
    if (form === undefined) {
      const { left = 0, bottom = 0, right = 0, top = 0 } = outline.box ?? {}
      const made = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [left * 1000, -bottom * 1000, right * 1000, -top * 1000] })
      made.end(outlinePath(outline))
      form = made
      forms.set(name, form)
    }
    doc.page.xobjects[name] = form
    return name
  }
}

/** The page's operators for one plate whose top left corner stands at (left, top) mm. */
const paint = (shapes: readonly Shape[], left: number, top: number, form: (outline: Outline) => string): string => {
  const operators = ['q', line('cm', POINTS, 0, 0, POINTS, left * POINTS, top * POINTS)]
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]
    if (shape === undefined) break
    operators.push(inks[shape.ink])
    if (shape.kind === 'box') {
      operators.push(boxPath(shape))
      for (let next = shapes[at + 1]; next?.kind === 'box' && next.part === shape.part; next = shapes[++at + 1]) operators.push(boxPath(next))
      operators.push('f')
      continue
    }
    const scale = shape.size / 1000
    for (const { x, outline } of shape.glyphs) {
      if (outline.box === null) continue
      operators.push('q', line('cm', scale, 0, 0, -scale, shape.x + x * shape.size, shape.y), `/${form(outline)} Do`, 'Q')
    }
  }
  return [...operators, 'Q'].join('\n')
}

/** On A4 (210 × 297 mm): 2 × 3 plates, 8 mm apart, each corner with two crop marks of 3 mm that begin 1 mm outside it. */
const A4 = { width: 210, height: 297, columns: 2, rows: 3, gap: 8 }
const MARK = { length: 3, off: 1, thick: 0.1 }

const cropMarks = (): Shape[] => [0, PLATE].flatMap((x) => [0, PLATE].flatMap((y) => {
  const outward = (edge: number): number => (edge === 0 ? -MARK.off - MARK.length : edge + MARK.off)
  return [
    box('crop', 'black', outward(x), y - MARK.thick / 2, MARK.length, MARK.thick),
    box('crop', 'black', x - MARK.thick / 2, outward(y), MARK.thick, MARK.length),
  ]
}))

const sheets: Record<Sheet, { width: number; height: number; marks: Shape[]; places: { left: number; top: number }[] }> = {
  plate: { width: PLATE, height: PLATE, marks: [], places: [{ left: 0, top: 0 }] },
  a4: {
    width: A4.width,
    height: A4.height,
    marks: cropMarks(),
    places: Array.from({ length: A4.rows * A4.columns }, (_, index) => {
      const [column, row] = [index % A4.columns, Math.floor(index / A4.columns)]
      const pitch = PLATE + A4.gap
      return {
        left: (A4.width - A4.columns * pitch + A4.gap) / 2 + column * pitch,
        top: (A4.height - A4.rows * pitch + A4.gap) / 2 + row * pitch,
      }
    }),
  },
}

/** Writes plates as they come, one a page or six on A4, sized in mm, no faster than the sink takes them. Answers how many it wrote. */
export const writePlatePdf = async (
  plates: Iterable<Shape[]> | AsyncIterable<Shape[]>, sink: Writable, sheet: Sheet, title: string,
): Promise<number> => {
  const { width, height, marks, places } = sheets[sheet]
  const doc = new PDFDocument({
    autoFirstPage: false, size: [width * POINTS, height * POINTS], margin: 0, info: { Title: title }, lang: 'zh-CN',
  })
  const written = pipeline(doc, sink)
  // A sink that breaks ends the loop below; the reason is thrown where the end is awaited.
  written.catch(() => {})
  const form = openForms(doc)
  let count = 0
  for await (const shapes of plates) {
    const { left, top } = places[count % places.length] ?? { left: 0, top: 0 }
    if (count % places.length === 0) {
      const names: Record<string, unknown> = count === 0 ? {} : doc.page.xobjects
      doc.addPage()
      // The page before is in the file now; the names it held would add up over a city.
      for (const name of Object.keys(names)) delete names[name]
    }
    doc.addContent(paint([...marks, ...shapes], left, top, form))
    count++
    await setImmediate()
    while (sink.writableNeedDrain && !sink.destroyed) await setTimeout(2)
    if (sink.destroyed) break
  }
  if (count === 0) doc.addPage()
  doc.end()
  await written
  return count
}
