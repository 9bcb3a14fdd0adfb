import type { Unit } from '@tima/contract/mapping.ts'

/** How many of the target's unit one of `unit` is. International foot 0.3048 m, avoirdupois pound 0.45359237 kg. */
const factors: Record<string, Partial<Record<Unit, number>>> = {
  kg: { kg: 1, lb: 0.45359237, t: 1000 },
  'm/s': { 'm/s': 1, 'ft/min': 0.3048 / 60, 'm/min': 1 / 60 },
  m: { m: 1, cm: 0.01, mm: 0.001, ft: 0.3048, in: 0.0254, 'feet-inches': 0.3048 },
  mm: { mm: 1, cm: 10, m: 1000, in: 25.4 },
  kW: { kW: 1, hp: 0.74569987 },
  degrees: { degrees: 1 },
  years: { years: 1 },
  CNY: { CNY: 1, '10k-CNY': 10_000 },
}

export type TargetUnit = 'kg' | 'm/s' | 'm' | 'mm' | 'kW' | 'degrees' | 'years' | 'CNY'

/** The unit each measured target is kept in (contract/elevator.ts). */
export const targetUnits: Record<string, TargetUnit> = {
  ratedLoadKg: 'kg',
  ratedSpeed: 'm/s',
  travelM: 'm',
  stepWidthMm: 'mm',
  motorKw: 'kW',
  inclination: 'degrees',
  designLifeYears: 'years',
  limitCny: 'CNY',
}

export const convertible = (unit: Unit, target: TargetUnit): boolean => factors[target]?.[unit] !== undefined

/** `amount` of `unit` in the target's unit, to a precision finer than any plate states. */
export function convert(amount: number, unit: Unit, target: TargetUnit): number {
  const factor = factors[target]?.[unit]
  if (factor === undefined) throw new RangeError(`${unit} is not a measure of ${target}`)
  return factor === 1 ? amount : Math.round(amount * factor * 1000) / 1000
}

/** Units as people write them behind a number. */
const written: Record<string, Unit> = {
  kg: 'kg', 公斤: 'kg', 千克: 'kg', t: 't', 吨: 't', lb: 'lb', lbs: 'lb',
  'm/s': 'm/s', 米每秒: 'm/s', '米/秒': 'm/s', 'ft/min': 'ft/min', fpm: 'ft/min', 'm/min': 'm/min', '米/分': 'm/min',
  m: 'm', 米: 'm', cm: 'cm', 厘米: 'cm', mm: 'mm', 毫米: 'mm', ft: 'ft', feet: 'ft',
  kw: 'kW', 千瓦: 'kW', hp: 'hp', 马力: 'hp', '°': 'degrees', 度: 'degrees', 年: 'years',
  元: 'CNY', 万元: '10k-CNY', 万: '10k-CNY',
}
export const unitWord = (word: string): Unit | undefined => written[word.toLowerCase()]
