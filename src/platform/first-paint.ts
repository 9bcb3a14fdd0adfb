/**
 * What the city side drew before any script ran (h5): the emergency card, and the page's own answer in
 * <script type="application/json" id="tima-page">, either an elevator page or { problem }.
 */

/** The card goes only when the app's own picture of the page has been on screen for a frame. */
export function dropFirstPaint(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const card = document.getElementById('tima-card')
  if (card) requestAnimationFrame(() => requestAnimationFrame(() => card.remove()))
}

export type Embedded = { answer: unknown; keptAt: string | null }

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
    return { answer, keptAt: document.querySelector<HTMLMetaElement>('meta[name="tima-kept-at"]')?.content ?? null }
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
