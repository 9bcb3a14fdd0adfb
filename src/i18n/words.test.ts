import { factCatalogue } from '@tima/domain/fact-catalogue.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every sentence of a dictionary that has no blanks. Types hold the keys: a refusal, reason or field without words does not compile. */
function sentences(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return []
  return Object.entries(node as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`))
}

const shape = (node: unknown): unknown =>
  typeof node === 'object' && node !== null ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, shape(value)])) : typeof node

test('every fact is explained', () => {
  for (const field of Object.keys(factCatalogue)) expect(zh.about).toHaveProperty(field)
})

test('both languages say the same things', () => {
  expect(shape(en)).toEqual(shape(zh))
})

test.each([['zh', zh], ['en', en]] as const)('%s: no sentence is empty, shouts or jokes', (_, words) => {
  for (const [path, sentence] of sentences(words)) {
    if (path === '.when.gap') continue
    expect([path, sentence.trim()]).not.toEqual([path, ''])
    expect(sentence).not.toMatch(/[!！]|\p{Extended_Pictographic}/u)
  }
})

test('Chinese speaks to 你 of 电梯, and promises nobody 尽快', () => {
  for (const [, sentence] of sentences(zh)) expect(sentence).not.toMatch(/您|用户|工单|尽快|耐心等待|提交成功/)
})

test('a space stands between Chinese and a figure, none between Chinese and Chinese', () => {
  const reason = { on: '11 月 4 日', until: '明天 18:00', ago: '7 天前', text: null, organization: null }
  expect(zh.ride.reasons['maintenance-overdue'](reason)).toBe('维保过期了，应在 11 月 4 日前做')
  expect(zh.ride.span('今天 06:50', '明天 18:00')).toBe('今天 06:50 起，预计明天 18:00 恢复')
  expect(zh.ride.span('11 月 14 日', '11 月 25 日 14:00')).toBe('11 月 14 日起，预计 11 月 25 日 14:00 恢复')
  expect(zh.strip.offline('今天 07:12')).toBe('没有网络。以下是今天 07:12 的记录')
})
