import { after } from 'node:test'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

let browser: Promise<Browser> | null = null
after(async () => (await browser)?.close())

/** The Chromium of the test run. Its own background traffic is off: the tests speak to the service and to nobody else. */
function launched(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--hide-scrollbars'],
  }))
}

export type Opened = { page: Page; requests: string[]; errors: string[]; close: () => Promise<void> }

/** A person with a phone of their own: nothing kept, `requests` and `errors` as they happen. */
export async function phone(options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await (await launched()).newContext({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, ...options })
  const page = await context.newPage()
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  return { page, requests, errors, close: () => context.close() }
}
