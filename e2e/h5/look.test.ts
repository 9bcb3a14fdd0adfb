import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { phone } from './browser.ts'
import { faults, smallTargets } from './look.ts'

describe('the look for faults bites', () => {
  const planted: [name: string, html: string, fault: RegExp][] = [
    ['cut off sideways', '<div style="width:60px;overflow:hidden;white-space:nowrap">下次定期检验二〇二八年五月</div>', /cut off/],
    ['cut off below', '<div style="height:20px;overflow:hidden">两行字<br>第二行</div>', /cut off/],
    ['beyond the edge', '<div style="position:absolute;left:350px;white-space:nowrap">看不到的字</div>', /beyond the edge|scrolls sideways/],
    ['a box for a character', '<p>好字\u{F8FF0}</p>', /no glyph/],
  ]
  for (const [name, html, fault] of planted) {
    test(name, async () => {
      const { page, close } = await phone()
      await page.setContent(`<body style="font:16px sans-serif">${html}</body>`)
      assert.match((await faults(page)).join('\n'), fault)
      await close()
    })
  }

  test('a sound page has none', async () => {
    const { page, close } = await phone()
    await page.setContent('<body style="font:16px sans-serif"><p>可乘用 Fit to ride</p><button style="min-width:44px;min-height:44px">查</button></body>')
    assert.deepEqual([await faults(page), await smallTargets(page, 44)], [[], []])
    await close()
  })

  test('a target too small for a finger', async () => {
    const { page, close } = await phone()
    await page.setContent('<button style="width:80px;height:30px">查</button>')
    assert.deepEqual(await smallTargets(page, 44), ['查: 80 × 30'])
    await close()
  })
})
