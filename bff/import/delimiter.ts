export type Delimiter = ',' | ';' | '\t' | '|'
const candidates: Delimiter[] = [',', ';', '\t', '|']

/** The delimiter that stands most often in the first written line of `text`, not counting what is between quotes. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>()
  let quoted = false
  for (const symbol of text.replace(/^[\r\n]+/, '')) {
    if (symbol === '"') quoted = !quoted
    else if (!quoted && (symbol === '\n' || symbol === '\r')) break
    else if (!quoted) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  }
  return candidates.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best))
}
