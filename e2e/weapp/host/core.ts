import { Timers } from './timers.ts'

/** One use of wx.*, with what it was given (functions left out). */
export type Call = { name: string; given: Record<string, unknown> }

/** One setData: bytes are those of its JSON in UTF-8. */
export type Transfer = { route: string; bytes: number; json: string }

/**
 * 'wifi': requests go out for real. 'none': no network, they fail at once. 'silent': bars on the screen and no answer;
 * they fail by their own timeout when the clock gets there.
 */
export type Network = 'wifi' | 'none' | 'silent'

/** What the parts of the host share: the clock, the network, and the record of what the app did. */
export class Core {
  timers = new Timers()
  network: Network = 'wifi'
  calls: Call[] = []
  transfers: Transfer[] = []
  /** What the city side really answered. */
  answers: { url: string; status: number }[] = []
  /** Everything a healthy app never causes; a test fails when it is not empty. */
  errors: string[] = []
  warnings: string[] = []
  /** Requests whose answer will come; they end without failing. */
  onTheWay = new Set<Promise<void>>()
  listeners = new Map<string, Set<(event: unknown) => void>>()
  /** Copies plain data into the app's own realm, functions and undefined left out, as WeChat's bridge does. */
  inside: (value: unknown) => unknown = structuredClone

  blame(where: string, what: unknown): void {
    this.errors.push(`${where}: ${text(what)}`)
  }

  /** Runs the app's code; what it throws is an error of the page. */
  guard<T>(where: string, run: () => T): T | undefined {
    try {
      return run()
    } catch (failure) {
      this.blame(where, failure)
      return undefined
    }
  }

  tell(event: string, detail: object): void {
    for (const listener of this.listeners.get(event) ?? []) this.guard(event, () => listener(this.inside(detail)))
  }
}

/** Errors come from another realm, so they are known by their stack. */
export const text = (what: unknown): string => {
  if (typeof what === 'object' && what !== null && 'stack' in what) {
    const { message, stack } = what as Error
    return String(stack).includes(message) ? String(stack).split('\n').slice(0, 4).join(' ') : `${message} ${stack}`
  }
  return typeof what === 'string' ? what : (JSON.stringify(what) ?? String(what))
}
