import Taro, { useDidShow, usePageScroll, useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** What the page was opened with. */
export const usePageParams = (): Record<string, string | undefined> => useRouter().params

/** How often the person has come back to this page since it was opened: 0, 1, 2 … */
export function useReturns(): number {
  const opened = useRef(false)
  const [returns, setReturns] = useState(0)
  useDidShow(() => {
    if (opened.current) setReturns((times) => times + 1)
    opened.current = true
  })
  return returns
}

/** True while the page is scrolled further than `far` CSS px; the page is drawn again only when that changes. */
export function useScrolledPast(far: number): boolean {
  const [past, setPast] = useState(false)
  usePageScroll(({ scrollTop }) => setPast(scrollTop > far))
  return past
}

/** The name in the bar above the page; a browser's tab also says what the page is about, and in which language. */
export function setTitle(name: string, about: string | undefined, language: string): void {
  if (process.env.TARO_ENV === 'h5') {
    document.title = about ? `${about} · ${name}` : name
    document.documentElement.lang = language
    return
  }
  void Taro.setNavigationBarTitle({ title: name }).catch(() => undefined)
}

/**
 * Keys of a browser while something lies over the page: Escape closes it, the first press goes to its close button, and
 * closing gives the focus back to what opened it.
 */
export function useOverlayKeys(open: boolean, onClose: () => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return
    const opener = document.activeElement as HTMLElement | null
    document.querySelector<HTMLElement>('.sheet .close')?.focus()
    const pressed = (event: KeyboardEvent) => { if (event.key === 'Escape') onClose() }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      opener?.focus?.()
    }
  }, [open, onClose])
}
