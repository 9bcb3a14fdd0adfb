import { DomUtils, parseDocument } from 'htmlparser2'
import { expression, objectBody, type Expression } from './expression.ts'

/** One element of a wxml file with everything that is read once. */
export type WxmlNode = {
  tag: string
  /** Control and plain attributes alike; `data` of a template is an object. */
  attributes: Record<string, Expression>
  /** Attributes as written, for names that are never computed: name, module, src. */
  written: Record<string, string>
  children: (WxmlNode | Expression)[]
  /** The inside of <wxs>. */
  script: string
}

/** Reads a wxml file. Throws on a broken {{ }}; a tag left open is for the compiler to find. */
export function readWxml(text: string): WxmlNode[] {
  const document = parseDocument(text, { xmlMode: true, decodeEntities: true })
  return nodesOf(document.children).filter((node) => typeof node !== 'function')
}

type Dom = ReturnType<typeof parseDocument>['children'][number]

function nodesOf(children: Dom[]): (WxmlNode | Expression)[] {
  const found: (WxmlNode | Expression)[] = []
  for (const child of children) {
    if (child.type === 'text' && child.data.trim() !== '') found.push(interpolated(child.data.replace(/\s+/g, ' ')))
    else if (child.type === 'tag' || child.type === 'script')
      found.push(nodeOf(child.name, child.attribs, child.children as Dom[]))
  }
  return found
}

function nodeOf(tag: string, written: Record<string, string>, children: Dom[]): WxmlNode {
  if (tag === 'wxs') return { tag, attributes: {}, written, children: [], script: DomUtils.textContent(children) }
  const attributes: Record<string, Expression> = {}
  for (const [name, value] of Object.entries(written)) {
    attributes[name] = tag === 'template' && name === 'data' ? objectBody(insideOf(value)) : interpolated(value)
  }
  return { tag, attributes, written, children: nodesOf(children), script: '' }
}

/** Text with {{ }}: one expression alone keeps its type, several pieces join to a string. */
function interpolated(text: string): Expression {
  const pieces = text.split(/\{\{([\s\S]*?)\}\}/).map((piece, at) => (at % 2 ? expression(piece) : () => piece))
  if (pieces.length % 2 === 0 || text.split('{{').length !== text.split('}}').length)
    throw new Error(`{{ without }} in ${text}`)
  if (pieces.length === 3 && /^\{\{[\s\S]*\}\}$/.test(text)) return pieces[1]!
  return (scope) => pieces.map((piece) => shown(piece(scope))).join('')
}

const insideOf = (value: string) => {
  const inside = /^\{\{([\s\S]*)\}\}$/.exec(value.trim())?.[1]
  if (inside === undefined) throw new Error(`the data of a template is {{ }}, not ${value}`)
  return inside
}

/** A value as text; what is not there is empty. */
export const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
