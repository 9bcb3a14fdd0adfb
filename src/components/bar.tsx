import { View } from '@tarojs/components'
import { useSpeech } from '../i18n/index.ts'
import { Press } from './press.tsx'

type BarProps = { large: boolean; onHome: () => void; onSize: () => void; onLanguage: () => void }

/** Home, text size and language, in sight on every page: the first line of a browser page, the last of a mini program's. */
export function Bar({ large, onHome, onSize, onLanguage }: BarProps) {
  const { words, language } = useSpeech()
  const { settings } = words
  return (
    <View className="bar">
      <View className="bar-in">
        <Press className="link brand" role="link" onPress={onHome}>{words.name}</Press>
        <View className="bar-end">
          <Press className="link" onPress={onSize}>{large ? settings.back : settings.sizes.elder}</Press>
          <Press className="link" onPress={onLanguage}>{language === 'en' ? settings.languages['zh-CN'] : settings.languages.en}</Press>
        </View>
      </View>
    </View>
  )
}
