export type Token = { kind: 'number' | 'string' | 'name' | 'sign' | 'end'; text: string }

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)|(\.{3}|===|!==|==|!=|<=|>=|&&|\|\||\?\?|[-+*/%!<>?:.,()[\]{}]))/y

/** The words of one expression, an `end` last. Throws at a character that begins no word. */
export function tokens(source: string): Token[] {
  const found: Token[] = []
  TOKEN.lastIndex = 0
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match) throw new Error(`unexpected "${source.slice(from).trim()[0]}" in {{${source}}}`)
    const [, number, string, name, sign] = match
    if (number !== undefined) found.push({ kind: 'number', text: number })
    else if (string !== undefined) found.push({ kind: 'string', text: unquoted(string) })
    else if (name !== undefined) found.push({ kind: 'name', text: name })
    else found.push({ kind: 'sign', text: sign! })
  }
  return [...found, { kind: 'end', text: 'the end' }]
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, (_, symbol: string) => ESCAPES[symbol] ?? symbol)
