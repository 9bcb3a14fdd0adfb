import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '../app.ts'
import type { ServedCities } from '../city/served-cities.ts'
import { problemOf, Refusal, refusalOf } from '../plugins/problems.ts'
import { elevatorHtml, refusalHtml, type AppFiles } from './card.html.ts'
import type { Language } from './card.words.ts'
import type { Elevators } from './elevators.ts'

/** `GET /e/{entry}`: what a phone's camera opens. It has the status of the API's answer, and always the hotline. */
export function cardRoutes(app: App, elevators: Elevators, files: AppFiles, refusePage: RefusePage): void {
  app.get('/e/:entry', {
    schema: { hide: true, params: Type.Object({ entry: Type.String({ maxLength: 200 }) }) },
    errorHandler: (error, request, reply) => refusePage(request, reply, error),
  }, async (request, reply) => {
    const { json, city, etag } = await elevators.page(request.params.entry)
    const text = json.toString()
    const language = languageOf(request.headers['accept-language'], city.language)
    return asPage(reply).header('x-tima-etag', etag).send(elevatorHtml(JSON.parse(text) as ElevatorPage, text, language, files))
  })
}

export type RefusePage = (request: FastifyRequest, reply: FastifyReply, error: unknown) => FastifyReply

/** Any refusal below `/e/` as a page with every city's hotline: also too many requests, and an address nobody can read. */
export function refusalPages(cities: ServedCities, files: AppFiles): RefusePage {
  return (request, reply, error) => {
    const unreadable = /^FST_ERR_(BAD_URL|MAX_PA)/.test((error as FastifyError).code)
    const problem = problemOf(unreadable ? new Refusal('code-mistyped', { position: null }) : refusalOf(error), request.id)
    if (problem.status >= 500) request.log.error({ err: error, reqId: request.id }, 'page')
    const entry = (request.params as { entry?: string } | null)?.entry ?? ''
    const language = languageOf(request.headers['accept-language'], 'zh-CN')
    return asPage(reply.code(problem.status)).send(refusalHtml(problem, entry, cities.now(), language, files))
  }
}

const asPage = (reply: FastifyReply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language')

/** The visitor's language where Tima speaks it, else the city's. */
function languageOf(header: string | undefined, otherwise: Language): Language {
  for (const part of header?.split(',') ?? []) {
    if (/^\s*zh/i.test(part)) return 'zh-CN'
    if (/^\s*en/i.test(part)) return 'en'
  }
  return otherwise
}

/** The built app's files for this page; none before the first build: the card stands alone. */
export function appFiles(appDir: string): AppFiles {
  try {
    return (JSON.parse(readFileSync(join(appDir, 'assets.json'), 'utf8')) as { pages: { elevator: AppFiles } }).pages.elevator
  } catch {
    return { scripts: [], styles: [] }
  }
}
