import { formatCode } from '@tima/domain/code.ts'
import { box, type Frame, type Plate, type Shape } from './shape.ts'
import { CAP, FALL, RISE, lineWidth, setLine, sizeToFit, type Run } from './text.ts'
import { plateWords } from './words.ts'

/** The address a person types: the link without its scheme and its last two words. */
const siteOf = (link: string): string => link.replace(/^\w+:\/\//, '').replace(/\/e\/[^/]*$/, '')

/**
 * Beside the symbol: what it is, what it is for, and how to get in by hand; the code stands on the symbol's lower
 * edge.
 */
export const scanPart = (plate: Plate, frame: Frame): Shape[] => {
  const words = plateWords[plate.language]
  const x = frame.left
  const width = frame.right - frame.left
  const fit = (text: string, weight: Run['weight'], size: number, spacing = 0) => {
    const runs = [{ text, weight }]
    return { runs, spacing, size: sizeToFit(runs, size, width, spacing) }
  }

  const mark = 5.4
  const heading = [{ text: words.heading, weight: 600 }] as const
  const headingSize = sizeToFit(heading, 4.2, width - mark - 1.6)
  const markSize = 3.4
  const head: Shape[] = [
    box('mark', 'black', x, frame.top, mark, mark, 1.3),
    setLine('mark', [{ text: '梯', weight: 600 }], {
      x: x + mark / 2,
      y: frame.top + mark / 2 + (RISE - 0.5) * markSize,
      size: markSize,
      align: 'centre',
      ink: 'white',
    }),
    setLine('heading', heading, {
      x: x + mark + 1.6,
      y: frame.top + mark / 2 + (RISE - 0.5) * headingSize,
      size: headingSize,
    }),
  ]

  const site = siteOf(plate.link)
  const oneLine = words.typeAt(site)
  const small = 2.6
  const inOne = lineWidth([{ text: oneLine, weight: 400 }], small) <= width
  const byHand = [words.anyCamera, ...(inOne ? [oneLine] : [words.typeBelow, site])].map((text) =>
    fit(text, 400, small),
  )
  const code = fit(formatCode(plate.code), 600, 4, 0.04)
  const tail: Shape[] = [setLine('code', code.runs, { x, y: frame.bottom, size: code.size, spacing: code.spacing })]
  let floor = frame.bottom - CAP * code.size - 0.9
  for (const line of byHand.toReversed()) {
    tail.unshift(setLine('by-hand', line.runs, { x, y: floor - FALL * small, size: line.size }))
    floor -= small * 1.28
  }

  const ceiling = frame.top + mark + 1
  const pitch = Math.min(6.1, (floor - 0.2 - ceiling) / words.verbs.length)
  const verbs = words.verbs.map((text, index) => {
    const { runs, size } = fit(text, 600, pitch * 0.82)
    return setLine('verb', runs, { x, y: ceiling + index * pitch + (pitch - size) / 2 + RISE * size, size })
  })
  return [...head, ...verbs, ...tail]
}
