import { joined, rankOf, UNARY } from './operators.ts'
import { tokens, type Token } from './tokens.ts'

/** What a name stands for where an expression is read. */
export type Scope = (name: string) => unknown
export type Expression = (scope: Scope) => unknown

const CONSTANTS: Record<string, unknown> = { true: true, false: false, null: null, undefined: undefined }

/** Reads what stands between {{ and }}. Throws on a syntax error. */
export const expression = (source: string): Expression => new Reader(source).whole((reader) => reader.ternary())

/** Reads the data attribute of a template: the inside of an object literal, such as `i:item,c:c+1,...rest`. */
export const objectBody = (source: string): Expression => new Reader(`${source}}`).whole((reader) => reader.object())

/**
 * The expression language of wxml: literals, names, members, calls of wxs functions, operators, the ternary, array and
 * object literals with spread. A member of undefined or null is undefined, as on a phone.
 */
class Reader {
  source: string
  list: Token[]
  at = 0

  constructor(source: string) {
    this.source = source
    this.list = tokens(source)
  }

  whole(read: (reader: Reader) => Expression): Expression {
    const result = read(this)
    if (this.next.kind !== 'end') this.fail()
    return result
  }

  get next(): Token {
    return this.list[this.at]!
  }

  fail(): never {
    throw new Error(`unexpected ${this.next.text} in {{${this.source}}}`)
  }

  sees(sign: string): boolean {
    return this.next.kind === 'sign' && this.next.text === sign
  }

  takes(sign: string): boolean {
    const seen = this.sees(sign)
    if (seen) this.at += 1
    return seen
  }

  needs(sign: string): void {
    if (!this.takes(sign)) this.fail()
  }

  ternary(): Expression {
    const condition = this.binary(0)
    if (!this.takes('?')) return condition
    const yes = this.ternary()
    this.needs(':')
    const no = this.ternary()
    return (scope) => (condition(scope) ? yes(scope) : no(scope))
  }

  binary(floor: number): Expression {
    let left = this.unary()
    for (;;) {
      const sign = this.next.kind === 'sign' ? this.next.text : ''
      const rank = rankOf(sign)
      if (rank <= floor) return left
      this.at += 1
      left = joined(sign, left, this.binary(rank))
    }
  }

  unary(): Expression {
    const apply = this.next.kind === 'sign' || this.next.text === 'typeof' ? UNARY[this.next.text] : undefined
    if (!apply) return this.member(this.primary())
    this.at += 1
    const value = this.unary()
    return (scope) => apply(value(scope) as number)
  }

  member(object: Expression): Expression {
    if (this.takes('.')) {
      if (this.next.kind !== 'name') this.fail()
      const name = this.next.text
      this.at += 1
      return this.sees('(')
        ? this.member(this.call(object, name))
        : this.member((scope) => memberOf(object(scope), name))
    }
    if (this.takes('[')) {
      const key = this.ternary()
      this.needs(']')
      return this.member((scope) => memberOf(object(scope), key(scope)))
    }
    return object
  }

  call(object: Expression, name: string): Expression {
    this.needs('(')
    const given = this.items(')')
    return (scope) => {
      const method = memberOf(object(scope), name)
      if (typeof method !== 'function') throw new Error(`no wxs function ${name} for {{${this.source}}}`)
      return (method as (...args: unknown[]) => unknown)(...given.map((one) => one(scope)))
    }
  }

  items(end: string): Expression[] {
    const found: Expression[] = []
    while (!this.takes(end)) {
      found.push(this.ternary())
      if (!this.sees(end)) this.needs(',')
    }
    return found
  }

  primary(): Expression {
    const { kind, text } = this.next
    if (kind === 'end') this.fail()
    this.at += 1
    if (kind === 'number') return () => Number(text)
    if (kind === 'string') return () => text
    if (kind === 'name') return text in CONSTANTS ? () => CONSTANTS[text] : (scope) => scope(text)
    if (text === '(') {
      const inside = this.ternary()
      this.needs(')')
      return inside
    }
    if (text === '[') {
      const list = this.items(']')
      return (scope) => list.map((one) => one(scope))
    }
    if (text === '{') return this.object()
    this.at -= 1
    return this.fail()
  }

  /** The inside of an object literal, its opening brace already taken. */
  object(): Expression {
    const parts: ((scope: Scope) => object)[] = []
    while (!this.takes('}')) {
      parts.push(this.property())
      if (!this.sees('}')) this.needs(',')
    }
    return (scope) => Object.assign({}, ...parts.map((part) => part(scope))) as object
  }

  property(): (scope: Scope) => object {
    if (this.takes('...')) {
      const rest = this.ternary()
      return (scope) => Object(rest(scope)) as object
    }
    const { kind, text } = this.next
    if (kind === 'sign' || kind === 'end') this.fail()
    this.at += 1
    const value = this.takes(':') ? this.ternary() : (scope: Scope) => scope(text)
    return (scope) => ({ [text]: value(scope) })
  }
}

const memberOf = (object: unknown, key: unknown): unknown =>
  object === null || object === undefined ? undefined : (object as Record<string, unknown>)[String(key)]
