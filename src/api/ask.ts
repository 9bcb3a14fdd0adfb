import type { Problem } from '@tima/contract/problem.ts'
import { header, http } from '../platform/http.ts'
import { isProblem, Refusal, Trouble } from './failure.ts'

/** An answer of the city side. `keptAt` is set when it comes from the phone's offline copy of that moment. */
export type Answer<T> = { status: number; body: T; etag: string | null; keptAt: string | null }

type Query = Record<string, string | undefined>

/** Asks one question. Throws Trouble or Refusal and nothing else; 304 comes back as an answer without a body. */
export async function ask<T>(path: string, query: Query = {}, etag: string | null = null): Promise<Answer<T>> {
  const headers = etag ? { 'If-None-Match': etag } : {}
  const response = await http.get<T | Problem>(path, { params: query, headers }).catch(asTrouble)
  if (response.status === 429) throw new Trouble('busy')
  if (response.status >= 500) throw new Trouble('server')
  if (response.status >= 400) throw isProblem(response.data) ? new Refusal(response.data) : new Trouble('server')
  if (response.status !== 304 && !isObject(response.data)) throw new Trouble('server')
  return { status: response.status, body: response.data as T, etag: header(response, 'etag'), keptAt: header(response, 'tima-kept-at') }
}

function asTrouble(failure: unknown): never {
  throw new Trouble((failure as { code?: string }).code === 'ECONNABORTED' ? 'timeout' : 'offline')
}

const isObject = (data: unknown): data is object => typeof data === 'object' && data !== null
