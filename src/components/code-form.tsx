import { Input, View } from '@tarojs/components'
import { useRef } from 'react'
import { useSpeech } from '../i18n/index.ts'
import { Press } from './press.tsx'

/** One line to type a code, an address or another number into. What is typed stays here until it is sent. */
export function CodeForm({ label, action, onGo }: { label: string; action: string; onGo: (text: string) => void }) {
  const text = useRef('')
  const { home } = useSpeech().words
  const go = () => onGo(text.current)
  return (
    <View className="form">
      <View className="field-name">{label}</View>
      <Input
        className="input" placeholder={home.placeholder} placeholderClass="cap" confirmType="search" maxlength={100} aria-label={label}
        onInput={(event) => { text.current = event.detail.value }} onConfirm={go}
      />
      <Press className="btn primary" onPress={go}>{action}</Press>
    </View>
  )
}
