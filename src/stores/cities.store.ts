import type { CityLine } from '@tima/contract/city.ts'
import { create } from 'zustand'
import { getCities } from '../api/city.ts'
import { readStored, writeStored } from '../platform/storage.ts'

const KEY = 'tima/1/cities'

type CitiesStore = { items: CityLine[]; load: () => Promise<void> }

/** Hotlines for a person whose plate leads to no elevator. What was heard last stays on the phone: it may be offline next time. */
export const useCities = create<CitiesStore>()((set) => ({
  items: readStored<CityLine[]>(KEY) ?? [],
  load: async () => {
    try {
      const { items } = await getCities()
      set({ items })
      writeStored(KEY, items)
    } catch {
      // Without a network the kept ones stand, and the national numbers beside them.
    }
  },
}))

/** Cities with a hotline to call, real ones before those made for a demonstration. */
export const hotlines = (items: CityLine[]): CityLine[] =>
  items.filter(({ hotline }) => hotline !== null).sort((a, b) => Number(a.demo) - Number(b.demo)).slice(0, 3)
