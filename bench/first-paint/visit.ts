import type { Browser, CDPSession } from 'playwright-core'

/** A mid-range phone on a mobile network. Bytes a second and ms. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const SLOWER = 4
const PATIENCE = 60_000

export type Watch = {
  /** What must be on screen for the paint to count; null counts the first content. */
  shown: string | null
  /** What is pressed again and again, and what is there once the app has answered. */
  press: string
  answered: string
}

/** ms from navigation; bytes over the network as Chromium counts them, headers included. */
export type Visit = { paint: number; contentful: number; tap: number; scriptBytes: number; scripts: string[]; documentBytes: number; encodings: string[] }

/** Opens `url` in a browser that has never seen it, on the slow phone, and presses until the app answers. */
export async function visit(browser: Browser, url: string, watch: Watch): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const transfer = await countBytes(cdp)
    await cdp.send('Network.emulateNetworkConditions', NETWORK)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(observe, watch)
    await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE })
    await page.waitForFunction(() => window.seen?.tap, undefined, { timeout: PATIENCE, polling: 100 })
    await page.waitForLoadState('networkidle', { timeout: PATIENCE })
    const { shown, tap, contentful } = await page.evaluate(() => ({
      ...window.seen!, contentful: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    }))
    return { paint: Math.round(Math.max(contentful, shown)), contentful: Math.round(contentful), tap: Math.round(tap), ...transfer() }
  } finally {
    await context.close()
  }
}

declare global {
  interface Window { seen?: { shown: number; tap: number } }
}

/** Runs in the page before anything of it: notes the first frame that has `shown`, and the first press that is answered. */
function observe({ shown, press, answered }: Watch): void {
  const seen = (window.seen = { shown: 0, tap: 0 })
  const look = () => {
    const there = shown === null || [...document.querySelectorAll(shown)].some((element) => element.getBoundingClientRect().height > 0)
    if (there) seen.shown = shown === null ? 0 : performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  const stop = () => {
    if (seen.tap || !document.querySelector(answered)) return
    seen.tap = performance.now()
    changes.disconnect()
    clearInterval(pressing)
  }
  const changes = new MutationObserver(stop)
  const pressing = setInterval(() => (document.querySelector(press) as HTMLElement | null)?.click(), 50)
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}

async function countBytes(cdp: CDPSession): Promise<() => Pick<Visit, 'scriptBytes' | 'scripts' | 'documentBytes' | 'encodings'>> {
  const answers = new Map<string, { type: string; url: string }>()
  const encodings = new Set<string>()
  const bytes: { type: string; url: string; length: number }[] = []
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    answers.set(requestId, { type, url: response.url })
    const headers = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')
    if (type === 'Script' || type === 'Document') encodings.add(headers?.[1] ?? 'none')
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void bytes.push({ ...(answers.get(requestId) ?? { type: '', url: '' }), length: encodedDataLength }))
  await cdp.send('Network.enable')
  const sum = (wanted: string) => bytes.filter(({ type }) => type === wanted).reduce((total, { length }) => total + length, 0)
  return () => ({
    scriptBytes: sum('Script'), scripts: bytes.filter(({ type }) => type === 'Script').map(({ url }) => new URL(url).pathname), documentBytes: sum('Document'), encodings: [...encodings],
  })
}
