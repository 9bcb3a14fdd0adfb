import { create } from 'zustand'
import { onSystemTheme, systemFontScale, systemLanguage, systemTheme, type Theme } from '../platform/appearance.ts'
import { readStored, writeStored } from '../platform/storage.ts'

export type Size = 'normal' | 'elder' | 'largest'
export type ThemeChoice = 'system' | Theme
export type Language = 'zh-CN' | 'en'

type Choices = { size: Size; theme: ThemeChoice; language: Language }

type SettingsStore = Choices & {
  systemTheme: Theme
  choose: (choice: Partial<Choices>) => void
}

const KEY = 'tima/1/settings'

/** Until the person chooses, the phone's own settings decide. */
function usual(): Choices {
  const scale = systemFontScale()
  return {
    size: scale >= 1.6 ? 'largest' : scale >= 1.25 ? 'elder' : 'normal',
    theme: 'system',
    language: /^zh/i.test(systemLanguage()) ? 'zh-CN' : 'en',
  }
}

/** How the app looks and speaks; what a person chose is remembered on this phone, and nothing else. */
export const useSettings = create<SettingsStore>()((set) => {
  onSystemTheme((theme) => set({ systemTheme: theme }))
  return {
    ...usual(),
    ...readStored<Partial<Choices>>(KEY),
    systemTheme: systemTheme(),
    choose: (choice) => {
      set(choice)
      writeStored(KEY, { ...readStored<Partial<Choices>>(KEY), ...choice })
    },
  }
})

/** light or dark, after the choice and the phone. */
export const useTheme = (): Theme => useSettings((store) => (store.theme === 'system' ? store.systemTheme : store.theme))
