import type { ElevatorLine } from '@tima/contract/elevator.ts'
import type { Problem } from '@tima/contract/problem.ts'
import { create } from 'zustand'
import { searchElevators } from '../api/elevator.ts'
import { Refusal, troubleKind, type TroubleKind } from '../api/failure.ts'

/** Finding an elevator by code, alias, address or building. */
export type SearchView =
  | { at: 'idle' }
  | { at: 'searching'; text: string }
  | { at: 'found'; text: string; items: ElevatorLine[]; next: string | null; waiting: boolean; trouble: TroubleKind | null }
  | { at: 'refused'; text: string; problem: Problem }
  | { at: 'trouble'; text: string; trouble: TroubleKind }

type SearchStore = {
  view: SearchView
  /** Looks for the text; empty text clears. An older search that answers late is dropped. */
  search: (text: string) => Promise<void>
  more: () => Promise<void>
}

export const useSearch = create<SearchStore>()((set, get) => {
  const isCurrent = (view: SearchView) => get().view === view

  const search = async (typed: string) => {
    const text = typed.trim()
    if (text === '') return set({ view: { at: 'idle' } })
    const view: SearchView = { at: 'searching', text }
    set({ view })
    const outcome = await find(text)
    if (isCurrent(view)) set({ view: outcome })
  }

  const more = async () => {
    const { view } = get()
    if (view.at !== 'found' || view.next === null || view.waiting) return
    const waiting: SearchView = { ...view, waiting: true, trouble: null }
    set({ view: waiting })
    const outcome = await find(view.text, view.next)
    if (!isCurrent(waiting)) return
    const trouble = outcome.at === 'trouble' ? outcome.trouble : null
    if (outcome.at === 'found') set({ view: { ...outcome, items: [...view.items, ...outcome.items] } })
    else set({ view: { ...view, trouble } })
  }

  return { view: { at: 'idle' }, search, more }
})

async function find(text: string, after?: string): Promise<SearchView> {
  try {
    return { at: 'found', text, waiting: false, trouble: null, ...(await searchElevators(text, undefined, after)) }
  } catch (failure) {
    if (failure instanceof Refusal) return { at: 'refused', text, problem: failure.problem }
    return { at: 'trouble', text, trouble: troubleKind(failure) }
  }
}
