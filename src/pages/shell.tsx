import { View } from '@tarojs/components'
import { useEffect, useMemo, type PropsWithChildren } from 'react'
import { speechFor, SpeechProvider } from '../i18n/index.ts'
import { Bar } from '../components/bar.tsx'
import { paintFrame } from '../platform/appearance.ts'
import { moment } from '../platform/clock.ts'
import { setTitle } from '../platform/page.ts'
import { openHome } from '../platform/places.ts'
import { useSettings, useTheme } from '../stores/settings.store.ts'

/** The colour of the bar above each theme: --surface of styles/tokens.css. */
const frames = { light: '#ffffff', dark: '#181c1f' }

type ShellProps = PropsWithChildren<{
  /** The city's time zone; without one the phone's own clock counts. */
  zone?: string
  /** Days are told from this moment; a page that shows a fresh answer counts from it. */
  at?: string
  demo?: boolean
  /** What a browser's tab calls the page. */
  about?: string
}>

/** The root view of every page: size, theme, language, and the mark of a demo city. */
export function Shell({ zone = '', at, demo = false, about, children }: ShellProps) {
  const size = useSettings((settings) => settings.size)
  const language = useSettings((settings) => settings.language)
  const theme = useTheme()
  const say = useMemo(() => speechFor(language, zone, at ?? moment()), [language, zone, at])
  useEffect(() => paintFrame(theme, frames[theme]), [theme])
  useEffect(() => setTitle(say.words.name, about, language), [say, about, language])
  const { choose } = useSettings.getState()
  const bar = (
    <Bar
      large={size !== 'normal'} onHome={() => void openHome()}
      onSize={() => choose({ size: size === 'normal' ? 'elder' : 'normal' })}
      onLanguage={() => choose({ language: language === 'en' ? 'zh-CN' : 'en' })}
    />
  )
  const look = ['tima', theme === 'dark' && 'dark', size !== 'normal' && size, language === 'en' && 'en'].filter(Boolean).join(' ')
  return (
    <SpeechProvider value={say}>
      <View className={look}>
        {process.env.TARO_ENV === 'h5' && bar}
        {demo && <View className="demo">{say.words.demo}</View>}
        {children}
        {process.env.TARO_ENV !== 'h5' && bar}
      </View>
    </SpeechProvider>
  )
}
