import type { Core } from '../core.ts'

/** What an asynchronous wx function is given. */
export type Asked = Record<string, unknown> & {
  success?: (result: unknown) => void
  fail?: (failure: unknown) => void
  complete?: (result: unknown) => void
}

/** Thrown by whoever plays a wx function: the app hears fail with `<name>:fail <reason>`. */
export class Refused extends Error {
  more: object

  constructor(reason: string, more: object = {}) {
    super(reason)
    this.more = more
  }
}

export type Play = (asked: Asked) => object | void | Promise<object | void>

export type Reply = (name: string, asked: Asked | undefined, play: Play) => unknown

/** Answers the way WeChat does: later, through success or fail and complete, or a promise when none is given. */
export function replier(core: Core): Reply {
  const outcome = async (name: string, asked: Asked, play: Play) => {
    try {
      return { ok: true, result: core.inside({ errMsg: `${name}:ok`, ...(await play(asked)) }) }
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure
      return { ok: false, result: core.inside({ errMsg: `${name}:fail ${failure.message}`, ...failure.more }) }
    }
  }

  return (name, asked = {}, play) => {
    const listens = asked.success ?? asked.fail ?? asked.complete
    const answer = new Promise((resolve, reject) => {
      core.timers.set(() => {
        void outcome(name, asked, play).then(
          ({ ok, result }) => {
            core.guard(`wx.${name}`, () => (ok ? asked.success : asked.fail)?.(result))
            core.guard(`wx.${name}`, () => asked.complete?.(result))
            if (ok || listens) resolve(result)
            else reject(result)
          },
          (failure: unknown) => core.blame(`wx.${name}`, failure),
        )
      }, 0)
    })
    return listens ? undefined : answer
  }
}
