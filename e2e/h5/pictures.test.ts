import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { phone } from './browser.ts'
import { demoCity } from './city.ts'
import { faults, smallTargets } from './look.ts'

const shots = join(import.meta.dirname, 'shots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Those of them that the README shows; `UPDATE_PICTURES=1 npm test -- h5` takes them anew. */
const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const shown = ['fit-375', 'stopped-elder', 'fit-dark', 'mistyped-375', 'fit-desk']

type Look = { name: string; options?: BrowserContextOptions; settings?: object; least: number }

const looks: Look[] = [
  { name: '375', least: 44 },
  { name: '320', options: { viewport: { width: 320, height: 640 } }, least: 44 },
  { name: 'desk', options: { viewport: { width: 1280, height: 900 } }, least: 44 },
  { name: 'dark', options: { colorScheme: 'dark' }, least: 44 },
  { name: 'elder', settings: { size: 'elder' }, least: 60 },
  { name: 'elder-320', options: { viewport: { width: 320, height: 640 } }, settings: { size: 'elder' }, least: 60 },
  { name: 'largest', settings: { size: 'largest' }, least: 60 },
  { name: 'english', options: { locale: 'en-GB' }, least: 44 },
]

/** Every page that a stranger can meet, in every look, as a picture in shots/ and without a fault in it. */
describe('what people see', () => {
  const city = demoCity()
  const pages: Record<string, string> = { home: '/' }
  before(async () => {
    for (const folder of [shots, pictures]) mkdirSync(folder, { recursive: true })
    const star = await city.find('310427')
    pages.fit = `/e/${star}`
    pages.stopped = `/e/${await city.find(await stoppedCode(city.url))}`
    pages.mistyped = `/e/${star.slice(0, 9)}${star[9] === 'Z' ? 'Y' : 'Z'}`
    pages.forged = `/e/${star}.A0000000000000000`
    pages.unknown = '/e/0000000000'
  })

  for (const look of looks) {
    for (const name of ['home', 'fit', 'stopped', 'mistyped', 'forged', 'unknown']) {
      test(`${name} · ${look.name}`, async () => {
        const { page, errors, close } = await open(look)
        await page.goto(city.url + pages[name])
        await settled(page)
        await page.screenshot({ path: join(shots, `${name}-${look.name}.png`) })
        if (process.env.UPDATE_PICTURES && shown.includes(`${name}-${look.name}`)) await page.screenshot({ path: join(pictures, `${name}-${look.name}.png`), scale: 'css' })
        await whole(page)
        await page.screenshot({ path: join(shots, `${name}-${look.name}-whole.png`) })
        assert.deepEqual(await faults(page), [])
        assert.deepEqual(await smallTargets(page, look.least), [])
        assert.deepEqual(await violations(page), [])
        assert.deepEqual(errors, [])
        await close()
      })
    }
  }

  test('the card, before any script', async () => {
    for (const look of looks.filter(({ settings }) => !settings)) {
      const { page, close } = await phone({ ...look.options, javaScriptEnabled: false })
      await page.goto(city.url + pages.fit)
      await page.screenshot({ path: join(shots, `card-${look.name}.png`), fullPage: true })
      await close()
    }
  })

  async function open(look: Look) {
    const opened = await phone(look.options)
    if (look.settings) {
      const stored = JSON.stringify({ data: look.settings })
      await opened.page.addInitScript((value) => localStorage.setItem('tima/1/settings', value), stored)
    }
    return opened
  }
})

/** Makes the window as high as what scrolls in it. */
async function whole(page: Page): Promise<void> {
  const height = await page.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((element) => element.scrollHeight)))
  await page.setViewportSize({ width: page.viewportSize()!.width, height: Math.min(height, 8000) })
  await page.waitForTimeout(100)
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.getElementById('tima-card') && document.querySelector('#app')!.textContent!.length > 10)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(250)
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 120)).join(' · ')}`)
  })
}

async function stoppedCode(url: string): Promise<string> {
  for (let after = ''; ;) {
    const { items, next } = (await (await fetch(`${url}/v1/elevators?q=${encodeURIComponent('电梯')}&after=${after}`)).json()) as { items: { code: string }[]; next: string | null }
    for (const { code } of items) {
      const { ride } = (await (await fetch(`${url}/v1/elevators/${code}`)).json()) as { ride: { state: string } }
      if (ride.state === 'stopped') return code
    }
    if (!next) throw new Error('the demo city has no stopped elevator')
    after = next
  }
}
