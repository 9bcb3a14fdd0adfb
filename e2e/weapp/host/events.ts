import type { Element } from './element.ts'

/** Events that go on to the elements around; all others are heard on their own element only. */
const BUBBLING = new Set(['tap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'transitionend'])

/** Sends an event through the bindings the wxml has. @returns how many listeners heard it */
export function fire(element: Element, type: string, detail: object, inside: (value: unknown) => unknown): number {
  const target = { id: String(element.attributes['id'] ?? ''), dataset: element.dataset, offsetLeft: 0, offsetTop: 0 }
  let heard = 0
  for (let at: Element | null = element; at; at = BUBBLING.has(type) ? at.parent : null) {
    const binding = at.bindings[type]
    if (!binding) continue
    const currentTarget = { id: String(at.attributes['id'] ?? ''), dataset: at.dataset, offsetLeft: 0, offsetTop: 0 }
    at.owner.hear(
      binding.method,
      inside({
        type,
        timeStamp: Date.now(),
        target,
        currentTarget,
        detail,
        touches: [],
        changedTouches: [],
        mark: {},
      }) as object,
    )
    heard += 1
    if (binding.stops) break
  }
  return heard
}
