/** Whoever owns a drawn element, a page or a component, hears its events. */
export type Owner = { name: string; hear(method: string, event: object): void }

/** A drawn element. */
export type Element = {
  tag: string
  attributes: Record<string, unknown>
  dataset: Record<string, unknown>
  /** event name → the owner's method, and whether the event stops here */
  bindings: Record<string, { method: string; stops: boolean }>
  owner: Owner
  parent: Element | null
  children: (Element | string)[]
}

const LINES = new Set([
  'view',
  'scroll-view',
  'button',
  'form',
  'input',
  'textarea',
  'swiper-item',
  'image',
  'switch',
  'custom-wrapper',
])

/** Elements in drawing order, a parent before its children; hidden ones are left out. */
export function* elementsOf(children: (Element | string)[]): Generator<Element> {
  for (const child of children) {
    if (typeof child === 'string' || isHidden(child)) continue
    yield child
    yield* elementsOf(child.children)
  }
}

/** The text a person sees, one line for each block. */
export function textOf(children: (Element | string)[]): string {
  return pieces(children)
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function pieces(children: (Element | string)[]): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child
      if (isHidden(child)) return ''
      const inside = child.tag === 'input' || child.tag === 'textarea' ? typed(child) : pieces(child.children)
      return LINES.has(child.tag) ? `\n${inside}\n` : inside
    })
    .join('')
}

/** What stands in a field: the value, or the words that ask for it. */
const typed = ({ attributes }: Element) => String(attributes['value'] || attributes['placeholder'] || '')

const isHidden = ({ attributes }: Element) =>
  attributes['hidden'] === true || /display:\s*none|visibility:\s*hidden/.test(String(attributes['style'] ?? ''))

/** The words a screen reader or an eye finds on an element. */
export const labelOf = (element: Element): string => String(element.attributes['aria-label'] ?? '') || textOf([element])
