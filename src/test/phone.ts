/** The imagined phone behind the stand-in of @tarojs/taro: what it stores, how it answers, what it was asked to do. */

export type Sent = { url: string; method: string; header: Record<string, string>; timeout?: number; aborted: boolean }
export type Reply = { statusCode: number; data?: unknown; header?: Record<string, string> }
type Answering = (sent: Sent) => Reply | Promise<Reply>

type Phone = {
  storage: Map<string, unknown>
  /** Set to make every write fail, as a full phone does; a number lets that many through first. */
  writesLeft: number
  sent: Sent[]
  answer: Answering
  calls: string[]
  opened: string[]
  pages: number
  /** Parameters the page was opened with. */
  params: Record<string, string>
  scan: () => Promise<{ result: string; path?: string }>
  info: Record<string, unknown>
  networkListeners: Set<(state: { isConnected: boolean }) => void>
  themeListeners: Set<(state: { theme: string }) => void>
}

const unreachable: Answering = () => Promise.reject({ errMsg: 'request:fail ' })

const fresh = (): Phone => ({
  storage: new Map(),
  writesLeft: Infinity,
  sent: [],
  answer: unreachable,
  calls: [],
  opened: [],
  pages: 1,
  params: {},
  scan: () => Promise.reject({ errMsg: 'scanCode:fail cancel' }),
  info: { theme: 'light', language: 'zh_CN', fontSizeScaleFactor: 1 },
  networkListeners: new Set(),
  themeListeners: new Set(),
})

export const phone: Phone = fresh()

export const resetPhone = (): void => void Object.assign(phone, fresh())
