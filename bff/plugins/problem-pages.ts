import { Problem, problems, type ProblemKind } from '@tima/contract/problem.ts'
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { Refusal } from './problems.ts'
import { sentences } from './sentences.ts'

/** `GET /problems/{kind}`: what a refusal's `type` points to. */
export function problemPages(app: App): void {
  const Known = Type.Object({ kind: Type.String(), status: Type.Integer(), title: Type.String(), detail: Problem.properties.detail, next: Problem.properties.next })
  app.get('/problems/:kind', {
    schema: { operationId: 'getProblem', summary: 'What a refusal means and what to do next', params: Type.Object({ kind: Type.String() }), response: { 200: Known, 404: Problem } },
  }, async (request) => {
    const { kind } = request.params
    if (!Object.hasOwn(problems, kind)) throw new Refusal('not-found')
    return { kind, status: problems[kind as ProblemKind], ...sentences[kind as ProblemKind] }
  })
}
