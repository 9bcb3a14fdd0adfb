import { PassThrough } from 'node:stream'
import { ImportKind, ImportSummary, importRows, RowResult } from '@tima/contract/import.ts'
import { Problem, problems, type ProblemKind } from '@tima/contract/problem.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { Type, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { App } from '../app.ts'
import { problemOf, Refusal, refusalOf } from '../plugins/problems.ts'
import { FieldRefused, importLines } from './import-lines.ts'
import { keyHash } from './keys.ts'
import { readNdjson, type JsonLine } from './ndjson.ts'
import { beginRun, endRun } from './runs.ts'
import { findSourceByKey, type Source } from './source.ts'
import { Tally } from './tally.ts'
import { openWriter } from './writer.ts'

const NDJSON = 'application/x-ndjson'
/** NDJSON is stored as it arrives; JSON is held whole before. */
const LONGEST_NDJSON = 256 * 1024 * 1024
const LONGEST_JSON = 4 * 1024 * 1024

const Row = Type.Unsafe<unknown>({ anyOf: Object.values(importRows), description: 'A row of the kind in the path' })
const kinds: ProblemKind[] = ['input-invalid', 'key-missing', 'key-refused', 'body-too-large', 'media-refused', 'database-away']
const refusals = Object.fromEntries(kinds.map((kind) => [problems[kind], Problem]))

export type ImportDeps = {
  pool: pg.Pool
  /** Called when something was stored, so that pages are read anew. */
  onStored: () => void
}

/**
 * Rows from systems of record, each with the key of its source and only with the fields of that source. Register it in a
 * scope of its own: it brings a body parser.
 */
export async function importRoutes(app: App, { pool, onStored }: ImportDeps): Promise<void> {
  const sources = new WeakMap<FastifyRequest, Source>()
  app.addContentTypeParser(NDJSON, (_request, payload, done) => done(null, payload))

  app.post('/v1/imports/:kind', {
    schema: {
      operationId: 'importRows',
      summary: 'Store what a system of record says: elevators, visits, inspections, policies, checks, notices, organizations',
      description: 'One row a line (NDJSON, any length) or a JSON array. Sending the same rows again changes nothing. With ' +
        'Accept: application/x-ndjson the answer is one result a row and the summary as the last line.',
      security: [{ organizationKey: [] }],
      params: Type.Object({ kind: ImportKind }),
      querystring: Type.Object({ dryRun: Type.Optional(Type.Enum(['true', 'false'])) }, { additionalProperties: false }),
      body: { content: { [NDJSON]: { schema: Row }, 'application/json': { schema: Type.Unsafe<unknown>({ type: 'array', items: Row }) } } },
      response: {
        200: { description: 'What became of the rows', content: { 'application/json': { schema: ImportSummary }, [NDJSON]: { schema: RowResult } } },
        ...refusals,
      },
    },
    bodyLimit: LONGEST_JSON,
    // Each row is checked on its own, so that a wrong one refuses itself and not the whole body
    validatorCompiler: ({ schema, httpPart }) => (httpPart === 'body' ? () => true : validator(schema as TSchema)),
    onRequest: async (request) => {
      const [scheme, key] = (request.headers.authorization ?? '').split(' ')
      if (scheme?.toLowerCase() !== 'bearer' || !key) throw new Refusal('key-missing')
      const source = await findSourceByKey(pool, keyHash(key))
      if (!source) throw new Refusal('key-refused')
      sources.set(request, source)
    },
  }, async (request, reply) => {
    const { kind } = request.params as { kind: ImportKind }
    const dryRun = (request.query as { dryRun?: string }).dryRun === 'true'
    const source = sources.get(request)!
    const answer = openAnswer(request, reply as unknown as FastifyReply)
    const importId = await beginRun(pool, source, kind, null)
    const tally = new Tally()
    try {
      const write = openWriter(pool, source, { importId, dryRun, mayCreate: source.fields === null })
      await importLines(linesOf(request.body), kind, source, write, (results) => {
        tally.add(results)
        answer.add(results)
      })
    } catch (error) {
      return answer.fail(error instanceof FieldRefused ? fieldRefusal(error) : error)
    } finally {
      const { counts } = tally.summary(dryRun)
      await endRun(pool, importId, { dryRun, counts }).catch(() => {})
      if (tally.rows && !dryRun) onStored()
    }
    return answer.end(tally.summary(dryRun))
  })
}

const fieldRefusal = ({ line, field }: FieldRefused) =>
  new Refusal('field-refused', { errors: [{ path: `/${line}/${field}`, message: `line ${line}: this key may not state ${field}` }] })

async function* linesOf(body: unknown): AsyncGenerator<JsonLine> {
  if (isStream(body)) yield* readNdjson(limited(body))
  else for (const [at, value] of (Array.isArray(body) ? body : [body]).entries()) yield { line: at + 1, value }
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > LONGEST_NDJSON) throw new Refusal('body-too-large')
    yield chunk
  }
}

/** What a handler returns is sent as it is; `never` keeps the type provider from asking for one media type. */
type Answer = { add: (results: RowResult[]) => void; end: (summary: ImportSummary) => never; fail: (error: unknown) => never }

/**
 * A summary, or every result as a line. Lines go out as they come and never wait for the reader: many a client reads the
 * answer only when it has sent everything. A failure after the first line is the last line.
 */
function openAnswer(request: FastifyRequest, reply: FastifyReply): Answer {
  if (!request.headers.accept?.includes(NDJSON)) {
    return { add: () => {}, end: (summary) => summary as never, fail: (error) => { throw error } }
  }
  let out: PassThrough | null = null
  const open = (): PassThrough => {
    if (!out) {
      out = new PassThrough()
      reply.type(NDJSON).header('cache-control', 'no-store').send(out)
    }
    return out
  }
  return {
    add: (results) => { open().write(results.map((result) => `${JSON.stringify(result)}\n`).join('')) },
    end: (summary) => {
      open().end(`${JSON.stringify({ summary })}\n`)
      return reply as never
    },
    fail: (error) => {
      if (!out) throw error
      request.log.warn({ err: error, reqId: request.id }, 'an import ended early')
      out.end(`${JSON.stringify({ problem: problemOf(refusalOf(error), request.id) })}\n`)
      return reply as never
    },
  }
}

function validator(schema: TSchema) {
  const check = Compile(schema)
  return (value: unknown) => {
    if (check.Check(value)) return { value }
    return { error: check.Errors(value).map((error) => ({ ...error, instancePath: error.instancePath })) as unknown as Error }
  }
}
