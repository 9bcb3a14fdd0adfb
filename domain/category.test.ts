import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories, categoryOf, categoryOfDigits } from './category.ts'
import { readUseCertificate } from './identifiers.ts'

test('the catalogue is a tree of fifteen with both names', () => {
  assert.equal(categories.length, 15)
  assert.equal(new Set(categories.map(({ code }) => code)).size, 15)
  for (const { code, parent, names } of categories) {
    assert.equal(parent === null ? '3000' : categoryOf(parent)?.code, parent ?? '3000', code)
    assert.match(names.zh, /^[\u4e00-\u9fa5]+$/)
    assert.match(names.en, /^[A-Z][a-z, -]+$/)
  }
})

// 特种设备目录 (2014); TSG T5002-2017 annexes and art. 2; TSG 08-2017 certificate digits.
const leaves: [string, string, string, string | null][] = [
  ['3110', '曳引驱动乘客电梯', '11', 'A'],
  ['3120', '曳引驱动载货电梯', '12', 'A'],
  ['3130', '强制驱动载货电梯', '13', 'A'],
  ['3210', '液压乘客电梯', '21', 'B'],
  ['3220', '液压载货电梯', '22', 'B'],
  ['3310', '自动扶梯', '31', 'D'],
  ['3320', '自动人行道', '32', 'D'],
  ['3410', '防爆电梯', '41', null],
  ['3420', '消防员电梯', '42', null],
  ['3430', '杂物电梯', '43', 'C'],
]
for (const [code, name, digits, annex] of leaves) {
  test(`${code} ${name}`, () => {
    assert.deepEqual(
      [categoryOf(code)?.names.zh, categoryOf(code)?.digits, categoryOf(code)?.annex],
      [name, digits, annex],
    )
    assert.equal(categoryOfDigits(digits)?.code, code)
    assert.equal(readUseCertificate(`梯${digits}闽E3622(16)`)?.digits, digits)
  })
}

test('headings have no items and no certificate, and nothing is guessed from other codes', () => {
  for (const heading of ['3000', '3100', '3200', '3300', '3400']) {
    assert.deepEqual([categoryOf(heading)?.annex, categoryOf(heading)?.digits], [null, null])
  }
  for (const old of ['3140', '3500', '3600', '31105001062011050006', '', '311']) assert.equal(categoryOf(old), null)
  assert.equal(categoryOfDigits('00'), null)
})
