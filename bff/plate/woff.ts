import { inflateSync } from 'node:zlib'

/**
 * The sfnt (TrueType) font inside a WOFF 1.0 file (W3C WOFF §3–§5): the same tables, uncompressed. Read this way a
 * single glyph costs only its own bytes; from WOFF itself the whole table is inflated for each, from WOFF2 all glyphs
 * are built first.
 */
export const unpackWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF 1.0 font')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = 44 + index * 20
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    return { entry, bytes: packed < length ? inflateSync(bytes) : bytes }
  })
  const head = Buffer.alloc(12 + tables.length * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(tables.length, 4)
  let offset = head.length
  const parts: Buffer[] = [head]
  tables.forEach(({ entry, bytes }, index) => {
    const at = 12 + index * 16
    woff.copy(head, at, entry, entry + 4)
    woff.copy(head, at + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}
