// The else branches matter here and in this folder: the builder leaves out the branch of the other kind of phone together
// with everything only it imports, which it does not do for what stands after a return.
import Taro from '@tarojs/taro'

export type Theme = 'light' | 'dark'

/** How much larger than usual the person set the phone's text, 1 = usual. A browser enlarges text by itself. */
export function systemFontScale(): number {
  if (process.env.TARO_ENV === 'h5') return 1
  else {
    const info = appInfo()
    return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16
  }
}

export function systemTheme(): Theme {
  if (process.env.TARO_ENV === 'h5') return darkQuery()?.matches ? 'dark' : 'light'
  else return appInfo().theme === 'dark' ? 'dark' : 'light'
}

/** Tells when the phone turns dark or light. @returns stops telling */
export function onSystemTheme(told: (theme: Theme) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const changed = (event: { matches: boolean }) => told(event.matches ? 'dark' : 'light')
    const query = darkQuery()
    query?.addEventListener?.('change', changed)
    return () => query?.removeEventListener?.('change', changed)
  } else {
    const changed = (event: { theme: string }) => told(event.theme === 'dark' ? 'dark' : 'light')
    Taro.onThemeChange?.(changed)
    return () => Taro.offThemeChange?.(changed)
  }
}

/** The language of the phone, as BCP 47 or WeChat's zh_CN. */
export function systemLanguage(): string {
  if (process.env.TARO_ENV === 'h5') return navigator.language
  else return appInfo().language ?? 'zh-CN'
}

/** Colours around the page: the mini program's bar, the browser's frame. */
export function paintFrame(theme: Theme, background: string): void {
  if (process.env.TARO_ENV === 'h5') {
    document.documentElement.style.colorScheme = theme
    document.documentElement.style.backgroundColor = background
  } else {
    const frontColor = theme === 'dark' ? '#ffffff' : '#000000'
    void Taro.setNavigationBarColor({ frontColor, backgroundColor: background }).catch(() => undefined)
  }
}

type AppInfo = { theme?: string; language?: string; fontSizeScaleFactor?: number; fontSizeSetting?: number }

function appInfo(): AppInfo {
  const ask = Taro.getAppBaseInfo ?? Taro.getSystemInfoSync
  return (ask?.() ?? {}) as AppInfo
}

const darkQuery = () => window.matchMedia?.('(prefers-color-scheme: dark)')
