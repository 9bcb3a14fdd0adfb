/** Which kept things a request belongs to; null = none of the app's business, the browser does as without us. */
export type Room = 'file' | 'answer' | 'elevator-page' | 'app-page' | null

export function roomOf(request: { method: string; mode: string; url: string }, origin: string): Room {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== origin) return null
  if (request.mode === 'navigate') {
    if (/^\/e\/[^/]+$/.test(url.pathname)) return 'elevator-page'
    return /^\/(|e\/?|pages\/.*)$/.test(url.pathname) ? 'app-page' : null
  }
  if (/^\/app\/.*\.[0-9a-f]{8}\.(js|css)$/.test(url.pathname)) return 'file'
  return /^\/v1\/elevators\/[^/]+/.test(url.pathname) ? 'answer' : null
}
