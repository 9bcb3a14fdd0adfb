import type { Timeline, TimelineItem } from '@tima/contract/elevator.ts'
import { create } from 'zustand'
import { getTimeline } from '../api/elevator.ts'
import { troubleKind, type TroubleKind } from '../api/failure.ts'

/** The history rail of one elevator as far as it was fetched; `next` is null at its end. */
export type TimelineView = { items: TimelineItem[]; next: string | null; waiting: boolean; trouble: TroubleKind | null }

type TimelineStore = {
  views: Record<string, TimelineView>
  /** Starts over with the newest stops, which came with the elevator's page. */
  start: (code: string, newest: Timeline) => void
  /** Fetches the next page; a second call while one is on its way does nothing. */
  more: (code: string) => Promise<void>
}

export const useTimeline = create<TimelineStore>()((set, get) => {
  const change = (code: string, part: Partial<TimelineView>) =>
    set(({ views }) => ({ views: { ...views, [code]: { ...views[code]!, ...part } } }))

  return {
    views: {},
    start: (code, newest) => change(code, { ...newest, waiting: false, trouble: null }),
    more: async (code) => {
      const view = get().views[code]
      if (!view?.next || view.waiting) return
      change(code, { waiting: true, trouble: null })
      try {
        const { items, next } = await getTimeline(code, view.next)
        if (get().views[code]?.next === view.next) change(code, { items: [...view.items, ...items], next })
      } catch (failure) {
        change(code, { trouble: troubleKind(failure) })
      } finally {
        change(code, { waiting: false })
      }
    },
  }
})
