import type { Expression } from './expression.ts'

type Operands = (left: number, right: number) => unknown

const BINARY: Record<string, [rank: number, apply: Operands]> = {
  '<': [4, (l, r) => l < r], '>': [4, (l, r) => l > r], '<=': [4, (l, r) => l <= r], '>=': [4, (l, r) => l >= r],
  '===': [3, (l, r) => l === r], '!==': [3, (l, r) => l !== r],
  // eslint-disable-next-line eqeqeq -- the language read here has both
  '==': [3, (l, r) => l == r], '!=': [3, (l, r) => l != r],
  '+': [5, (l, r) => l + r], '-': [5, (l, r) => l - r], '*': [6, (l, r) => l * r],
  '/': [6, (l, r) => l / r], '%': [6, (l, r) => l % r],
}

/** Operators that may leave their right side unread. */
const LAZY: Record<string, [rank: number, keepsLeft: (left: unknown) => boolean]> = {
  '||': [1, (left) => Boolean(left)], '??': [1, (left) => left !== null && left !== undefined],
  '&&': [2, (left) => !left],
}

export const UNARY: Record<string, (value: number) => unknown> = {
  '!': (v) => !v, '-': (v) => -v, '+': (v) => +v, typeof: (v) => typeof v,
}

/** How tightly an operator binds; 0 for what is none. */
export const rankOf = (sign: string): number => (BINARY[sign] ?? LAZY[sign])?.[0] ?? 0

/** Two expressions with an operator between them. */
export function joined(sign: string, left: Expression, right: Expression): Expression {
  const lazy = LAZY[sign]
  if (!lazy) return (scope) => BINARY[sign]![1](left(scope) as number, right(scope) as number)
  return (scope) => {
    const value = left(scope)
    return lazy[1](value) ? value : right(scope)
  }
}
