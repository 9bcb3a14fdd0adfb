import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskName, maskPhone } from './mask.ts'

const names: [string, string][] = [
  ['陈大文', '陈*'],
  ['陈文', '陈*'],
  ['陈', '陈*'],
  [' 陈 大文 ', '陈*'],
  ['欧阳文', '欧阳*'],
  ['欧阳大文', '欧阳*'],
  ['欧阳', '欧*'],
  ['司马相文', '司马*'],
  ['𠮷田', '𠮷*'],
  ['John Smith', 'J*** S***'],
  ['  Jo   S ', 'J*** S***'],
  ['Ólafur', 'Ó***'],
  ['', ''],
  ['  ', ''],
  ['陈*', '陈*'],
  ['欧阳*', '欧阳*'],
  ['J*** S***', 'J*** S***'],
]
for (const [name, masked] of names) test(`name ${name}`, () => assert.equal(maskName(name), masked))

const phones: [string, string][] = [
  ['13600000042', '136****0042'],
  ['136 0000 0042', '136****0042'],
  ['+86 136-0000-0042', '+86 136****0042'],
  ['+8613600000042', '+86 136****0042'],
  ['0571-88001234', '057****1234'],
  ['88001234', '****34'],
  ['96333', '****'],
  ['', ''],
  ['none', ''],
]
for (const [phone, masked] of phones) test(`phone ${phone}`, () => assert.equal(maskPhone(phone), masked))

test('no mask tells more than the first letters or the first three and last four digits', () => {
  const han = fc.constantFrom(...'陈王李赵文大明华')
  fc.assert(
    fc.property(
      fc.array(han, { minLength: 1, maxLength: 4 }),
      (letters) => maskName(letters.join('')) === `${letters[0]}*`,
    ),
  )
  fc.assert(
    fc.property(
      fc.stringMatching(/^1\d{10}$/),
      (phone) => maskPhone(phone) === `${phone.slice(0, 3)}****${phone.slice(7)}`,
    ),
  )
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => maskName(maskName(text)) === maskName(text) && typeof maskPhone(text) === 'string',
    ),
  )
})
