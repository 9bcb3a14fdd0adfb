/** Moment at which a kept answer was fetched; the app reads it as "this is not fresh". */
export const KEPT_AT = 'tima-kept-at'

export type Phone = {
  caches: CacheStorage
  fetch: (request: Request) => Promise<Response>
  now: () => string
  /** How long a network that answers slowly is waited for when there is a kept answer. */
  patienceMs: number
}

/**
 * Network first: a good answer is kept (the newest `limit` of them), a refusal for good (404, 410) drops the kept one,
 * and with no network, trouble on the other side or no answer in time the kept one is given, marked with its moment.
 */
export async function networkFirst(phone: Phone, cacheName: string, request: Request, limit: number): Promise<Response> {
  const cache = await phone.caches.open(cacheName)
  const kept = await cache.match(request.url, { ignoreVary: true })
  try {
    const answer = await (kept ? inTime(phone, request) : phone.fetch(request))
    if (answer.status === 200) await keep(phone, cache, request.url, answer.clone(), limit)
    else if (answer.status === 404 || answer.status === 410) await cache.delete(request.url, { ignoreVary: true })
    return kept && answer.status >= 500 ? marked(kept) : answer
  } catch (failure) {
    if (kept) return marked(kept)
    throw failure
  }
}

/** Files whose name carries their content never change: the kept one is as good as any. */
export async function cacheFirst(phone: Phone, cacheName: string, request: Request): Promise<Response> {
  const cache = await phone.caches.open(cacheName)
  const kept = await cache.match(request.url, { ignoreVary: true })
  if (kept) return kept
  const answer = await phone.fetch(request)
  if (answer.status === 200) await cache.put(request.url, answer.clone())
  return answer
}

async function inTime(phone: Phone, request: Request): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), phone.patienceMs)
  })
  return Promise.race([phone.fetch(request), late]).finally(() => clearTimeout(timer))
}

async function keep(phone: Phone, cache: Cache, url: string, answer: Response, limit: number): Promise<void> {
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, phone.now())
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  await cache.delete(url, { ignoreVary: true })
  await cache.put(url, new Response(await answer.blob(), { status: 200, headers }))
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - limit))) await cache.delete(old)
}

/** A kept page says in its head when it was fetched, since a script cannot read the headers of its own page. */
async function marked(kept: Response): Promise<Response> {
  if (!/^text\/html/.test(kept.headers.get('content-type') ?? '')) return kept
  const html = await kept.text()
  const mark = `<meta name="${KEPT_AT}" content="${kept.headers.get(KEPT_AT) ?? ''}">`
  return new Response(html.replace(/<head[^>]*>/i, (head) => head + mark), { status: 200, headers: kept.headers })
}
