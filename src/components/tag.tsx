import { View } from '@tarojs/components'
import type { RideState } from '@tima/contract/elevator.ts'
import { useSpeech } from '../i18n/index.ts'
import { Icon, type IconName, type Tone } from './icon.tsx'
import { rideLook } from './ride-look.ts'

/** A status inside a row: shape and word. */
export const Tag = ({ shape, tone, word }: { shape: IconName; tone: Tone; word: string }) => (
  <View className={`tag ${tone} ${tone}-tint`}>
    <Icon name={shape} />
    {word}
  </View>
)

export function RideTag({ state }: { state: RideState }) {
  return <Tag {...rideLook[state]} word={useSpeech().words.ride.words[state]} />
}
