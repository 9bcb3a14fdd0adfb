import type { Annex } from './maintenance.ts'

/**
 * A category 品种 of the special equipment catalogue 特种设备目录 (2014). `annex`: whose items of TSG T5002-2017 apply, null
 * where art. 2 leaves them to the manufacturer or the code is only a heading; `digits` stand in the use certificate
 * after 梯.
 */
export type Category = {
  code: string
  parent: string | null
  names: { zh: string; en: string }
  annex: Annex | null
  digits: string | null
}

const row = (code: string, parent: string | null, zh: string, en: string, annex: Annex | null = null): Category => ({
  code,
  parent,
  names: { zh, en },
  annex,
  digits: code.endsWith('00') ? null : code.slice(1, 3),
})

export const categories: readonly Category[] = [
  row('3000', null, '电梯', 'Elevators, escalators and moving walks'),
  row('3100', '3000', '曳引与强制驱动电梯', 'Traction and positive drive elevators'),
  row('3110', '3100', '曳引驱动乘客电梯', 'Traction passenger elevator', 'A'),
  row('3120', '3100', '曳引驱动载货电梯', 'Traction goods elevator', 'A'),
  row('3130', '3100', '强制驱动载货电梯', 'Positive drive goods elevator', 'A'),
  row('3200', '3000', '液压驱动电梯', 'Hydraulic elevators'),
  row('3210', '3200', '液压乘客电梯', 'Hydraulic passenger elevator', 'B'),
  row('3220', '3200', '液压载货电梯', 'Hydraulic goods elevator', 'B'),
  row('3300', '3000', '自动扶梯与自动人行道', 'Escalators and moving walks'),
  row('3310', '3300', '自动扶梯', 'Escalator', 'D'),
  row('3320', '3300', '自动人行道', 'Moving walk', 'D'),
  row('3400', '3000', '其它类型电梯', 'Other elevators'),
  row('3410', '3400', '防爆电梯', 'Explosion-proof elevator'),
  row('3420', '3400', '消防员电梯', 'Firefighters elevator'),
  row('3430', '3400', '杂物电梯', 'Dumbwaiter', 'C'),
]

/**
 * By its own four digits only. Never by the first four of a registration code: before 2014 they meant other things
 * (3130 was 无机房客梯, 3210 曳引式货梯), and no code tells in which year it was given.
 */
export const categoryOf = (code: string): Category | null =>
  categories.find((category) => category.code === code) ?? null

/** By the two digits of a use certificate, a form that is younger than the catalogue: '11' is 3110. */
export const categoryOfDigits = (digits: string): Category | null =>
  categories.find((category) => category.digits === digits) ?? null
