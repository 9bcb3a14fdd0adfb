/**
 * What the city side drew before any script ran (h5): the emergency card inside #app, and the page's own answer in
 * <script type="application/json" id="tima-page">. The router empties #app, so the card moves beside it and stays in
 * sight until the app has drawn the page itself.
 */

const CARD = 'tima-first-paint'

/** Call before the app mounts. */
export function keepFirstPaint(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const app = document.getElementById('app')
  if (!app || app.childNodes.length === 0) return
  const card = document.createElement('div')
  card.id = CARD
  card.append(...app.childNodes)
  app.before(card)
}

/** Call when the page stands on its own: from here on the app's picture is the only one. */
export function dropFirstPaint(): void {
  if (process.env.TARO_ENV !== 'h5') return
  document.getElementById(CARD)?.remove()
}

export type Embedded = { answer: unknown; etag: string | null; keptAt: string | null }

/**
 * The answer that came inside the page, once, and only for the address the page was opened at.
 * `keptAt` is set when the whole page comes from the phone's offline copy of that moment.
 * @param path /e/<entry>
 */
export function takeEmbedded(path: string): Embedded | null {
  if (process.env.TARO_ENV !== 'h5') return null
  const script = document.getElementById('tima-page')
  if (!script || decoded(path) !== openedAt) return null
  script.remove()
  try {
    const answer: unknown = JSON.parse(script.textContent ?? '')
    const keptAt = document.querySelector<HTMLMetaElement>('meta[name="tima-kept-at"]')?.content ?? null
    return { answer, etag: script.dataset['etag'] ?? null, keptAt }
  } catch {
    return null
  }
}

const openedAt = process.env.TARO_ENV === 'h5' ? decoded(window.location.pathname) : ''

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
