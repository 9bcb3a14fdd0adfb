import { narrow } from '@tima/domain/code.ts'
import type { Unit } from '@tima/contract/mapping.ts'
import { unitWord } from './units.ts'

const shape = /^([+-]?[\d., ]*\d)\s*(.*)$/

/** A number as written, with the unit behind it when there is one: '1,000 kg', '１．７５m/s'. Null when it is none. */
export function readNumber(text: string, decimal: '.' | ','): { amount: number; unit: Unit | null } | null {
  const match = shape.exec(narrow(text).trim())
  if (!match) return null
  const plain = decimal === ',' ? match[1]!.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')) : match[1]!
  const digits = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/[, ]/g, '') : plain
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(digits)) return null
  const unit = match[2] ? unitWord(match[2].trim()) : null
  return unit === undefined ? null : { amount: Number(digits), unit }
}

const feet = /^(\d+(?:\.\d+)?)\s*(?:'|′|"|ft\.?|feet)?[.']?\s*-?$/i
const feetAndInches = /^(\d+)\s*(?:['′"]{1,2}|-|ft\.?|\s)\s*-?\s*(\d{1,2}(?:\.\d+)?)\s*(?:"|''|'|″)?$/i

/**
 * Feet, or feet and inches, as a number of feet: `16'4"`, `16'`, `16'-4`, `16-4`, `16"4"`, `16 FT`, `16.5`. Null when it
 * is none of these, when the inches reach 12, and for inches alone (`16"`): registers write it for feet as well.
 */
export function readFeet(text: string): number | null {
  const trimmed = narrow(text).trim()
  if (/^\d+(\.\d+)?\s*["″]$/.test(trimmed)) return null
  const whole = feet.exec(trimmed)
  if (whole) return Number(whole[1])
  const both = feetAndInches.exec(trimmed)
  if (!both || Number(both[2]) >= 12) return null
  return Number(both[1]) + Number(both[2]) / 12
}
