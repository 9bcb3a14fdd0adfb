/**
 * What a screen reader is told. Browsers and Alipay know `role`, WeChat knows `aria-role`. The keys carry hyphens because
 * Taro passes those on to a browser's element as they are.
 */
export function a11y(role: string, label?: string, more?: Record<string, string | boolean | number>) {
  if (process.env.TARO_ENV === 'weapp' && structure.includes(role)) return {}
  const name = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'
  return { [name]: role, ...(label === undefined ? null : { 'aria-label': label }), ...more }
}

/** What only a browser's screen reader uses to move about; a mini program would send it with every row for nothing. */
const structure = ['list', 'listitem', 'radiogroup']

/** A heading of the page; screen readers jump from one to the next. */
export const heading = (level: 1 | 2) => a11y('heading', undefined, { 'aria-level': level })

/** Decoration that repeats what the words beside it say. */
export const silent = { 'aria-hidden': 'true' }
