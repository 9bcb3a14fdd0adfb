import { narrow } from './code.ts'

/**
 * What a place is found by. Chinese is written with and without spaces (月桥里 3 幢, 月桥里3幢), so the parts of a Chinese
 * place stand here as they are and once more without any space.
 */
export function searchText(place: string[], others: string[]): string {
  const plain = [...place, ...others].map((part) => narrow(part).toLowerCase()).filter(Boolean)
  const together = [place.join(''), ...others].map((part) => narrow(part).toLowerCase().replace(/\s+/g, ''))
  return [...new Set([...plain, ...together.filter((part) => /\p{Script=Han}/u.test(part))])].join(' ')
}

/** The words of a question, six at most, each to be found somewhere in a search text: 3 幢 is one word, 月桥里3幢 is two. */
export const searchWords = (question: string): string[] =>
  narrow(question).trim()
    .replace(/(^|[^0-9a-z])(\d{1,3})\s+(?=\p{Script=Han})/giu, '$1$2')
    .replace(/(\p{Script=Han})(?=[0-9a-z])/giu, '$1 ')
    .split(/\s+/).slice(0, 6)
