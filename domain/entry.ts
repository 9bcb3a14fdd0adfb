import { narrow, readCode } from './code.ts'
import { aliasValue } from './identifiers.ts'

/**
 * How a person arrived: `q` WeChat's link of an ordinary QR, URL-encoded; `scene` of a mini program code; `qrCode` of
 * Alipay; `path` of the h5 address; `typed` what was typed, pasted or scanned inside the app.
 */
export type EntryInput =
  | { q: string | undefined }
  | { scene: string | undefined }
  | { qrCode: string | undefined }
  | { path: string | undefined }
  | { typed: string | undefined }

/**
 * `plate` came with a tag, for the BFF to verify; `typed` is a whole code without one; `mistyped` is none: ten symbols
 * as readCode normalises them, `suspect` the index of the one to look at, or other text as it came; `foreign` is a
 * link of somebody else, shown and never opened; `alias` is another number, in the spelling of aliasValue.
 */
export type Entry =
  | { kind: 'plate'; code: string; tag: string }
  | { kind: 'typed'; code: string }
  | { kind: 'mistyped'; text: string; suspect: number | null }
  | { kind: 'foreign'; host: string }
  | { kind: 'alias'; value: string }
  | { kind: 'empty' }

const EMPTY: Entry = { kind: 'empty' }
const LONGEST = 100

const mistyped = (text: string, suspect: number | null = null): Entry => ({
  kind: 'mistyped',
  text: text.slice(0, LONGEST),
  suspect,
})

/**
 * `code` or `code.tag`, already decoded. A tag that could not stand in a path unescaped is none that was ever printed.
 */
export function readSegment(segment: string): Entry {
  const dot = segment.indexOf('.')
  const reading = readCode(dot < 0 ? segment : segment.slice(0, dot))
  const tag = dot < 0 ? '' : segment.slice(dot + 1).trim()
  if (!segment.trim()) return EMPTY
  if (!reading.ok)
    return reading.text.length === 10 ? mistyped(reading.text, reading.suspect) : mistyped(segment.trim())
  if (!tag) return { kind: 'typed', code: reading.code }
  return /^[\w.~-]{1,64}$/.test(tag) ? { kind: 'plate', code: reading.code, tag: tag.toUpperCase() } : mistyped(segment)
}

const decodeOnce = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The segment after /e/ of a path, query and fragment cut off; null for another path. */
const segmentOf = (path: string): string | null => /^\/e\/([^/?#]*)\/?(?:[?#]|$)/i.exec(path)?.[1] ?? null

/**
 * A link, read without a URL class, which WeChat has not. The host is what follows the last @ up to the first / ? or
 * #, as written but for case and the scheme's own port; it must equal one of ours. A trailing dot, a backslash, an
 * escape or a letter of another script makes it another text and so foreign.
 */
function readLink(scheme: string, rest: string, hosts: string[]): Entry {
  const [, authority, path] = /^([^/?#]*)([^]*)$/.exec(rest)!
  const address = authority!.slice(authority!.lastIndexOf('@') + 1).toLowerCase()
  const host = address.replace(scheme === 'https' ? /:(443)?$/ : /:(80)?$/, '')
  const own = (scheme === 'https' || scheme === 'http') && hosts.some((ours) => ours.toLowerCase() === host)
  if (!own) return { kind: 'foreign', host: host.replace(/[\s\u0000-\u001f\u007f]/g, '').slice(0, LONGEST) }
  const segment = segmentOf(/^[!-~]*/.exec(path!)![0])
  return segment === null ? EMPTY : readSegment(segment)
}

/**
 * The first link in a text (people share sentences around it), also without scheme when a host and a path are plain.
 */
function findLink(text: string, hosts: string[]): Entry | null {
  const link = /([a-z][a-z0-9+.-]*):\/\/(\S*)/i.exec(text)
  if (link) return readLink(link[1]!.toLowerCase(), link[2]!, hosts)
  const bare = /^(?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,}\.?(?::\d+)?\/\S*)/i.exec(text.trim())
  if (bare) return readLink('https', bare[1]!, hosts)
  const own = hosts.find((host) => text.trim().toLowerCase().startsWith(`${host.toLowerCase()}/`))
  return own ? readLink('https', text.trim(), hosts) : null
}

function readTyped(text: string, hosts: string[]): Entry {
  const sentence = text.replace(/[\s.,;:!?。，、；！？"'”’>》]+$/, '')
  const link = findLink(sentence, hosts)
  if (link) return link
  const plain = narrow(sentence).trim()
  if (!plain) return EMPTY
  const entry = readSegment(plain)
  if (entry.kind === 'plate' || entry.kind === 'typed') return entry
  const { text: symbols } = entry.kind === 'mistyped' ? entry : { text: '' }
  const looksLikeCode = /^(?=.*[A-Z])[0-9A-Z]{10}$/.test(symbols)
  return looksLikeCode ? entry : { kind: 'alias', value: aliasValue(plain).slice(0, LONGEST) }
}

function readEncoded(text: string, hosts: string[]): Entry {
  const decoded = decodeOnce(text)
  if (decoded === null) return mistyped(text)
  return findLink(decoded, hosts) ?? readSegment(decoded)
}

/**
 * The one reader of every way in. Pure, never throws; decodes what arrives encoded exactly once. `hosts` are our own
 * hosts, with a port where it is not the scheme's own. Typed text of ten symbols with a letter is a code; other text
 * is an alias.
 */
export function parseEntry(input: EntryInput, hosts: string[]): Entry {
  const [way, text] = Object.entries(input)[0] ?? []
  if (typeof text !== 'string' || text.trim() === '') return EMPTY
  switch (way) {
    case 'q':
      return readEncoded(text, hosts)
    case 'scene': {
      const decoded = decodeOnce(text)
      return decoded === null ? mistyped(text) : readSegment(decoded)
    }
    case 'qrCode':
      return /^https?:\/\//i.test(text) ? findLink(text, hosts)! : readEncoded(text, hosts)
    case 'path': {
      const segment = segmentOf(text)
      if (segment === null) return EMPTY
      const decoded = decodeOnce(segment)
      return decoded === null ? mistyped(segment) : readSegment(decoded)
    }
    case 'typed':
      return readTyped(text, hosts)
    default:
      return EMPTY
  }
}
