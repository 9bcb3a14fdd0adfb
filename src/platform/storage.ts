import Taro from '@tarojs/taro'

/** What was stored under the key, or null. The caller's key carries the version of its shape. */
export function readStored<T>(key: string): T | null {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' || value === undefined ? null : (value as T | null)
  } catch {
    return null
  }
}

/** @returns false when the phone refuses: storage full or forbidden */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // What cannot be removed cannot be read either.
  }
}
