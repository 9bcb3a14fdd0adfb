import type { Problem, ProblemKind } from '@tima/contract/problem.ts'

/** offline: no way there · timeout: no answer in time · busy: asked to wait · server: the city side is in trouble. */
export type TroubleKind = 'offline' | 'timeout' | 'busy' | 'server'

/** The phone's own bad luck: nothing was decided, trying again may help. The phone has the words for it. */
export class Trouble extends Error {
  readonly kind: TroubleKind

  constructor(kind: TroubleKind) {
    super(kind)
    this.name = 'Trouble'
    this.kind = kind
  }
}

/** The city side understood and said no. It brings its own words and the next step. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** The last part of a problem's type: 'plate-revoked'. */
export const problemKind = (problem: Problem): ProblemKind => problem.type.split('/').pop() as ProblemKind

export const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && ['type', 'status', 'detail', 'next'].every((key) => key in answer)

/** The kind of trouble behind whatever was thrown while asking; a Refusal is not one. */
export const troubleKind = (failure: unknown): TroubleKind => (failure instanceof Trouble ? failure.kind : 'server')
