import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { dist } from './built.ts'
import { Host, type HostOptions } from './host/host.ts'
import { during, Person, type Happened } from './host/person.ts'

/** WeChat's scene values of a launch: https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
export const scenes = { icon: 1001, plateLink: 1011, miniProgramCode: 1047 }

/** What one tap may send to the screen, in bytes of JSON. */
export const TAP_BYTES = 8 * 1024

export type Phone = { host: Host; person: Person; first: Happened }

/**
 * Opens the app on a phone. When the test ends, whatever went wrong inside fails it: an error of a page, a word on
 * console.error, a wx function that does not exist.
 */
export async function openPhone(
  t: TestContext,
  url: string,
  options: Partial<HostOptions> & { scene?: number } = {},
): Promise<Phone> {
  const { scene = scenes.icon, ...rest } = options
  const host = new Host({ dist, ...rest })
  t.after(() => assert.deepEqual(host.core.errors, []))
  const first = await during(host, () => host.launch(url, scene))
  return { host, person: new Person(host), first }
}

/** Addresses the app asked of the city side, in order. */
export const asked = ({ host }: Phone): string[] =>
  host.core.calls
    .filter(({ name }) => name === 'request')
    .map(({ given }) => String(given['url']).replace(/^https?:\/\/[^/]+/, ''))

/** What the phone was asked to do, such as dialling, in order. */
export const given = ({ host }: Phone, name: string): Record<string, unknown>[] =>
  host.core.calls.filter((call) => call.name === name).map((call) => call.given)

export const dialled = (phone: Phone): unknown[] => given(phone, 'makePhoneCall').map(({ phoneNumber }) => phoneNumber)
