const COMPOUND_NAMES = (
  '欧阳 司马 上官 诸葛 司徒 司空 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 ' +
  '东方 西门 南宫 独孤 申屠 呼延 轩辕 淳于 单于 太史 公冶 濮阳 澹台 完颜 闻人'
).split(' ')

/**
 * A person's name as the public sees it. 陈大文 and 陈文 are 陈*, 欧阳文 is 欧阳*; of a Latin name each word keeps its first
 * letter: J*** S***. The masks have one length, so that they do not tell the name's. A masked name stays as it is.
 */
export function maskName(name: string): string {
  const text = name.trim().replace(/\s+/g, ' ')
  if (text === '') return ''
  if (/^\p{Script=Han}/u.test(text)) {
    const compound = COMPOUND_NAMES.find((family) => text.startsWith(family) && text.length > family.length)
    return `${compound ?? Array.from(text)[0]!}*`
  }
  return text
    .split(' ')
    .map((word) => `${Array.from(word)[0]!}***`)
    .join(' ')
}

/**
 * A private phone as the public sees it: 136****0042; of a shorter number only the last two digits, of fewer than seven
 * nothing. A country code (+86) is kept. Duty phones of organizations are public and are not masked.
 */
export function maskPhone(phone: string): string {
  const [, country, rest] = /^(\+\d{1,3}[\s-]|\+86)?([^]*)$/.exec(phone.trim())!
  const digits = rest!.replace(/\D/g, '')
  const prefix = country ? `${country.replace(/[\s-]/g, '')} ` : ''
  if (digits.length >= 11) return `${prefix}${digits.slice(0, 3)}****${digits.slice(-4)}`
  return prefix + (digits.length >= 7 ? `****${digits.slice(-2)}` : digits && '****')
}
