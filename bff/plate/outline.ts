import { readFileSync } from 'node:fs'
import unicode from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import { create, type Font } from 'fontkit'
import { unpackWoff } from './woff.ts'

export type Weight = 400 | 600

/** One step of a contour, coordinates in font units (1000 an em), y upwards. */
export type Step = { step: 'M' | 'L' | 'Q' | 'C' | 'Z'; at: number[] }

/**
 * A character as a closed shape. `name` is the same for the same shape; box and advance in em, y downwards from the
 * baseline.
 */
export type Outline = {
  name: string
  steps: Step[]
  advance: number
  box: { left: number; right: number; top: number; bottom: number } | null
}

/** Thrown when no file of the font has a shape for these characters: a plate never drops a character silently. */
export class MissingGlyphs extends Error {
  readonly characters: string[]
  constructor(characters: string[]) {
    const named = characters.map((one) => `${one} U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
    super(`Noto Sans SC has no shape for ${named.join(', ')}`)
    this.characters = characters
  }
}

const STEPS: Record<string, Step['step']> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

/** The common characters are in one file; the subsets after it hold the rest, by the ranges the package states. */
const subsets = Object.entries(unicode).map(([name, ranges]) => ({
  name: name.replace(/[[\]]/g, ''),
  ranges: ranges.split(',').map((range) => {
    const [from = '', to = from] = range.slice(2).split('-')
    return { from: parseInt(from, 16), to: parseInt(to, 16) }
  }),
}))

const fonts = new Map<string, Font>()
const openFont = (subset: string, weight: Weight): Font => {
  const file = `noto-sans-sc-${subset}-${weight}-normal.woff`
  const known = fonts.get(file)
  if (known !== undefined) return known
  const font = create(unpackWoff(readFileSync(new URL(import.meta.resolve(`@fontsource/noto-sans-sc/files/${file}`)))))
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} holds no single font`)
  fonts.set(file, font)
  return font
}

const findFont = (codePoint: number, weight: Weight): Font | null => {
  const listed = subsets.filter(({ ranges }) => ranges.some(({ from, to }) => from <= codePoint && codePoint <= to))
  for (const name of ['chinese-simplified', ...listed.map((subset) => subset.name)]) {
    const font = openFont(name, weight)
    if (font.hasGlyphForCodePoint(codePoint)) return font
  }
  return null
}

const outlines = new Map<string, Outline | null>()
const outlineOf = (character: string, weight: Weight): Outline | null => {
  const name = `${weight}-${character}`
  const known = outlines.get(name)
  if (known !== undefined) return known
  const codePoint = character.codePointAt(0) ?? 0
  const font = findFont(codePoint, weight)
  const glyph = font?.glyphForCodePoint(codePoint)
  if (font === null || glyph === undefined) {
    outlines.set(name, null)
    return null
  }
  const em = font.unitsPerEm
  const steps = glyph.path.commands.map(({ command, args }) => ({
    step: STEPS[command] ?? 'Z',
    at: args.map((value) => (value * 1000) / em),
  }))
  const { minX, minY, maxX, maxY } = glyph.path.bbox
  const outline: Outline = {
    name: `${weight}-${codePoint.toString(16)}`,
    steps,
    advance: glyph.advanceWidth / em,
    box: steps.length === 0 ? null : { left: minX / em, right: maxX / em, top: -maxY / em, bottom: -minY / em },
  }
  outlines.set(name, outline)
  return outline
}

/** White space of any kind and length is one space; marks nobody can see carry nothing and go. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The outlines of a text, one a character, in reading order. Throws MissingGlyphs naming every character without a
 * shape.
 */
export const outline = (text: string, weight: Weight): Outline[] => {
  const characters = [...text]
  const found = characters.map((character) => outlineOf(character, weight))
  const missing = characters.filter((_, index) => found[index] === null)
  if (missing.length > 0) throw new MissingGlyphs([...new Set(missing)])
  return found.filter((one) => one !== null)
}

/** Width of a text at 1 em. */
export const measure = (text: string, weight: Weight): number =>
  outline(text, weight).reduce((sum, { advance }) => sum + advance, 0)
