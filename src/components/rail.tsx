import { View } from '@tarojs/components'
import { memo } from 'react'
import { a11y } from './a11y.ts'

export type Stop = {
  key: string
  title: string
  when: string
  detail: string | null
  look: 'past' | 'bad' | 'next'
}

/** 导轨: everything that happens in order runs on two guide rails, and each stop is a small car. */
export const Rail = ({ stops }: { stops: Stop[] }) => (
  <View {...a11y('list')}>
    {stops.map(({ key, ...stop }, n) => <RailStop key={key} {...stop} last={n === stops.length - 1} />)}
  </View>
)

const RailStop = memo(({ title, when, detail, look, last }: Omit<Stop, 'key'> & { last: boolean }) => (
  <View className={`stop-row ${look}${last ? ' last' : ''}`} {...a11y('listitem')}>
    <View className="stop-head">
      <View className="strong">{title}</View>
      <View className="when">{when}</View>
    </View>
    {detail && <View className="note">{detail}</View>}
  </View>
))
