import type { City } from '@tima/contract/city.ts'
import type { Outline } from './outline.ts'

/** What one plate says. A blank plate has neither place nor title, and a line to write the place on. */
export type Plate = {
  link: string
  code: string
  place: string | null
  title: string | null
  rescueCode: string | null
  hotline: string | null
  propertyNumber: string | null
  cityName: string
  serial: string
  language: City['language']
}

export type Ink = 'black' | 'white'

/** mm from the top left corner of the plate; `part` says what the shape is for, radius 0 is a plain rectangle. */
export type BoxShape = {
  kind: 'box'
  part: string
  ink: Ink
  x: number
  y: number
  width: number
  height: number
  radius: number
}

/** A line of text as outlines: y is the baseline, each glyph stands at x + its own x em, `size` is mm an em. */
export type TextShape = {
  kind: 'text'
  part: string
  text: string
  ink: Ink
  x: number
  y: number
  size: number
  glyphs: { x: number; outline: Outline }[]
}

export type Shape = BoxShape | TextShape

/** A part of the plate, mm. */
export type Frame = { left: number; top: number; right: number; bottom: number }

export const box = (
  part: string,
  ink: Ink,
  x: number,
  y: number,
  width: number,
  height: number,
  radius = 0,
): BoxShape => ({ kind: 'box', part, ink, x, y, width, height, radius })

/** The rectangle a shape really covers; null for a text of nothing but spaces. */
export const extent = (shape: Shape): Frame | null => {
  if (shape.kind === 'box') {
    return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
  }
  const inked = shape.glyphs.flatMap(({ x, outline }) => (outline.box === null ? [] : [{ ...outline.box, x }]))
  if (inked.length === 0) return null
  return {
    left: shape.x + Math.min(...inked.map((one) => one.x + one.left)) * shape.size,
    right: shape.x + Math.max(...inked.map((one) => one.x + one.right)) * shape.size,
    top: shape.y + Math.min(...inked.map((one) => one.top)) * shape.size,
    bottom: shape.y + Math.max(...inked.map((one) => one.bottom)) * shape.size,
  }
}
