import { View } from '@tarojs/components'
import { a11y } from './a11y.ts'

/** A code on the lit panel, to be read aloud; a screen reader says it sign by sign. */
export const NumberLamp = ({ label, code }: { label: string; code: string }) => (
  <View className="lamp" {...a11y('img', `${label} ${code.replace(/ /g, '').split('').join(' ')}`)}>
    <View className="dim">{label}</View>
    <View className={code.length > 8 ? 'lit long' : 'lit'}>{code}</View>
  </View>
)
