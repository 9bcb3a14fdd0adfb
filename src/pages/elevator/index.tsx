import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { Strip } from '../../components/strip.tsx'
import { useSpeech } from '../../i18n/index.ts'
import { entryInput } from '../../platform/launch.ts'
import { usePageParams, useReturns } from '../../platform/page.ts'
import { useElevator, useElevatorView, type ElevatorView } from '../../stores/elevator.store.ts'
import { Shell } from '../shell.tsx'
import { Loading } from './loading.tsx'
import { Shown } from './shown.tsx'
import { Status } from './status.tsx'
import { nameOf } from './which.ts'

export default function Elevator() {
  const params = usePageParams()
  const [input] = useState(() => entryInput(params))
  const view = useElevatorView(input)
  const returns = useReturns()
  useEffect(() => void useElevator.getState().open(input), [input, returns])
  const known = view.at === 'shown' || view.at === 'kept' ? view : view.at === 'loading' ? view.kept : null
  return (
    <Shell zone={known?.page.city.timeZone} at={view.at === 'shown' ? view.fetchedAt : undefined} demo={known?.page.demo} about={known ? nameOf(known.page) : undefined}>
      {known && <Shown key={known.code} {...known} strip={<Freshness view={view} />} />}
      {!known && view.at === 'loading' && <Loading code={view.code} />}
      {(view.at === 'unread' || view.at === 'refused' || view.at === 'trouble') && <Status view={view} />}
    </Shell>
  )
}

/** How old what stands here is, when it is not fresh. */
function Freshness({ view }: { view: ElevatorView }) {
  const { words, moment } = useSpeech()
  if (view.at === 'loading' && view.kept) return <Strip icon="clock" tone="none" live>{words.strip.updating(moment(view.kept.fetchedAt))}</Strip>
  if (view.at !== 'kept') return null
  const sentence = view.trouble === 'offline' || view.trouble === 'timeout' ? words.strip.offline : words.strip.trouble
  return (
    <Strip icon="offline" tone="none" live>
      <View className="strong">{sentence(moment(view.fetchedAt))}</View>
      <Press className="link" onPress={() => void useElevator.getState().retry()}>{words.strip.retry}</Press>
    </Strip>
  )
}
