import Taro from '@tarojs/taro'
import axios, { AxiosError, AxiosHeaders, CanceledError } from 'axios'
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios'

/** Long enough for a lift lobby's one bar of signal, short enough to show the kept page instead. */
const TIMEOUT_MS = 8_000

/**
 * Sends a request the phone's own way. Every status is an answer; what rejects is an AxiosError with code ECONNABORTED
 * (no answer in time) or ERR_NETWORK (no way there), or CanceledError after the signal.
 */
export const phoneAdapter: AxiosAdapter = (config) =>
  new Promise((resolve, reject) => {
    // Assigned after the call: a phone may answer before it has handed over the task.
    let task: { abort?: () => void } | null = null
    const stop = () => {
      task?.abort?.()
      reject(new CanceledError(undefined, config))
    }
    const signal = config.signal as AbortSignal | undefined
    if (signal?.aborted) return stop()
    signal?.addEventListener?.('abort', stop)
    const done = () => signal?.removeEventListener?.('abort', stop)

    const sent = Taro.request({
      url: axios.getUri(config),
      method: (config.method ?? 'get').toUpperCase() as 'GET',
      data: config.data,
      header: plainHeaders(config),
      timeout: config.timeout,
      dataType: 'text',
      responseType: 'text',
    })
    task = sent
    sent.then(
      (answer) => {
        done()
        resolve(responseOf(answer, config))
      },
      (failure: unknown) => {
        done()
        reject(failureOf(failure, config))
      },
    )
  })

/** The city side. On h5 it is where the page came from; a mini program carries the address from its build. */
export const http = axios.create({
  adapter: phoneAdapter,
  baseURL: TIMA_API_URL,
  timeout: TIMEOUT_MS,
  validateStatus: () => true,
  headers: { Accept: 'application/json, application/problem+json' },
})

/** A header of an answer, whatever its case; null when it is not there. */
export function header(response: AxiosResponse, name: string): string | null {
  const value: unknown = AxiosHeaders.from(response.headers as AxiosHeaders).get(name)
  return typeof value === 'string' && value !== '' ? value : null
}

function plainHeaders(config: InternalAxiosRequestConfig): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(config.headers.toJSON())) {
    if (value !== null && value !== undefined) headers[name] = String(value)
  }
  return headers
}

type Answer = { statusCode: number; data: unknown; header?: object }

const responseOf = (answer: Answer, config: InternalAxiosRequestConfig): AxiosResponse => ({
  status: answer.statusCode,
  statusText: '',
  data: answer.data,
  headers: new AxiosHeaders(answer.header as Record<string, string>),
  config,
})

/** WeChat says "request:fail timeout"; a browser's request is aborted by the timer. */
function failureOf(failure: unknown, config: InternalAxiosRequestConfig): AxiosError {
  const { errMsg = '', name = '' } = (failure ?? {}) as { errMsg?: string; name?: string }
  const late = /time.?out/i.test(errMsg) || name === 'AbortError'
  return new AxiosError(errMsg || 'no network', late ? AxiosError.ECONNABORTED : AxiosError.ERR_NETWORK, config)
}
