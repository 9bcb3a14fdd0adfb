/** What a file's bytes are written in. GB18030 also reads GBK and GB2312. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export class UnreadableFile extends Error {}

/**
 * Finds the encoding by reading all of `bytes`: a byte-order mark decides; else the first of UTF-8 and GB18030 that
 * reads without an error. Throws UnreadableFile when neither does.
 */
export async function detectEncoding(bytes: () => AsyncIterable<Uint8Array>): Promise<Encoding> {
  const candidates: Encoding[] = ['utf-8', 'gb18030']
  for (const encoding of candidates) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    try {
      let first = true
      for await (const chunk of bytes()) {
        if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
        if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
        first = false
        decoder.decode(chunk, { stream: true })
      }
      decoder.decode()
      return encoding
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new UnreadableFile('the file is neither UTF-8 nor GB18030; say its encoding in the mapping file')
}

/** The text of `bytes`, piece by piece, without its byte-order mark. Throws UnreadableFile at bytes that do not belong. */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let read = 0
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      read += chunk.length
      if (text) yield text
    }
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile(`the file is not ${encoding} near byte ${read}`)
    throw error
  }
}
