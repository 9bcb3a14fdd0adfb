import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { problemOf, refusalOf } from '../plugins/problems.ts'
import { elevatorHtml, refusalHtml, type AppFiles } from './card.html.ts'
import type { Language } from './card.words.ts'
import type { Elevators } from './elevators.ts'

/** `GET /e/{entry}`: what a phone's camera opens. It has the status of the API's answer, and always the hotline. */
export function cardRoutes(app: App, elevators: Elevators, appDir: string): void {
  const files = appFiles(appDir)
  app.get('/e/:entry', { schema: { hide: true, params: Type.Object({ entry: Type.String({ maxLength: 200 }) }) } }, async (request, reply) => {
    const { entry } = request.params
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language')
    try {
      const { json, city, etag } = await elevators.page(entry)
      const language = languageOf(request.headers['accept-language'], city.language)
      const text = json.toString()
      return reply.header('x-tima-etag', etag).send(elevatorHtml(JSON.parse(text) as ElevatorPage, text, language, files))
    } catch (error) {
      const problem = problemOf(refusalOf(error), request.id)
      if (problem.status >= 500) request.log.error({ err: error }, 'page')
      const cities = [...elevators.cities.values()]
      return reply.code(problem.status).send(refusalHtml(problem, entry, cities, languageOf(request.headers['accept-language'], 'zh-CN'), files))
    }
  })
}

/** The visitor's language where Tima speaks it, else the city's. */
function languageOf(header: string | undefined, otherwise: Language): Language {
  for (const part of header?.split(',') ?? []) {
    if (/^\s*zh/i.test(part)) return 'zh-CN'
    if (/^\s*en/i.test(part)) return 'en'
  }
  return otherwise
}

/** The built app's files for this page; none before the first build: the card stands alone. */
function appFiles(appDir: string): AppFiles {
  try {
    return (JSON.parse(readFileSync(join(appDir, 'assets.json'), 'utf8')) as { pages: { elevator: AppFiles } }).pages.elevator
  } catch {
    return { scripts: [], styles: [] }
  }
}
