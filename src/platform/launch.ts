import type { EntryInput } from '@tima/domain/entry.ts'

type Params = Record<string, string | undefined>

let qrCode: string | null = null

/** Alipay hands the scanned link to the app, not to the page: App.onLaunch and onShow pass their options here. */
export function keepLaunch(options: { query?: Params } | undefined): void {
  qrCode = options?.query?.['qrCode'] ?? qrCode
}

/**
 * What brought the person to the elevator page, from the page's parameters: our own link (`entry`), WeChat's `q` of a
 * plate's link or `scene` of a mini program code, or what Alipay scanned. A scan is used up by the page it opened.
 */
export function entryInput(params: Params): EntryInput {
  const { entry, q, scene } = params
  if (entry !== undefined) return { path: `/e/${encodeURIComponent(entry)}` }
  if (q !== undefined) return { q }
  if (scene !== undefined) return { scene }
  const scanned = qrCode
  qrCode = null
  return scanned === null ? { path: '/e' } : { qrCode: scanned }
}
