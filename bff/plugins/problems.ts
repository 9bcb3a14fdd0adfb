import { problems, type Problem, type ProblemKind } from '@tima/contract/problem.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sentences } from './sentences.ts'

type Extra = Pick<Problem, 'reason' | 'successor' | 'position' | 'errors'>

/** A refusal the contract names. Thrown anywhere below a route, answered as problem+json or as a page. */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly extra: Extra
  constructor(kind: ProblemKind, extra: Extra = {}) {
    super(kind)
    this.kind = kind
    this.extra = extra
  }
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { title, detail, next } = sentences[refusal.kind]
  return { type: `/problems/${refusal.kind}`, title, status: problems[refusal.kind], detail, next, requestId, ...refusal.extra }
}

/** What went wrong, in the contract's words. Anything unforeseen is our trouble and is logged. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { validation, statusCode, code } = error as FastifyError
  if (validation) {
    return new Refusal('input-invalid', { errors: validation.map((v) => ({ path: v.instancePath, message: v.message ?? '' })) })
  }
  if (statusCode === 413) return new Refusal('body-too-large')
  if (statusCode === 415) return new Refusal('media-refused')
  if (statusCode === 429) return new Refusal('too-many-requests')
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Refusal('input-invalid')
  // Node's word for a visitor who hung up while sending; the database's lost connections say more
  if (code === 'ECONNRESET' && (error as Error).message === 'aborted') return new Refusal('input-invalid')
  if (/^(ECONNREFUSED|ECONNRESET|57P0\d|08\d\d\d)$/.test(code) || /timeout exceeded when trying to connect|Connection terminated/.test(String(error))) {
    return new Refusal('database-away')
  }
  return new Refusal('server-trouble')
}

export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = refusalOf(error)
  const problem = problemOf(refusal, request.id)
  if (problem.status >= 500) request.log.error({ err: error, reqId: request.id }, refusal.kind)
  return reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}

export function useProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerProblem(request, reply, error))
  app.setNotFoundHandler((request, reply) => answerProblem(request, reply, new Refusal('not-found')))
}
