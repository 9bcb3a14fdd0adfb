import { Type, type Static } from 'typebox'

/** Every refusal Tima gives, with its HTTP status. The kind is the last part of `type` and the key of its sentence. */
export const problems = {
  'code-mistyped': 400,
  'plate-forged': 403,
  'code-unknown': 404,
  'plate-blank': 409,
  'plate-revoked': 410,
  'input-invalid': 400,
  'key-missing': 401,
  'key-refused': 403,
  'field-refused': 403,
  'not-found': 404,
  'body-too-large': 413,
  'media-refused': 415,
  'too-many-requests': 429,
  'server-trouble': 500,
  'database-away': 503,
} as const
export type ProblemKind = keyof typeof problems

const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })

/** application/problem+json (RFC 9457): a stable type, one sentence in each language, what happened and what to do next. */
export const Problem = Type.Object({
  type: Type.String({ description: '/problems/<kind>, relative to the service' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Sentence,
  next: Sentence,
  requestId: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String({ description: 'plate-revoked: why' })),
  successor: Type.Optional(Type.Union([Type.String(), Type.Null()], { description: 'plate-revoked: the code that replaced it' })),
  position: Type.Optional(Type.Union([Type.Integer(), Type.Null()], { description: 'code-mistyped: the likely wrong symbol, from 1' })),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
})
export type Problem = Static<typeof Problem>
