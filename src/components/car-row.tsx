import { View } from '@tarojs/components'
import type { ElevatorLine, RideState } from '@tima/contract/elevator.ts'
import { memo } from 'react'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import { RideTag } from './tag.tsx'

type CarRowProps = { line: Pick<ElevatorLine, 'code' | 'place' | 'title'>; note?: string; ride?: RideState; onOpen: (code: string) => void }

/** One elevator in a list: building and car, place, and where known whether it is fit to ride. */
export const CarRow = memo(({ line, note, ride, onOpen }: CarRowProps) => (
  <Press className="row" role="link" onPress={() => onOpen(line.code)}>
    <View className="grow">
      <View className="strong">{line.title}</View>
      <View className="note">{note ?? line.place}</View>
      {ride && <RideTag state={ride} />}
    </View>
    <Icon name="go" />
  </Press>
))
