import Taro, { usePageScroll, useRouter } from '@tarojs/taro'
import { useState } from 'react'

/** What the page was opened with. */
export const usePageParams = (): Record<string, string | undefined> => useRouter().params

/** True while the page is scrolled further than `far` CSS px; the page is drawn again only when that changes. */
export function useScrolledPast(far: number): boolean {
  const [past, setPast] = useState(false)
  usePageScroll(({ scrollTop }) => setPast(scrollTop > far))
  return past
}

/** The name in the bar above the page. */
export function setTitle(title: string): void {
  if (process.env.TARO_ENV === 'h5') document.title = title
  else void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
}
