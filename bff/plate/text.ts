import { measure, outline, type Weight } from './outline.ts'
import type { Ink, TextShape } from './shape.ts'

export type Run = { text: string; weight: Weight }
export type Align = 'left' | 'centre' | 'right'

/** Cap height of the font in em: how far figures and capitals reach above the baseline. */
export const CAP = 0.733
/** The em box of a Chinese character above and below the baseline. */
export const RISE = 0.88
export const FALL = 0.12

const widthOf = (runs: readonly Run[], spacing: number): number =>
  runs.reduce((sum, { text, weight }) => sum + measure(text, weight) + spacing * [...text].length, 0) - spacing

/** Largest size up to `size` at which the runs are at most `width` mm wide. */
export const sizeToFit = (runs: readonly Run[], size: number, width: number, spacing = 0): number =>
  Math.min(size, width / Math.max(widthOf(runs, spacing), 0.001))

export const lineWidth = (runs: readonly Run[], size: number, spacing = 0): number => widthOf(runs, spacing) * size

/** How far the ink of the runs reaches above (negative) and below the baseline, in em. */
export const inkHeight = (runs: readonly Run[]): { top: number; bottom: number } => {
  const boxes = runs.flatMap(({ text, weight }) => outline(text, weight).flatMap((one) => one.box ?? []))
  return {
    top: Math.min(-CAP, ...boxes.map(({ top }) => top)),
    bottom: Math.max(0, ...boxes.map(({ bottom }) => bottom)),
  }
}

/**
 * Sets one line at its size; x is its left end, middle or right end by `align`, spacing in em is added between glyphs.
 */
export const setLine = (
  part: string,
  runs: readonly Run[],
  at: { x: number; y: number; size: number; align?: Align; ink?: Ink; spacing?: number },
): TextShape => {
  const { y, size, align = 'left', ink = 'black', spacing = 0 } = at
  const width = lineWidth(runs, size, spacing)
  const x = at.x - (align === 'left' ? 0 : align === 'centre' ? width / 2 : width)
  let pen = 0
  const glyphs = runs.flatMap(({ text, weight }) =>
    outline(text, weight).map((one) => {
      const glyph = { x: pen, outline: one }
      pen += one.advance + spacing
      return glyph
    }),
  )
  return { kind: 'text', part, text: runs.map(({ text }) => text).join(''), ink, x, y, size, glyphs }
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** What stays together on a line: words, each with the brackets before it and the punctuation after it. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1) ?? ''
    const joins = /^[^\P{P}\p{Ps}\p{Pi}]+$/u.test(segment) ? !/\s$/.test(last) : /[\p{Ps}\p{Pi}]$/u.test(last)
    if (last !== '' && joins) pieces.splice(-1, 1, last + segment)
    else pieces.push(segment)
  }
  return pieces
}

/** Lines of at most `width` em, broken between words, inside a word only when it is longer than a line. */
const wrap = (text: string, weight: Weight, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  const room = (more: string): boolean => measure((line + more).trimEnd(), weight) <= width
  for (const piece of piecesOf(text)) {
    if (room(piece)) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
    for (const character of piece.trimStart()) {
      if (line !== '' && !room(character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}

/** Distance of two baselines in em. */
export const LEADING = 1.14

/**
 * The parts at the largest size up to `size` that fills `width` × `height` mm: on one line, or a line for each part,
 * or, when that is clearly larger, wrapped between words. A text of any length ends up small, never cut.
 */
export const fitBlock = (
  parts: readonly string[],
  weight: Weight,
  size: number,
  width: number,
  height: number,
): { size: number; lines: string[] } => {
  const fits = (text: string): number => sizeToFit([{ text, weight }], size, width)
  const whole = parts.join(' ')
  const together = { lines: [whole], size: Math.min(fits(whole), height / LEADING) }
  const apart = { lines: [...parts], size: Math.min(height / (LEADING * parts.length), ...parts.map(fits)) }
  const tidy = apart.size > together.size ? apart : together
  for (let wrapped = size; wrapped > tidy.size * 1.12; wrapped *= 0.97) {
    const lines = wrap(whole, weight, width / wrapped)
    if (lines.length * LEADING * wrapped <= height) return { lines, size: wrapped }
  }
  return tidy
}
