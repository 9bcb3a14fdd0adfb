import type { Element, Owner } from './element.ts'
import type { Scope } from './expression.ts'
import type { Sheet } from './sheet.ts'
import { shown, type WxmlNode } from './wxml.ts'

export type Drawn = (Element | string)[]

/** Draws a component used inside; null when the tag is none of the owner's components. */
export type DrawComponent = (
  tag: string,
  attributes: Record<string, unknown>,
) => { children: Drawn; virtual: boolean } | null

export type Drawing = { owner: Owner; component: DrawComponent }

/** Draws a wxml file with the data of its owner. Throws where a phone shows nothing: a template that does not exist. */
export function draw(sheet: Sheet, data: Record<string, unknown>, drawing: Drawing): Drawn {
  return drawAll(sheet.body, scopeOf(data, sheet), sheet, drawing)
}

const scopeOf =
  (data: Record<string, unknown>, { modules }: Sheet): Scope =>
  (name) =>
    name in data ? data[name] : modules[name]

function drawAll(nodes: WxmlNode['children'], scope: Scope, sheet: Sheet, drawing: Drawing): Drawn {
  const drawn: Drawn = []
  let decided = false
  for (const node of nodes) {
    if (typeof node === 'function') {
      drawn.push(shown(node(scope)))
      continue
    }
    const { 'wx:if': first, 'wx:elif': next, 'wx:else': last, 'wx:for': each } = node.attributes
    if (each) {
      for (const one of scopesOf(node, scope)) drawn.push(...drawOne(node, one, sheet, drawing))
      continue
    }
    if (next || last) {
      if (decided || (next && !next(scope))) continue
      decided = true
    } else if (first) {
      decided = Boolean(first(scope))
      if (!decided) continue
    }
    drawn.push(...drawOne(node, scope, sheet, drawing))
  }
  return drawn
}

function scopesOf(node: WxmlNode, scope: Scope): Scope[] {
  const value = node.attributes['wx:for']!(scope)
  const item = node.written['wx:for-item'] ?? 'item'
  const index = node.written['wx:for-index'] ?? 'index'
  const list = typeof value === 'number' ? [...Array(value).keys()] : value
  const within =
    ([key, one]: [string, unknown]): Scope =>
    (name) =>
      name === item ? one : name === index ? (Array.isArray(list) ? Number(key) : key) : scope(name)
  const scopes = Object.entries(Object(list ?? []) as object).map(within)
  const condition = node.attributes['wx:if']
  return condition ? scopes.filter((one) => condition(one)) : scopes
}

function drawOne(node: WxmlNode, scope: Scope, sheet: Sheet, drawing: Drawing): Drawn {
  if (node.tag === 'block') return drawAll(node.children, scope, sheet, drawing)
  if (node.tag === 'template') return drawTemplate(node, scope, sheet, drawing)
  const attributes: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(node.attributes))
    if (!name.startsWith('wx:')) attributes[name] = read(scope)
  const used = drawing.component(node.tag, attributes)
  if (used?.virtual) return used.children
  const element: Element = {
    tag: node.tag,
    attributes,
    dataset: datasetOf(attributes),
    bindings: bindingsOf(attributes),
    owner: drawing.owner,
    parent: null,
    children: used ? used.children : drawAll(node.children, scope, sheet, drawing),
  }
  for (const child of element.children) if (typeof child !== 'string') child.parent = element
  return [element]
}

function drawTemplate(node: WxmlNode, scope: Scope, sheet: Sheet, drawing: Drawing): Drawn {
  const name = shown(node.attributes['is']?.(scope))
  const template = sheet.templates.get(name)
  if (!template) throw new Error(`${sheet.file}: there is no template ${name}`)
  const data = (node.attributes['data']?.(scope) ?? {}) as Record<string, unknown>
  return drawAll(template.node.children, scopeOf(data, template.home), template.home, drawing)
}

function datasetOf(attributes: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(attributes).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(entries.map(([name, value]) => [camel(name.slice(5)), value]))
}

function bindingsOf(attributes: Record<string, unknown>): Element['bindings'] {
  const bindings: Element['bindings'] = {}
  for (const [name, method] of Object.entries(attributes)) {
    const [, how, event] = /^(mut-bind|bind|catch):?(.+)$/.exec(name) ?? []
    if (event !== undefined && typeof method === 'string' && method !== '')
      bindings[event] = { method, stops: how === 'catch' }
  }
  return bindings
}

export const camel = (name: string): string =>
  name.toLowerCase().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
