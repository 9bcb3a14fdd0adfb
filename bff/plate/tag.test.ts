import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { ALPHABET } from '@tima/domain/code.ts'
import { parsePlateKeys, plateLink, plateTag, verifyTag } from './tag.ts'

const secret = Buffer.alloc(32, 7).toString('base64url')
const other = Buffer.alloc(40, 9).toString('base64url')
const code = '7K3MQ9TX4D'

test('a tag is the key id and 16 symbols of the alphabet, the same every time', () => {
  const [key] = parsePlateKeys(`A:${secret}`)
  assert.equal(plateTag(code, key), 'ATMGRKJDBAPZGGEPZ')
  for (let round = 0; round < 200; round++) {
    const tag = plateTag(code, { id: 'Z', secret: createSecretKey(randomBytes(32)) })
    assert.match(tag, new RegExp(`^Z[${ALPHABET}]{16}$`))
  }
})

test('any other symbol, length, code or key is refused; either case of letters is accepted', () => {
  const keys = parsePlateKeys(`A:${secret}`)
  const tag = plateTag(code, keys[0])
  assert.equal(verifyTag(code, tag, keys), true)
  assert.equal(verifyTag(code, tag.toLowerCase(), keys), true)
  for (let at = 0; at < tag.length; at++) {
    for (const symbol of ALPHABET) {
      if (symbol !== tag[at]) assert.equal(verifyTag(code, tag.slice(0, at) + symbol + tag.slice(at + 1), keys), false)
    }
  }
  for (const wrong of ['', 'A', tag.slice(0, -1), `${tag}0`, `${tag} `, '梯'.repeat(17), tag.replace('A', 'Ａ')]) {
    assert.equal(verifyTag(code, wrong, keys), false, wrong)
  }
  assert.equal(verifyTag('7K3MQ9TX4E', tag, keys), false)
  assert.equal(verifyTag(code, tag, parsePlateKeys(`A:${other}`)), false)
})

test('after a new key signs, plates of the old key still verify', () => {
  const old = parsePlateKeys(`A:${secret}`)
  const both = parsePlateKeys(` B:${other}, A:${secret} `)
  assert.equal(plateTag(code, both[0])[0], 'B')
  assert.equal(verifyTag(code, plateTag(code, old[0]), both), true)
  assert.equal(verifyTag(code, plateTag(code, both[0]), both), true)
  assert.equal(verifyTag(code, plateTag(code, both[0]), old), false)
})

test('a wrong setting is refused by name and never repeats the secret', () => {
  const short = Buffer.alloc(31, 1).toString('base64url')
  const wrong = {
    '': /no colon/,
    [`A${secret}`]: /no colon/,
    [`U:${secret}`]: /id of key 1/,
    [`AB:${secret}`]: /id of key 1/,
    [`A:${short}`]: /31 bytes/,
    'A:': /base64url/,
    [`A:${secret}!`]: /base64url/,
    [`A:${secret},A:${other}`]: /same id/,
  }
  for (const [setting, why] of Object.entries(wrong)) {
    assert.throws(
      () => parsePlateKeys(setting),
      (thrown: Error) => {
        assert.match(thrown.message, /^TIMA_PLATE_KEYS: /)
        assert.match(thrown.message, why)
        return !thrown.message.includes(secret) && !thrown.message.includes(short)
      },
    )
  }
})

test('the link is the public address, /e/, code, dot, tag', () => {
  assert.equal(plateLink('https://tima.example', code, 'T'), 'https://tima.example/e/7K3MQ9TX4D.T')
  assert.equal(plateLink('https://tima.example/lift/', code, 'T'), 'https://tima.example/lift/e/7K3MQ9TX4D.T')
})
