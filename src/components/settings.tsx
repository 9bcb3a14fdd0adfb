import { View } from '@tarojs/components'
import { useSpeech } from '../i18n/index.ts'
import { Chips } from './chips.tsx'

type Size = 'normal' | 'elder' | 'largest'
type Theme = 'system' | 'light' | 'dark'
type Language = 'zh-CN' | 'en'
export type SettingsProps = {
  size: Size
  theme: Theme
  language: Language
  onChoose: (choice: { size?: Size; theme?: Theme; language?: Language }) => void
}

/** 长辈版, dark and language: in sight, remembered, no menu to find. */
export function Settings({ size, theme, language, onChoose }: SettingsProps) {
  const { settings } = useSpeech().words
  return (
    <View className="stack">
      <Chips label={settings.size} names={settings.sizes} chosen={size} onChoose={(chosen) => onChoose({ size: chosen })} />
      <Chips label={settings.theme} names={settings.themes} chosen={theme} onChoose={(chosen) => onChoose({ theme: chosen })} />
      <Chips label={settings.language} names={settings.languages} chosen={language} onChoose={(chosen) => onChoose({ language: chosen })} />
    </View>
  )
}
