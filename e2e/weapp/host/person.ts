import type { Call, Transfer } from './core.ts'
import { elementsOf, labelOf, textOf, type Element } from './element.ts'
import { fire } from './events.ts'
import type { Host } from './host.ts'

/** What something on the page says: exactly this text, or text like that. */
export type Words = string | RegExp

/** A person in front of the page that is open: reads, taps, types. Every deed waits until the app is at rest again. */
export class Person {
  private host: Host

  constructor(host: Host) {
    this.host = host
  }

  /** pages/elevator/index */
  get route(): string {
    return this.host.pages.top.route
  }

  /** The text of the page, one line for each block. */
  get text(): string {
    return textOf(this.host.pages.top.drawn)
  }

  sees(words: Words): boolean {
    return typeof words === 'string' ? this.text.includes(words) : words.test(this.text)
  }

  elements(): Element[] {
    return [...elementsOf(this.host.pages.top.drawn)]
  }

  /** Whatever a finger can press, from the top of the page. */
  pressable(): Element[] {
    return this.elements().filter(
      ({ bindings, attributes }) => bindings['tap'] && /\bpress\b/.test(String(attributes['class'])),
    )
  }

  /** Every element that says so, the innermost ones only. */
  all(words: Words): Element[] {
    const says = (element: Element) => {
      const label = labelOf(element)
      return typeof words === 'string' ? label === words : words.test(label)
    }
    const found = this.elements().filter(says)
    return found.filter((element) => !found.some((other) => isInside(other, element)))
  }

  /** The one element that says so; throws with the whole page when it is not there or not alone. */
  find(words: Words): Element {
    const found = this.all(words)
    if (found.length !== 1)
      throw new Error(`${found.length} elements say ${String(words)} on ${this.route}:\n${this.text}`)
    return found[0]!
  }

  async tap(what: Words | Element): Promise<void> {
    const element = typeof what === 'string' || what instanceof RegExp ? this.find(what) : what
    if (isDisabled(element)) throw new Error(`${String(what)} is disabled`)
    await this.does(element, 'tap', { x: 0, y: 0 })
  }

  /** Types into the field with this placeholder or label, all at once, as a paste does. */
  async type(words: Words, value: string): Promise<void> {
    const field = this.field(words)
    this.send(field, 'focus', { value: '', height: 0 })
    await this.does(field, 'input', { value, cursor: value.length, keyCode: 0 })
  }

  /** Presses the keyboard's own key in that field: search, done. */
  async confirm(words: Words, value: string): Promise<void> {
    await this.does(this.field(words), 'confirm', { value })
  }

  field(words: Words): Element {
    const fields = this.elements().filter(({ tag }) => tag === 'input' || tag === 'textarea')
    const says = (one: unknown) => (typeof words === 'string' ? one === words : words.test(String(one ?? '')))
    const found = fields.filter(({ attributes }) =>
      [attributes['placeholder'], attributes['aria-label'], attributes['value']].some(says),
    )
    if (found.length !== 1)
      throw new Error(`${found.length} fields say ${String(words)} on ${this.route}:\n${this.text}`)
    return found[0]!
  }

  /** Any other event the wxml listens to: change of a switch, scrolltolower of a list. */
  async does(element: Element, event: string, detail: object = {}): Promise<void> {
    if (this.send(element, event, detail) === 0)
      throw new Error(`nothing hears ${event} on <${element.tag}> ${labelOf(element)}`)
    await this.host.settle()
  }

  private send(element: Element, event: string, detail: object): number {
    const inside = (value: unknown) => this.host.core.inside(value)
    return fire(element, event, detail, inside)
  }
}

/** What happened while something was done. */
export type Happened = { calls: Call[]; transfers: Transfer[]; bytes: number }

export async function during(host: Host, deed: () => Promise<void>): Promise<Happened> {
  const { calls, transfers } = host.core
  const before = { calls: calls.length, transfers: transfers.length }
  await deed()
  const sent = transfers.slice(before.transfers)
  return { calls: calls.slice(before.calls), transfers: sent, bytes: sent.reduce((sum, one) => sum + one.bytes, 0) }
}

function isInside(element: Element, outer: Element): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === outer) return true
  return false
}

function isDisabled(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent)
    if (at.tag === 'button' && at.attributes['disabled'] === true) return true
  return false
}
