import { View } from '@tarojs/components'
import { useSpeech } from '../i18n/index.ts'
import { heading, silent } from './a11y.ts'
import { Press } from './press.tsx'

export type Which = { place: string; lines: string[]; mark: string | null; codeName: string; code: string }

/** Which elevator is this: place, building and car in large type, the car's lamp, the code, and the way out when it is another. */
export function Who({ which, onNotThis }: { which: Which; onNotThis: (() => void) | null }) {
  const { words } = useSpeech()
  return (
    <View className="who">
      <View className="who-in">
        <View>
          <View className="note">{which.place}</View>
          <View className="display" {...heading(1)}>{which.lines.map((line) => <View key={line}>{line}</View>)}</View>
        </View>
        {which.mark && <CarMark mark={which.mark} />}
        <View className="sub">
          <View>{which.codeName}</View>
          <View className="digits">{which.code}</View>
          {onNotThis && <Press className="link" onPress={onNotThis}>{words.who.notThis}</Press>}
        </View>
      </View>
    </View>
  )
}

/** 灯牌: the lit panel that names a car, like its floor display. */
export const CarMark = ({ mark }: { mark: string }) => (
  <View className={mark.length > 2 ? 'car long' : 'car'} {...silent}>{mark}</View>
)
