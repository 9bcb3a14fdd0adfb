import { View } from '@tarojs/components'
import { a11y } from './a11y.ts'
import { Press } from './press.tsx'

type ChipsProps<V extends string> = { label: string; names: Record<V, string>; chosen: NoInfer<V>; onChoose: (value: V) => void }

/** One of a few. */
export function Chips<V extends string>({ label, names, chosen, onChoose }: ChipsProps<V>) {
  return (
    <View className="field">
      <View className="field-name">{label}</View>
      <View className="chips" {...a11y('radiogroup', label)}>
        {(Object.keys(names) as V[]).map((value) => (
          <Press key={value} className={value === chosen ? 'chip on' : 'chip'} role="radio" checked={value === chosen} onPress={() => onChoose(value)}>
            {names[value]}
          </Press>
        ))}
      </View>
    </View>
  )
}
