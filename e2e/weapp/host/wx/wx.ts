import type { Call, Core } from '../core.ts'
import { deprecatedNames, wxNames } from '../wx-names.ts'
import type { Asked, Play, Reply } from './reply.ts'

/** Functions that only ask the phone for something; it is noted and granted. A test may script another answer. */
const GRANTED = [
  'makePhoneCall',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setClipboardData',
  'vibrateShort',
  'vibrateLong',
  'pageScrollTo',
  'stopPullDownRefresh',
  'startPullDownRefresh',
  'hideKeyboard',
  'setKeepScreenOn',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'showShareMenu',
  'hideShareMenu',
  'hideHomeButton',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'reportEvent',
  'reportAnalytics',
  'openSetting',
]

/** What a person has to do; without a script the person turns back. */
const DECIDED = [
  'scanCode',
  'showModal',
  'showActionSheet',
  'chooseLocation',
  'chooseMedia',
  'getLocation',
  'openLocation',
  'previewImage',
]

/** Not in the typings, and yet asked for: the build's own list of loaded chunks. */
const OWN = new Set(['webpackJsonp'])

type Functions = Record<string, (...given: never[]) => unknown>

/**
 * The wx object. Every use is noted. A name the typings do not know is an error as soon as it is read; one that is
 * deprecated, or that nobody plays here, is an error when it is called.
 */
export function wxOf(core: Core, reply: Reply, parts: Functions, script: Map<string, Play>, turnBack: Play): object {
  const functions: Functions = {
    ...parts,
    ...events(core),
    canIUse: (schema: string) => wxNames.has(schema.split('.')[0]!),
    nextTick: (run: () => void) => core.timers.set(() => core.guard('nextTick', run), 0),
  }
  const played = (name: string): Play => script.get(name) ?? (DECIDED.includes(name) ? turnBack : () => undefined)
  for (const name of [...GRANTED, ...DECIDED])
    functions[name] = (asked: Asked) => reply(name, asked, (given) => played(name)(given))

  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloud: undefined,
    router: undefined,
    worklet: undefined,
  }
  for (const name of wxNames) {
    if (name in wx) continue
    wx[name] = (...given: unknown[]) => {
      core.calls.push(noted(name, given))
      if (deprecatedNames.has(name)) core.blame('wx', `${name} is deprecated`)
      const play = functions[name] as ((...args: unknown[]) => unknown) | undefined
      if (play) return play(...given)
      return core.blame('wx', `${name} is a function of WeChat, but nobody plays it here`)
    }
  }
  return new Proxy(wx, {
    get(target, name) {
      const known = typeof name === 'symbol' || name in target || OWN.has(name)
      if (!known) core.blame('wx', `there is no wx.${String(name)}`)
      return Reflect.get(target, name) as unknown
    },
  })
}

/** onThemeChange and the like keep a listener until offThemeChange. */
function events({ listeners }: Core): Functions {
  const functions: Functions = {}
  for (const name of wxNames) {
    const event = /^(?:on|off)([A-Z]\w+)$/.exec(name)?.[1]
    if (event === undefined) continue
    const heard = listeners.get(event) ?? new Set()
    listeners.set(event, heard)
    functions[name] = (listener?: (event: unknown) => void) => {
      if (name.startsWith('on')) heard.add(listener!)
      else if (listener) heard.delete(listener)
      else heard.clear()
    }
  }
  return functions
}

const noted = (name: string, given: unknown[]): Call => {
  const [first] = given
  return {
    name,
    given:
      typeof first === 'object' && first !== null
        ? (JSON.parse(JSON.stringify(first)) as Call['given'])
        : { value: first },
  }
}
