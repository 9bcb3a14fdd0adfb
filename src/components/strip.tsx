import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from './a11y.ts'
import { Icon, type IconName, type Tone } from './icon.tsx'

/** One sentence across the page. `live` strips tell a screen reader when they appear. */
export const Strip = ({ icon, tone, live = false, children }: PropsWithChildren<{ icon: IconName; tone: Tone; live?: boolean }>) => (
  <View className={`strip ${tone}-tint`} {...(live ? a11y('status', undefined, { 'aria-live': 'polite' }) : null)}>
    <Icon name={icon} tone={tone} />
    <View>{children}</View>
  </View>
)
