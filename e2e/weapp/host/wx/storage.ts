import { Refused, type Asked, type Reply } from './reply.ts'

/** WeChat's limits: 1 MB a value, 10 MB in all. */
const ONE = 1024 * 1024
const ALL = 10 * ONE

/** The phone's storage; it outlives the app when the same one is given to the next launch. */
export class Storage {
  values = new Map<string, string>()
  /** Bytes it may hold; a test makes it small to see a full phone. */
  limit = ALL

  get(key: string): unknown {
    const text = this.values.get(key)
    return text === undefined ? undefined : JSON.parse(text)
  }

  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null'
    const rest = [...this.values].reduce((sum, [name, one]) => sum + (name === key ? 0 : one.length), 0)
    if (text.length > ONE) throw new Refused('entry size limit reached')
    if (rest + text.length > this.limit) throw new Refused('exceed storage max size')
    this.values.set(key, text)
  }

  info(): object {
    const size = [...this.values.values()].reduce((sum, one) => sum + one.length, 0)
    return { keys: [...this.values.keys()], currentSize: Math.ceil(size / 1024), limitSize: this.limit / 1024 }
  }
}

export function storageOf(storage: Storage, reply: Reply, inside: (value: unknown) => unknown) {
  const key = (asked: Asked) => String(asked['key'])
  const read = (asked: Asked) => {
    if (!storage.values.has(key(asked))) throw new Refused('data not found')
    return { data: storage.get(key(asked)) }
  }
  const sync = (name: string, run: () => void) => {
    try {
      run()
    } catch (failure) {
      throw new Error(`${name}:fail ${(failure as Error).message}`, { cause: failure })
    }
  }
  return {
    getStorageSync: (name: string) => (storage.values.has(name) ? inside(storage.get(name)) : ''),
    setStorageSync: (name: string, value: unknown) => sync('setStorageSync', () => storage.set(name, value)),
    removeStorageSync: (name: string) => void storage.values.delete(name),
    clearStorageSync: () => storage.values.clear(),
    getStorageInfoSync: () => inside(storage.info()),
    getStorage: (asked: Asked) => reply('getStorage', asked, read),
    setStorage: (asked: Asked) => reply('setStorage', asked, () => storage.set(key(asked), asked['data'])),
    removeStorage: (asked: Asked) => reply('removeStorage', asked, () => void storage.values.delete(key(asked))),
    clearStorage: (asked: Asked) => reply('clearStorage', asked, () => storage.values.clear()),
    getStorageInfo: (asked: Asked) => reply('getStorageInfo', asked, () => storage.info()),
  }
}
