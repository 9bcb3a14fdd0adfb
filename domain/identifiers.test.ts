import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aliasValue,
  isCreditCode,
  isDeviceCode,
  isRescueCode,
  readDeviceCode,
  readRegistrationCode,
  readUseCertificate,
} from './identifiers.ts'

test('registration codes', () => {
  const parts = ['31103506002016053337', '31103506002016083785', '31105001062011050006', '31305001122014017242'].map(
    readRegistrationCode,
  )
  assert.deepEqual(parts, [
    { prefix: '3110', division: '350600', year: 2016, serial: '053337' },
    { prefix: '3110', division: '350600', year: 2016, serial: '083785' },
    { prefix: '3110', division: '500106', year: 2011, serial: '050006' },
    { prefix: '3130', division: '500112', year: 2014, serial: '017242' },
  ])
  assert.ok(readRegistrationCode(' 3110 3506 0020 1605 3337 '))
  for (const bad of [
    '',
    '3110350600201605333',
    '311035060020160533377',
    '21103506002016053337',
    '31103506001816053337',
    '3110350600201605333A',
  ]) {
    assert.equal(readRegistrationCode(bad), null, bad)
  }
})

test('device codes', () => {
  assert.deepEqual(readDeviceCode('311012345201600001'), {
    prefix: '3110',
    maker: '12345',
    year: 2016,
    serial: '00001',
  })
  assert.deepEqual(readDeviceCode('3110a23452016a0001'), {
    prefix: '3110',
    maker: 'A2345',
    year: 2016,
    serial: 'A0001',
  })
  assert.equal(readDeviceCode('31103506002016053337'), null)
  for (const good of ['31101234520160001', '311012345201600001', '31103506002016053337'])
    assert.equal(isDeviceCode(good), true, good)
  for (const bad of ['3110123452016000', '211012345201600001', '311035060020160533371', '3110-2345201600001'])
    assert.equal(isDeviceCode(bad), false, bad)
})

test('use certificates, in one spelling', () => {
  const certificate = { digits: '11', province: '闽', city: 'E', serial: '3622', year: 2016, text: '梯11闽E3622(16)' }
  for (const text of ['梯11闽E3622(16)', '梯11闽E3622（16）', ' 梯11 闽e3622 (16) ', '梯１１闽Ｅ３６２２（１６）']) {
    assert.deepEqual(readUseCertificate(text), certificate, text)
  }
  assert.equal(readUseCertificate('梯31渝A12345(23)')?.digits, '31')
  for (const bad of [
    '梯14闽E3622(16)',
    '梯11闽E362(16)',
    '梯11闽3622(16)',
    '梯11闽E3622',
    '容15闽E3622(16)',
    '梯11闽E3622(2016)',
  ]) {
    assert.equal(readUseCertificate(bad), null, bad)
  }
})

test('rescue codes have six digits', () => {
  for (const good of ['130421', '130 421', '１３０４２１']) assert.equal(isRescueCode(good), true, good)
  for (const bad of ['13042', '1304211', '13042A', '']) assert.equal(isRescueCode(bad), false, bad)
})

test('credit codes: three real ones pass, every one wrong symbol in them fails', () => {
  for (const good of ['91500106MAABU3795M', '91500107MA5UG4925L', '11370100MB28696235']) {
    assert.equal(isCreditCode(good), true, good)
    assert.equal(isCreditCode(good.toLowerCase()), true)
    for (let at = 0; at < 18; at += 1) {
      for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ') {
        if (wrong !== good[at]) assert.equal(isCreditCode(good.slice(0, at) + wrong + good.slice(at + 1)), false)
      }
    }
  }
  for (const bad of ['', '91500106MAABU3795', '91500106MAABU3795MM', '000000000000000000\u0000'])
    assert.equal(isCreditCode(bad), false)
})

test('an alias has one spelling', () => assert.equal(aliasValue(' 梯11闽ｅ3622（16）\u3000'), '梯11闽E3622(16)'))
