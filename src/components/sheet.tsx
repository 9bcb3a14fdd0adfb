import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useSpeech } from '../i18n/index.ts'
import { a11y, heading } from './a11y.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'

/** Slides over the page; the page behind is not drawn again. Keep it in a holder of its own, so that it comes and goes alone. */
export const Sheet = ({ title, onClose, children }: PropsWithChildren<{ title: string; onClose: () => void }>) => (
  <>
    <View className="shade" onClick={onClose} />
    <View className="sheet" {...a11y('dialog', title, { 'aria-modal': 'true' })}>
      <View className="sheet-head">
        <View className="title" {...heading(2)}>{title}</View>
        <Press className="close" label={useSpeech().words.fact.close} onPress={onClose}><Icon name="cross" /></Press>
      </View>
      {children}
    </View>
  </>
)
