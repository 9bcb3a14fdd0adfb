import { View } from '@tarojs/components'
import { Bones } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { Press } from '../../components/press.tsx'
import { Who } from '../../components/who.tsx'
import { spell, useSpeech } from '../../i18n/index.ts'
import { openEmergency } from '../../platform/places.ts'

/** First time here: the code of the link and the way to help at once, grey blocks if it takes longer. */
export function Loading({ code }: { code: string }) {
  const { words } = useSpeech()
  return (
    <>
      <Who which={{ place: words.loading, lines: [words.who.unnamed], mark: null, codeName: words.who.code, code: spell(code) }} onNotThis={null} />
      <View className="column stack">
        <Press className="btn sos" onPress={() => void openEmergency(code)}>
          <Icon name="trapped" />
          <View>
            <View className="big">{words.act.trapped}</View>
            <View className="small">{words.act.trappedNoHotline}</View>
          </View>
        </Press>
        <Bones label={words.loading} />
      </View>
    </>
  )
}
