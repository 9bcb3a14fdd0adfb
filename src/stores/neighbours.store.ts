import type { Neighbours } from '@tima/contract/elevator.ts'
import { create } from 'zustand'
import { getNeighbours } from '../api/elevator.ts'
import { troubleKind, type TroubleKind } from '../api/failure.ts'

/** The other cars of the building: 不是这部？ */
export type NeighboursView =
  | { at: 'idle' }
  | { at: 'loading' }
  | { at: 'found'; items: Neighbours['items'] }
  | { at: 'trouble'; trouble: TroubleKind }

type NeighboursStore = { views: Record<string, NeighboursView>; load: (code: string) => Promise<void> }

const idle: NeighboursView = { at: 'idle' }

export const useNeighbours = create<NeighboursStore>()((set, get) => {
  const show = (code: string, view: NeighboursView) => set(({ views }) => ({ views: { ...views, [code]: view } }))
  return {
    views: {},
    load: async (code) => {
      if (get().views[code]?.at === 'loading') return
      if (get().views[code]?.at !== 'found') show(code, { at: 'loading' })
      try {
        show(code, { at: 'found', items: (await getNeighbours(code)).items })
      } catch (failure) {
        show(code, { at: 'trouble', trouble: troubleKind(failure) })
      }
    },
  }
})

export const useNeighboursView = (code: string): NeighboursView => useNeighbours((store) => store.views[code] ?? idle)
