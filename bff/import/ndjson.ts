export type JsonLine = { line: number; value: unknown } | { line: number; unreadable: string }

const NEWLINE = 10
const LONGEST = 200_000

/**
 * The lines of an NDJSON body, each read on its own, empty ones skipped. A line that is too long, not UTF-8 or not JSON is
 * answered as `unreadable` and spoils no other.
 */
export async function* readNdjson(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let pieces: Uint8Array[] = []
  let length = 0
  let line = 0
  const add = (piece: Uint8Array) => {
    length += piece.length
    // What is over the limit is not kept, only known to be there
    if (length <= LONGEST) pieces.push(piece)
  }
  const take = (): JsonLine | null => {
    line += 1
    const size = length
    const whole = Buffer.concat(pieces)
    pieces = []
    length = 0
    if (size > LONGEST) return { line, unreadable: `is longer than ${LONGEST} bytes` }
    try {
      const text = decoder.decode(whole)
      return text.trim() ? { line, value: JSON.parse(text) } : null
    } catch (error) {
      return { line, unreadable: error instanceof SyntaxError ? error.message : 'is not UTF-8' }
    }
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, to))
      from = to + 1
      const one = take()
      if (one) yield one
    }
    add(chunk.subarray(from))
  }
  const last = length ? take() : null
  if (last) yield last
}
