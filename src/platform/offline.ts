/**
 * Puts the service worker beside the browser app, after the page is drawn; it opens seen pages without a network. While
 * developing there is none: it would hand out yesterday's files.
 */
export function startOffline(): void {
  if (process.env.NODE_ENV === 'development') return
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return
  const start = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}
