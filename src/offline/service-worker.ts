import { cacheFirst, networkFirst, type Phone } from './kept-answers.ts'
import { roomOf } from './rooms.ts'

/** The build writes these in: the hash of its files, and their addresses. */
declare const __TIMA_BUILD__: string
declare const __TIMA_FILES__: string[]

const SHELL = '/app/index.html'
const filesCache = `tima-files-${__TIMA_BUILD__}`
const pagesCache = `tima-pages-${__TIMA_BUILD__}`
const answersCache = 'tima-answers-1'

type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void }
type AskEvent = WorkerEvent & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = {
  caches: CacheStorage
  location: Location
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', on: (event: WorkerEvent) => void): void
  addEventListener(name: 'fetch', on: (event: AskEvent) => void): void
}
const worker = self as unknown as Worker

const phone: Phone = {
  caches: worker.caches,
  fetch: (request) => fetch(request),
  now: () => new Date().toISOString(),
  patienceMs: 4_000,
}

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.caches.open(filesCache).then((cache) => cache.addAll([SHELL, ...__TIMA_FILES__])))
})

/** Pages name the files of their build, so both go together; answers outlive it. */
worker.addEventListener('activate', (event) => {
  const current = [filesCache, pagesCache, answersCache]
  const clean = async () => {
    const names = await worker.caches.keys()
    await Promise.all(names.filter((name) => name.startsWith('tima-') && !current.includes(name)).map((name) => worker.caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(clean())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const room = roomOf(request, worker.location.origin)
  if (room === 'file') event.respondWith(cacheFirst(phone, filesCache, request))
  if (room === 'answer') event.respondWith(networkFirst(phone, answersCache, request, 150))
  if (room === 'elevator-page') event.respondWith(networkFirst(phone, pagesCache, request, 50).catch(shell))
  if (room === 'app-page') event.respondWith(phone.fetch(request).catch(shell))
})

/** Without a network and without a kept page the app itself still opens, and shows what it keeps. */
async function shell(failure: unknown): Promise<Response> {
  const app = await worker.caches.match(SHELL)
  if (!app) throw failure
  return app
}
