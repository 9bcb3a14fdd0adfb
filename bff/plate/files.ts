import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { layoutPlate } from './layout.ts'
import { MissingGlyphs } from './outline.ts'
import { writePlatePdf } from './pdf.ts'
import type { Plate, Shape } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { plateSvg } from './svg.ts'

export type Format = 'svg' | 'pdf'
export type Printed = { written: number; refused: { code: string; why: string }[]; files: string[] }

/** Plates in one PDF of a folder: 166 sheets of A4, which a print shop's machine still opens at once. */
const PER_FILE = 996

/** A file appears under its name when it is whole. */
const whole = async (file: string, write: (path: string) => Promise<unknown>): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  const part = `${file}.part`
  try {
    await write(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Prints plates as they come. `out` ending in .pdf or .svg is one file, else a folder: an SVG for each plate, or PDFs
 * of 996 plates. A plate with a character the font has no shape for is not printed and answered in `refused`; the rest
 * goes on. `done` is called after each plate. Throws when an .svg file is asked of more than one plate.
 */
export const printPlates = async (
  plates: AsyncIterable<Plate>,
  given: { format: Format; sheet: Sheet; out: string; title: string },
  done: (plate: Plate) => void,
): Promise<Printed> => {
  const { format, sheet, out, title } = given
  const single = out.toLowerCase().endsWith(`.${format}`)
  const printed: Printed = { written: 0, refused: [], files: [] }

  async function* laidOut(): AsyncGenerator<{ plate: Plate; shapes: Shape[] }> {
    for await (const plate of plates) {
      try {
        yield { plate, shapes: layoutPlate(plate) }
        done(plate)
      } catch (error) {
        if (!(error instanceof MissingGlyphs)) throw error
        printed.refused.push({ code: plate.code, why: error.message })
      }
    }
  }

  const writeOne = async (file: string, write: (path: string) => Promise<unknown>): Promise<void> => {
    await whole(file, write)
    printed.files.push(file)
  }

  if (format === 'svg') {
    for await (const { plate, shapes } of laidOut()) {
      if (single && printed.written === 1) throw new Error(`${out} holds one plate and there are more: give a folder`)
      await writeOne(single ? out : join(out, `${plate.code}.svg`), (path) =>
        writeFile(path, plateSvg(shapes, plate.code)),
      )
      printed.written++
    }
    return printed
  }

  const source = laidOut()
  let next = await source.next()
  async function* some(): AsyncGenerator<Shape[]> {
    for (let count = 0; !next.done && (single || count < PER_FILE); count++) {
      yield next.value.shapes
      next = await source.next()
    }
  }
  while (!next.done) {
    const file = single ? out : join(out, `plates-${String(printed.files.length + 1).padStart(4, '0')}.pdf`)
    await writeOne(file, async (path) => {
      printed.written += await writePlatePdf(some(), createWriteStream(path), sheet, title)
    })
  }
  return printed
}
