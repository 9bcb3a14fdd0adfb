import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALPHABET, formatCode, makeCode, randomCode, readCode } from './code.ts'

const symbol = fc.constantFrom(...ALPHABET)
const eight = fc.array(symbol, { minLength: 8, maxLength: 8 }).map((symbols) => symbols.join(''))
const code = eight.map(makeCode)

const withSymbol = (text: string, at: number, to: string) => text.slice(0, at) + to + text.slice(at + 1)

/** Codes spread over the whole space, the corners included, the same in every run. */
function* manyCodes(count: number): Generator<string> {
  for (const one of ALPHABET) yield makeCode(one.repeat(8))
  let state = 0x2545f491
  const bytes = new Uint8Array(8)
  for (let i = 0; i < count; i += 1) {
    for (let b = 0; b < 8; b += 1) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      bytes[b] = state & 255
    }
    yield randomCode(bytes)
  }
}

test('every wrong symbol in every position is refused and its position named', () => {
  for (const good of manyCodes(1000)) {
    for (let at = 0; at < 10; at += 1) {
      for (const wrong of ALPHABET) {
        if (wrong === good[at]) continue
        const reading = readCode(withSymbol(good, at, wrong))
        assert.deepEqual(reading, { ok: false, text: withSymbol(good, at, wrong), suspect: at })
      }
    }
  }
})

test('every swap of two different neighbours is refused, check symbols included', () => {
  for (const good of manyCodes(5000)) {
    for (let at = 0; at < 9; at += 1) {
      if (good[at] === good[at + 1]) continue
      const swapped = withSymbol(withSymbol(good, at, good[at + 1]!), at + 1, good[at]!)
      assert.equal(readCode(swapped).ok, false, swapped)
    }
  }
})

// The code is linear: whether an error is caught depends on the error alone, so one code proves it for every code.
test('all errors of two symbols, hence all swaps, are refused', () => {
  const good = makeCode('7K3MQ9TX')
  for (let first = 0; first < 9; first += 1) {
    for (let second = first + 1; second < 10; second += 1) {
      for (const a of ALPHABET) {
        for (const b of ALPHABET) {
          const text = withSymbol(withSymbol(good, first, a), second, b)
          assert.equal(readCode(text).ok, text === good, text)
        }
      }
    }
  }
})

test('a code reads back as people write it', () => {
  fc.assert(
    fc.property(code, (good) => {
      const full = Array.from(good, (s) => String.fromCharCode(s.charCodeAt(0) + 0xfee0)).join('')
      const spoken = good.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
      for (const text of [
        good,
        formatCode(good),
        ` ${spoken}\n`,
        full,
        good.split('').join('-'),
        good.replace(/1/g, 'I'),
      ]) {
        assert.deepEqual(readCode(text), { ok: true, code: good })
      }
    }),
  )
})

test('check symbols stay in the alphabet and differ with the code', () => {
  fc.assert(fc.property(code, (good) => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(good)))
  assert.equal(makeCode('00000000'), '0000000000')
  assert.equal(new Set(manyCodes(2000)).size, 2032)
})

test('what is no code is refused and never thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = readCode(text)
      return reading.ok || reading.suspect === null || reading.suspect < 10
    }),
  )
  const good = makeCode('7K3MQ9TX')
  assert.deepEqual(readCode(good.slice(0, 9)), { ok: false, text: good.slice(0, 9), suspect: null })
  assert.deepEqual(readCode(withSymbol(good, 2, 'U')), { ok: false, text: withSymbol(good, 2, 'U'), suspect: 2 })
  assert.deepEqual(readCode(withSymbol(withSymbol(good, 2, 'U'), 5, '*')), {
    ok: false,
    text: withSymbol(withSymbol(good, 2, 'U'), 5, '*'),
    suspect: null,
  })
  assert.deepEqual(readCode(''), { ok: false, text: '', suspect: null })
  for (const bad of ['', '7K3MQ9T', '7k3mq9tx', '7K3MQ9TXA', '7K3MQ9TU']) assert.throws(() => makeCode(bad), RangeError)
  assert.throws(() => randomCode(new Uint8Array(7)), RangeError)
})

test('a code is grouped for reading aloud', () => assert.equal(formatCode('7K3MQ9TX4D'), '7K3M Q9TX 4D'))
