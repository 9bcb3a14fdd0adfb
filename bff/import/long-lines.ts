/** Stands in the place of a line that is too long; no character, so no register writes it. */
export const TOO_LONG = '\uffff'

const PIECE = 64 * 1024
const ends = /[\r\n]/

/**
 * The text with TOO_LONG for every line of more than `longest` characters: a parser that meets its own limit loses what
 * stands behind the line as well. Line ends stay, and so does a quote that opens or closes there. Holds one line in memory.
 */
export async function* shortenLines(text: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let line = ''
  let dropping = false
  let quotes = 0
  const mark = () => (quotes % 2 ? `${TOO_LONG}"` : TOO_LONG)
  for await (const chunk of text) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.slice(at, at + PIECE)
      const end = piece.search(ends)
      const first = end < 0 ? piece : piece.slice(0, end)
      if (!dropping && line.length + first.length > longest) {
        dropping = true
        quotes = quotesIn(line)
        line = ''
      }
      if (dropping) {
        quotes += quotesIn(first)
        if (end < 0) continue
        line = mark()
        dropping = false
      } else {
        line += first
      }
      if (end < 0) continue
      const last = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
      yield line + piece.slice(end, last + 1)
      line = piece.slice(last + 1)
    }
  }
  yield dropping ? mark() : line
}

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count
}
