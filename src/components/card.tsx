import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y, heading } from './a11y.ts'

/** The only container. */
export const Card = ({ title, children }: PropsWithChildren<{ title?: string }>) => (
  <View className="card">
    {title && <View className="title" {...heading(2)}>{title}</View>}
    {children}
  </View>
)

/** Nothing here yet: one sentence, no drawing; children are the one action. */
export const EmptyState = ({ text, children }: PropsWithChildren<{ text: string }>) => (
  <View>
    <View className="note">{text}</View>
    {children}
  </View>
)

/** Where words will be. It does not move; the sentence is for those who cannot see it. */
export const Bones = ({ label }: { label: string }) => (
  <View className="stack bones" {...a11y('status', label)}>
    <View className="bone tall" />
    <View className="bone" />
    <View className="bone short" />
  </View>
)
