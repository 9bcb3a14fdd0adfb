// Stands in for @tarojs/taro: jest has no mini program host. Only what the phone really calls is here, so a call to
// anything else fails the test.
import { useEffect, useRef } from 'react'
import { phone, type Sent } from './phone.ts'

type Asked = { url: string; method: string; header?: Record<string, string>; timeout?: number }

function request(asked: Asked) {
  const sent: Sent = { aborted: false, header: {}, ...asked }
  phone.sent.push(sent)
  const answered = Promise.resolve().then(() => phone.answer(sent))
  return Object.assign(answered, { abort: () => void (sent.aborted = true) })
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const Taro = {
  request,
  // WeChat and the browser answer '' for a key that was never set, and hand out copies.
  getStorageSync: (key: string) => (phone.storage.has(key) ? copy(phone.storage.get(key)) : ''),
  setStorageSync: (key: string, value: unknown) => {
    if (phone.writesLeft <= 0) throw new Error('setStorageSync:fail exceed storage max size')
    phone.writesLeft -= 1
    phone.storage.set(key, copy(value))
  },
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => void phone.calls.push(phoneNumber),
  scanCode: () => phone.scan(),
  getAppBaseInfo: () => phone.info,
  onNetworkStatusChange: (told: (state: { isConnected: boolean }) => void) => void phone.networkListeners.add(told),
  offNetworkStatusChange: (told: (state: { isConnected: boolean }) => void) => void phone.networkListeners.delete(told),
  onThemeChange: (told: (state: { theme: string }) => void) => void phone.themeListeners.add(told),
  offThemeChange: (told: (state: { theme: string }) => void) => void phone.themeListeners.delete(told),
  setNavigationBarColor: async () => undefined,
  setNavigationBarTitle: async () => undefined,
  navigateTo: async ({ url }: { url: string }) => void phone.opened.push(`to ${url}`),
  redirectTo: async ({ url }: { url: string }) => void phone.opened.push(`instead ${url}`),
  reLaunch: async ({ url }: { url: string }) => void phone.opened.push(`only ${url}`),
  navigateBack: async () => void phone.opened.push('back'),
  getCurrentPages: () => Array.from({ length: phone.pages }, () => ({})),
  pageScrollTo: async () => undefined,
  getCurrentInstance: () => ({ router: { params: phone.params } }),
}

export default Taro

/** Lifecycle hooks: a test page is launched, loaded and shown when it is rendered. */
function useOnceRendered(told: (options: Record<string, string>) => void) {
  const first = useRef(told)
  useEffect(() => first.current(phone.params), [])
}
export const useLaunch = useOnceRendered
export const useLoad = useOnceRendered
export const useDidShow = useOnceRendered
export const useReady = useOnceRendered
export const useRouter = () => ({ params: phone.params, path: '' })
export const usePageScroll = (): void => undefined
export const usePullDownRefresh = (): void => undefined
export const useReachBottom = (): void => undefined
export const useShareAppMessage = (): void => undefined
