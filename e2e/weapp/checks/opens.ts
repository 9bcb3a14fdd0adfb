import { pagesOf } from '../host/build.ts'
import { Host } from '../host/host.ts'
import { during, Person } from '../host/person.ts'
import type { Check } from './check.ts'

/** What a page may send to the screen before a person can read it. */
export const FIRST_SCREEN = { calls: 6, bytes: 64 * 1024 }

export type Opened = { page: string; host: Host; calls: number; bytes: number; text: string }

/** Opens every page of app.json as the first one, each in an app of its own, on a phone without a network. */
export async function openAll(dist: string): Promise<Opened[]> {
  const all: Opened[] = []
  for (const page of pagesOf(dist)) {
    const host = new Host({ dist, network: 'none' })
    const happened = await during(host, () => host.launch(page))
    const text = host.pages.stack.length > 0 ? new Person(host).text : ''
    all.push({ page, host, text, calls: happened.transfers.length, bytes: happened.bytes })
  }
  return all
}

/** Every page opens without an error of its own, an unknown wx function or a word on console.error. */
export const opens: Check = async (dist) =>
  (await openAll(dist)).flatMap(({ page, host }) => host.core.errors.map((error) => `${page}: ${error}`))

/** Every page has something to read. */
export const shows: Check = async (dist) =>
  (await openAll(dist)).filter(({ text }) => text === '').map(({ page }) => `${page} is blank`)

/** The first screen takes no more data than a phone carries at once. */
export const budget: Check = async (dist) =>
  (await openAll(dist))
    .filter(({ calls, bytes }) => calls > FIRST_SCREEN.calls || bytes > FIRST_SCREEN.bytes)
    .map(({ page, calls, bytes }) => `${page} opens with ${bytes} bytes in ${calls} setData`)
