import http from 'node:http'
import https from 'node:https'
import type { Core } from '../core.ts'
import { Refused, type Asked, type Reply } from './reply.ts'

/** Something between the phone and the city side that answers itself. */
export type Weather = (asked: Asked) => object | undefined

/** WeChat's own patience when the app names none. */
const PATIENCE_MS = 60_000

/**
 * wx.request over a real socket. @param citySide the origin every request is sent to, whatever the build has inside:
 * the city side of a test listens on a port of its own
 */
export function networkOf(core: Core, reply: Reply, citySide: string | null, weather: Weather = () => undefined) {
  const request = (asked: Asked) => {
    const stop = new AbortController()
    reply('request', asked, () => send(asked, stop.signal))
    const ignored = () => undefined
    return {
      abort: () => stop.abort(),
      onHeadersReceived: ignored,
      offHeadersReceived: ignored,
      onChunkReceived: ignored,
      offChunkReceived: ignored,
    }
  }

  const send = (asked: Asked, signal: AbortSignal): Promise<object> => {
    const written = String(asked['url'])
    if (!/^https?:\/\//.test(written)) throw new Refused(`invalid url "${written}"`)
    const url = new URL(citySide ? written.replace(/^https?:\/\/[^/?#]+/, citySide) : written)
    if (signal.aborted) throw new Refused('abort')
    if (core.network === 'none')
      throw new Refused('', { errno: 600003, errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' })
    if (core.network === 'silent') return silence(asked, signal)
    const instead = weather(asked)
    if (instead) return Promise.resolve(instead)
    const answer = answered(url, asked, signal).then((given) => {
      core.answers.push({ url: url.pathname + url.search, status: given.statusCode })
      return given
    })
    const settled = answer.then(
      () => undefined,
      () => undefined,
    )
    core.onTheWay.add(settled)
    void settled.then(() => core.onTheWay.delete(settled))
    return answer
  }

  /** Nothing comes back until the app's own timeout, on the app's clock; nobody waits for it meanwhile. */
  const silence = (asked: Asked, signal: AbortSignal) =>
    new Promise<object>((_, reject) => {
      core.timers.set(() => reject(new Refused('timeout', { errno: 5 })), Number(asked['timeout'] ?? PATIENCE_MS))
      signal.addEventListener('abort', () => reject(new Refused('abort')))
    })

  return {
    request,
    getNetworkType: (asked: Asked) =>
      reply('getNetworkType', asked, () => ({ networkType: core.network === 'none' ? 'none' : 'wifi' })),
  }
}

type Answer = { statusCode: number; data: unknown; header: object; cookies: string[] }

function answered(url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const method = String(asked['method'] ?? 'GET').toUpperCase()
  const data = asked['data']
  if (method === 'GET' && typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value))
  }
  const body =
    method === 'GET' || data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)
  const headers = { 'content-type': 'application/json', ...(asked['header'] as Record<string, string> | undefined) }
  const client = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = client.request(
      url,
      { method, headers, signal, agent: false, timeout: Number(asked['timeout'] ?? PATIENCE_MS) },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (failure) => reject(new Refused(failure.message)))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const cookies = response.headers['set-cookie'] ?? []
          resolve({
            statusCode: response.statusCode ?? 0,
            data: parsed(text, asked['dataType']),
            header: flat(response),
            cookies,
          })
        })
      },
    )
    sent.on('timeout', () => sent.destroy(new Refused('timeout', { errno: 5 })))
    sent.on('error', (failure) =>
      reject(
        failure instanceof Refused
          ? failure
          : new Refused(signal.aborted ? 'abort' : failure.message, { errno: 600001 }),
      ),
    )
    sent.end(body)
  })
}

/** WeChat parses JSON unless it is told another data type; what is no JSON stays text. */
function parsed(text: string, dataType: unknown): unknown {
  if (dataType !== undefined && dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function flat(response: http.IncomingMessage): Record<string, string> {
  const names = response.rawHeaders.filter((_, at) => at % 2 === 0)
  return Object.fromEntries(names.map((name, at) => [name, response.rawHeaders[at * 2 + 1]!]))
}
