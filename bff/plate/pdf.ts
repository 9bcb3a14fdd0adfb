import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate, setTimeout } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Outline } from './outline.ts'
import { outlinePath, paint, POINTS } from './pdf-paint.ts'
import type { Shape } from './shape.ts'
import { sheets, type Sheet } from './sheet.ts'

/** Each outline is stored once in the file, as a form every plate refers to by name. */
const openForms = (doc: PDFKit.PDFDocument) => {
  const forms = new Map<string, unknown>()
  return (outline: Outline): string => {
    const name = `g${outline.name}`
    let form = forms.get(name)
    if (form === undefined) {
      const { left = 0, bottom = 0, right = 0, top = 0 } = outline.box ?? {}
      const made = doc.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [left * 1000, -bottom * 1000, right * 1000, -top * 1000],
      })
      made.end(outlinePath(outline))
      form = made
      forms.set(name, form)
    }
    doc.page.xobjects[name] = form
    return name
  }
}

/**
 * Writes plates as they come, one a page or six on A4, sized in mm, no faster than the sink takes them. Answers how
 * many it wrote.
 */
export const writePlatePdf = async (
  plates: Iterable<Shape[]> | AsyncIterable<Shape[]>,
  sink: Writable,
  sheet: Sheet,
  title: string,
): Promise<number> => {
  const { width, height, marks, places } = sheets[sheet]
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: [width * POINTS, height * POINTS],
    margin: 0,
    info: { Title: title },
  })
  const written = pipeline(doc, sink)
  // A sink that breaks ends the loop below; the reason is thrown where the end is awaited.
  written.catch(() => {})
  const form = openForms(doc)
  let count = 0
  try {
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
  } catch (error) {
    sink.destroy()
    throw error
  }
  if (count === 0) doc.addPage()
  doc.end()
  await written
  return count
}
