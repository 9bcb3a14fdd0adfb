import { narrow } from './code.ts'

/**
 * One spelling of a number people write in many: half-width, upper case, without spaces. Both what is stored as an
 * alias and what is looked up goes through it: '梯11闽e3622（16）' and '梯11闽E3622(16)' are one certificate.
 */
export const aliasValue = (text: string): string =>
  narrow(text)
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .toUpperCase()

/** Rescue identification code 救援识别码: six digits, unique within one rescue platform only. */
export const isRescueCode = (text: string): boolean => /^\d{6}$/.test(aliasValue(text))

export type RegistrationCode = { prefix: string; division: string; year: number; serial: string }

/**
 * Registration code 注册代码, 20 digits: prefix 4, administrative division 6 (GB/T 2260), year 4, serial 6; no check
 * digit. The prefix meant other categories before the 2014 catalogue and so tells none (domain/category.ts).
 */
export function readRegistrationCode(text: string): RegistrationCode | null {
  const match = /^(3\d{3})(\d{6})((?:19|20)\d\d)(\d{6})$/.exec(aliasValue(text))
  return match && { prefix: match[1]!, division: match[2]!, year: +match[3]!, serial: match[4]! }
}

export type DeviceCode = { prefix: string; maker: string; year: number; serial: string }

/**
 * True for what registers hold as device code 设备代码: 17 to 20 characters; a registration code is often written there.
 */
export const isDeviceCode = (text: string): boolean => /^3[0-9A-Z]{16,19}$/.test(aliasValue(text))

/** The parts of a device code of 18 characters: prefix 4, maker 5, year of making 4, serial 5 (letters after 99999). */
export function readDeviceCode(text: string): DeviceCode | null {
  const match = /^(3\d{3})([0-9A-Z]{5})((?:19|20)\d\d)([0-9A-Z]{5})$/.exec(aliasValue(text))
  return match && { prefix: match[1]!, maker: match[2]!, year: +match[3]!, serial: match[4]! }
}

export type UseCertificate = {
  digits: string
  province: string
  city: string
  serial: string
  year: number
  text: string
}

/**
 * Use registration certificate number 使用登记证编号 of TSG 08-2017: 梯, category digits, province, city letter, serial,
 * (year); the year of two digits is of this century, since the form is. `text` is its one spelling. Older forms
 * differ: null.
 */
export function readUseCertificate(text: string): UseCertificate | null {
  const value = aliasValue(text)
  const match = /^梯(1[123]|2[12]|3[12]|4[123])([\u4e00-\u9fa5])([A-Z])([0-9A-Z]{4,5})\((\d\d)\)$/.exec(value)
  return (
    match && {
      digits: match[1]!,
      province: match[2]!,
      city: match[3]!,
      serial: match[4]!,
      year: 2000 + +match[5]!,
      text: value,
    }
  )
}

const CREDIT_SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Unified social credit code 统一社会信用代码, 18 symbols: true when the last one is the check symbol of GB 32100-2015. */
export function isCreditCode(text: string): boolean {
  const symbols = Array.from(aliasValue(text), (symbol) => CREDIT_SYMBOLS.indexOf(symbol))
  if (symbols.length !== 18 || symbols.includes(-1)) return false
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * symbols[i]!, 0)
  return (31 - (sum % 31)) % 31 === symbols[17]
}
