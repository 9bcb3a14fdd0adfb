import { ElevatorPage, ElevatorSearch, Neighbours, Timeline, TimelineKind, type RideState } from '@tima/contract/elevator.ts'
import { Problem, problems, type ProblemKind } from '@tima/contract/problem.ts'
import { readCode } from '@tima/domain/code.ts'
import { aliasValue } from '@tima/domain/identifiers.ts'
import { searchWords } from '@tima/domain/search-words.ts'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { findByAlias, readNeighbours, readTimeline, searchListing, type Listed } from './elevator.repository.ts'
import type { Elevators } from './elevators.ts'
import { packed } from './page.ts'

const Entry = Type.Object({ entry: Type.String({ maxLength: 60, description: 'code, or code.tag as on the plate' }) })
const refusals = (...kinds: ProblemKind[]) => Object.fromEntries(kinds.map((kind) => [problems[kind], Problem]))
const entryRefusals = refusals('code-mistyped', 'plate-forged', 'code-unknown', 'plate-blank', 'plate-revoked', 'too-many-requests')

/** PostgreSQL writes these answers as JSON; they are sent as they are. The contract test checks them against the schema. */
const raw = (reply: unknown): FastifyReply => reply as FastifyReply

/** Takes gzip; with q=0 it is refused (RFC 9110 §12.5.3). */
const gzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/

const PAGE = 20
/** What one tap may bring to a mini program is 8 KB. */
const STOPS = 12
const NEIGHBOURS = 12

/** What anybody may ask about elevators, without login. */
export function elevatorRoutes(app: App, elevators: Elevators): void {
  app.get('/v1/elevators/:entry', {
    compress: false, decompress: false,
    schema: { operationId: 'getElevator', summary: 'Everything a scan answers', params: Entry, response: { 200: ElevatorPage, ...entryRefusals } },
  }, async (request, reply) => {
    const page = await elevators.page(request.params.entry)
    raw(reply).header('etag', page.etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding')
    if (isHeld(request.headers['if-none-match'], page.etag)) return raw(reply).code(304).send()
    raw(reply).type('application/json; charset=utf-8')
    if (!gzip.test(request.headers['accept-encoding'] ?? '')) return raw(reply).send(page.json)
    return raw(reply).header('content-encoding', 'gzip').send(packed(page))
  })

  app.get('/v1/elevators/:entry/timeline', {
    schema: {
      operationId: 'getTimeline', summary: 'The history of an elevator, newest first', params: Entry,
      querystring: Type.Object({
        before: Type.Optional(Type.String({ pattern: '^-?[0-9]{1,16}\\.[0-9a-f-]{36}$', description: 'The cursor `next` of the page before' })),
        kind: Type.Optional(TimelineKind),
      }, { additionalProperties: false }),
      response: { 200: Timeline, ...entryRefusals },
    },
  }, async (request, reply) => {
    const { elevatorId } = await elevators.find(request.params.entry)
    const [at, id] = request.query.before?.split('.') ?? []
    const body = await readTimeline(elevators.db, elevatorId, STOPS, at && id ? { at, id } : null, request.query.kind ?? null)
    return raw(reply).type('application/json; charset=utf-8').send(body)
  })

  app.get('/v1/elevators/:entry/neighbours', {
    schema: { operationId: 'getNeighbours', summary: 'The other cars of the same building', params: Entry, response: { 200: Neighbours, ...entryRefusals } },
    config: { rateLimit: { max: 120 } },
  }, async (request) => {
    const { code } = await elevators.find(request.params.entry)
    const lines = await readNeighbours(elevators.db, code, NEIGHBOURS)
    return { items: await Promise.all(lines.map(async (listed) => ({ ...line(listed), ride: await rideOf(elevators, listed.code) }))) }
  })

  app.get('/v1/elevators', {
    schema: {
      operationId: 'searchElevators', summary: 'Elevators by code, other number, address or building',
      querystring: Type.Object({
        q: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
        city: Type.Optional(Type.String({ maxLength: 30 })),
        after: Type.Optional(Type.String({ maxLength: 10, description: 'The cursor `next` of the page before' })),
      }, { additionalProperties: false }),
      response: { 200: ElevatorSearch, ...refusals('input-invalid', 'too-many-requests') },
    },
    config: { rateLimit: { max: 120 } },
  }, async (request) => {
    const { q, city, after } = request.query
    const found = (after ? null : await byNumber(elevators, q)) ?? []
    if (found.length) return { items: found.map(line), next: null }
    const rows = await searchListing(elevators.db, searchWords(q), city ?? null, after ?? '', PAGE + 1)
    return { items: rows.slice(0, PAGE).map(line), next: rows.length > PAGE ? rows[PAGE - 1]!.code : null }
  })
}

/** A plate code, or any number an elevator is known by, spaces aside. */
async function byNumber(elevators: Elevators, q: string): Promise<Listed[]> {
  const code = readCode(q)
  if (code.ok) {
    const rows = await searchListing(elevators.db, [code.code], null, '', 2)
    if (rows.length) return rows
  }
  const exact = await findByAlias(elevators.db, aliasValue(q), PAGE)
  return exact.length ? exact : await findByAlias(elevators.db, aliasValue(q).replaceAll('-', ''), PAGE)
}

/** RFC 9110 §13.1.2: any of a list, compared weakly (a proxy that compresses makes tags weak), or `*`. */
const isHeld = (header: string | undefined, etag: string) =>
  header?.split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, ''))) ?? false

const line = ({ code, city, place, title, car }: Listed) => ({ code, city, place, title, car })

async function rideOf(elevators: Elevators, code: string): Promise<RideState> {
  const { json } = await elevators.page(code)
  return (JSON.parse(json.toString()) as ElevatorPage).ride.state
}
