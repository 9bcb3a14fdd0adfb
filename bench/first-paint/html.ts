import { get } from 'node:http'
import { constants, gunzipSync } from 'node:zlib'

export type FirstBytes = { encoding: string; total: number; needed: number | null; without: string[] }

const STEP = 128

/**
 * How many bytes of the body, as sent, a phone must have until the HTML before any script holds every one of `texts`.
 * `without` names those that never come.
 */
export async function firstBytes(url: string, texts: string[]): Promise<FirstBytes> {
  const { encoding, body } = await ask(url)
  const text = (bytes: Buffer) => (encoding === 'gzip' ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes).toString().split('<script', 1)[0]!
  const missing = (bytes: Buffer) => texts.filter((wanted) => !text(bytes).includes(wanted))
  const without = missing(body)
  let needed: number | null = null
  for (let length = STEP; !without.length && needed === null; length += STEP) if (!missing(body.subarray(0, length)).length) needed = Math.min(length, body.length)
  return { encoding, total: body.length, needed, without }
}

/** Bytes of the bodies at `urls` as sent to who takes gzip. */
export async function gzipBytes(urls: string[]): Promise<number> {
  const answers = await Promise.all(urls.map(ask))
  return answers.reduce((sum, { body }) => sum + body.length, 0)
}

function ask(url: string): Promise<{ encoding: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'zh-CN' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => void parts.push(part))
      answer.once('end', () => resolve({ encoding: answer.headers['content-encoding'] ?? 'none', body: Buffer.concat(parts) }))
    }).once('error', reject)
  })
}
