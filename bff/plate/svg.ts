import { PLATE } from './layout.ts'
import type { BoxShape, Shape, TextShape } from './shape.ts'

/** Paths are written in whole µm under one scale, so that no position is off by more than half of one. */
const um = (mm: number): number => Math.round(mm * 1000)
const inks = { black: '#000', white: '#fff' } as const

const rectangle = ({ x, y, width, height }: BoxShape): string =>
  `M${um(x)} ${um(y)}H${um(x + width)}V${um(y + height)}H${um(x)}Z`

const letters = ({ x, y, size, glyphs }: TextShape): string =>
  glyphs
    .map((glyph) =>
      glyph.outline.steps
        .map(
          ({ step, at }) =>
            step +
            at
              .map((value, index) =>
                index % 2 === 0 ? um(x + (glyph.x + value / 1000) * size) : um(y - (value / 1000) * size),
              )
              .join(' '),
        )
        .join(''),
    )
    .join('')

/** Neighbours of one part and ink are one path: modules that touch leave no hairline between them. */
const painted = (shapes: readonly Shape[]): string[] => {
  const elements: string[] = []
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]
    if (shape === undefined) break
    const fill = inks[shape.ink]
    if (shape.kind === 'text') {
      elements.push(`<path fill="${fill}" d="${letters(shape)}"/>`)
    } else if (shape.radius > 0) {
      const [x, y, width, height, radius] = [shape.x, shape.y, shape.width, shape.height, shape.radius].map(um)
      elements.push(`<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`)
    } else {
      let d = rectangle(shape)
      for (
        let next = shapes[at + 1];
        next?.kind === 'box' && next.part === shape.part && next.radius === 0;
        next = shapes[at + 1]
      ) {
        d += rectangle(next)
        at++
      }
      elements.push(`<path fill="${fill}" shape-rendering="crispEdges" d="${d}"/>`)
    }
  }
  return elements
}

/** One plate as SVG, sized in mm, with every character as an outline: it needs no font where it is printed. */
export const plateSvg = (shapes: readonly Shape[], title: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PLATE}mm" height="${PLATE}mm" viewBox="0 0 ${PLATE} ${PLATE}">`,
    `<title>${title.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>`,
    '<g transform="scale(0.001)">',
    ...painted(shapes),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
