import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { before, describe, test } from 'node:test'
import { phone } from './browser.ts'
import { demoCity } from './city.ts'

describe('a scan in a browser', () => {
  const city = demoCity()
  let code: string
  before(async () => {
    code = await city.find('310427')
  })

  test('without script the page still says where, whom to call and what to read out', async () => {
    const { page, close } = await phone({ javaScriptEnabled: false })
    await page.goto(`${city.url}/e/${code}`)
    assert.match(await page.locator('h1').innerText(), /3 幢 2 单元/)
    assert.equal(await page.locator('a[href="tel:96333"]').isVisible(), true)
    assert.equal(await page.locator('a[href^="tel:0000"]').isVisible(), true)
    assert.equal(await page.getByText('310 427').isVisible(), true)
    await close()
  })

  test('the first 14 KB on the wire hold the whole card', async () => {
    const html = await (await fetch(`${city.url}/e/${code}`)).text()
    const card = html.slice(0, html.indexOf('</main>'))
    for (const part of ['3 幢 2 单元', 'tel:96333', '310 427', 'tel:0000']) assert.ok(card.includes(part), part)
    assert.ok(gzipSync(card).length <= 14 * 1024, `${gzipSync(card).length} bytes`)
  })

  test('the app takes over without asking for the same data again', async () => {
    const { page, requests, errors, close } = await phone()
    await page.goto(`${city.url}/e/${code}`)
    await page.getByText('可乘用').first().waitFor()
    await page.waitForFunction(() => !document.getElementById('tima-card'))
    await page.waitForLoadState('networkidle')
    assert.deepEqual(requests.filter((path) => path === `/v1/elevators/${code}`), [])
    assert.deepEqual(errors, [])
    await close()
  })

  test('a seen elevator opens with no network and says how old it is', async () => {
    const { page, close } = await phone()
    await page.goto(`${city.url}/e/${code}`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await page.getByText('可乘用').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText(/没有网络/).first().waitFor()
    assert.equal(await page.getByText('3 幢 2 单元').first().isVisible(), true)
    assert.equal(await page.getByText('定期检验').first().isVisible(), true)
    await close()
  })

  test('every fact tells where it comes from when it is tapped', async () => {
    const { page, close } = await phone()
    await page.goto(`${city.url}/e/${code}`)
    await page.getByText('定期检验', { exact: true }).first().click()
    await page.getByRole('dialog').getByText('青屿市特检所').first().waitFor()
    await close()
  })

  test('the history goes on, page by page', async () => {
    const { page, requests, close } = await phone()
    await page.goto(`${city.url}/e/${code}`)
    const visits = page.getByText('半月维保')
    await visits.first().waitFor()
    const before = await visits.count()
    await page.getByText('看更早的').click()
    await visits.nth(before + 3).waitFor()
    assert.deepEqual(requests.filter((path) => path.endsWith('/timeline')), [`/v1/elevators/${code}/timeline`])
    await close()
  })

  const refused: [string, (code: string) => string, RegExp][] = [
    ['mistyped', (c) => `${c.slice(0, 9)}${c[9] === 'Z' ? 'Y' : 'Z'}`, /输错|核对/],
    ['forged', (c) => `${c}.A0000000000000000`, /不是/],
    ['unknown', () => '00000000 00'.replace(' ', ''), /没有这部电梯/],
  ]
  for (const [name, entry, words] of refused) {
    test(`a ${name} plate has a page of its own, with the hotline`, async () => {
      const { page, errors, close } = await phone()
      await page.goto(`${city.url}/e/${entry(code)}`)
      await page.waitForFunction(() => !document.getElementById('tima-card'))
      await page.getByText(words).first().waitFor()
      assert.deepEqual(errors, [])
      await close()
    })
  }

  test('a typed code finds its elevator from the front page', async () => {
    const { page, close } = await phone()
    await page.goto(city.url)
    await page.locator('input').first().fill(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByText('可乘用').first().waitFor()
    await close()
  })
})
