import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from './a11y.ts'

export type PressProps = PropsWithChildren<{
  onPress: () => void
  className?: string
  role?: 'button' | 'link' | 'radio'
  /** Only where the words inside do not say what it does. */
  label?: string
  checked?: boolean
}>

/** Whatever a finger or a key can press. A keyboard reaches it in a browser: Enter and the space bar press it. */
export function Press({ onPress, className = '', role = 'button', label, checked, children }: PressProps) {
  const state = checked === undefined ? undefined : { 'aria-checked': String(checked) }
  return (
    <View className={`press ${className}`} hoverClass="down" onClick={onPress} {...a11y(role, label, state)} {...keyboard(onPress)}>
      {children}
    </View>
  )
}

const keyboard = (onPress: () => void) =>
  process.env.TARO_ENV === 'h5'
    ? {
        tabIndex: 0,
        onKeyDown: (event: { key: string; preventDefault(): void }) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onPress()
        },
      }
    : {}
