import { PLATE } from './layout.ts'
import { box, type Shape } from './shape.ts'

/** What a page of the PDF is: one plate, or A4 with six. */
export type Sheet = 'plate' | 'a4'

type Page = { width: number; height: number; marks: Shape[]; places: { left: number; top: number }[] }

/**
 * On A4 (210 × 297 mm): 2 × 3 plates, 8 mm apart, each corner with two crop marks of 3 mm that begin 1 mm outside it.
 */
const A4 = { width: 210, height: 297, columns: 2, rows: 3, gap: 8 }
const MARK = { length: 3, off: 1, thick: 0.1 }

const cropMarks = (): Shape[] =>
  [0, PLATE].flatMap((x) =>
    [0, PLATE].flatMap((y) => {
      const outward = (edge: number): number => (edge === 0 ? -MARK.off - MARK.length : edge + MARK.off)
      return [
        box('crop', 'black', outward(x), y - MARK.thick / 2, MARK.length, MARK.thick),
        box('crop', 'black', x - MARK.thick / 2, outward(y), MARK.thick, MARK.length),
      ]
    }),
  )

/** Pages in mm; marks are drawn round the plate at each place. */
export const sheets: Record<Sheet, Page> = {
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
