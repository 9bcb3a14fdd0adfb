import { Text, View } from '@tarojs/components'
import type { ElevatorPage, Ride } from '@tima/contract/elevator.ts'
import type { ReactNode } from 'react'
import { Actions, type ActionsProps } from '../../components/actions.tsx'
import { RideCard } from '../../components/ride-card.tsx'
import { Strip } from '../../components/strip.tsx'
import { rideLook } from '../../components/ride-look.ts'
import { Press } from '../../components/press.tsx'
import { useSpeech, type Speech } from '../../i18n/index.ts'
import { inCity } from '../../i18n/when.ts'
import { useNeighboursView } from '../../stores/neighbours.store.ts'

type FirstProps = { page: ElevatorPage; ride: Ride; at: string; strip: ReactNode; onElevator: (code: string) => void } & Omit<ActionsProps, 'hotline'>

const still = (ride: Ride) => ride.state === 'stopped' || ride.state === 'rescue'

/** The first screen below the name: may I ride, where else, what can I do, what is announced. */
export function First({ page, ride, at, strip, onElevator, ...actions }: FirstProps) {
  return (
    <View className="first">
      <View className="holder">{strip}</View>
      <View className="stack">
        <RideCard ride={ride} at={at} most={actions.plain ? 2 : 3} />
        {still(ride) && <OtherCar code={page.code} onElevator={onElevator} />}
        <Actions hotline={page.city.hotline} {...actions} />
        <NextNotice page={page} ride={ride} />
      </View>
    </View>
  )
}

/** Where this one stands still: the nearest car that does not, with its own answer. */
function OtherCar({ code, onElevator }: { code: string; onElevator: (code: string) => void }) {
  const { words } = useSpeech()
  const view = useNeighboursView(code)
  if (view.at !== 'found') return null
  const other = view.items.find(({ ride }) => ride === 'fit') ?? view.items.find(({ ride }) => ride === 'care')
  if (!other) return <Strip icon="none" tone="none" live>{words.ride.noOther}</Strip>
  const { shape, tone } = rideLook[other.ride]
  return (
    <Strip icon={shape} tone={tone} live>
      <Text className="strong">{words.ride.goTo(other.title)}</Text>{words.comma}{words.ride.words[other.ride]}
      <Press className="link" role="link" onPress={() => onElevator(other.code)}>{words.ride.see}</Press>
    </Strip>
  )
}

/** A stop that is announced and not yet on. */
function NextNotice({ page, ride }: { page: ElevatorPage; ride: Ride }) {
  const say = useSpeech()
  const now = ride.reasons.map((reason) => reason.on)
  const next = page.basis.notices.find((notice) => !now.includes(notice.startsAt))
  if (!next) return null
  return (
    <Strip icon="calendar" tone="pause">
      <View className="strong">{noticeTitle(next.startsAt, next.expectedEnd, say)}</View>
      <View>{next.reason}{say.words.join}{next.organization}</View>
    </Strip>
  )
}

/** 11 月 25 日（周三）14:00–15:30 停梯; an end on another day is written out. */
export function noticeTitle(startsAt: string, end: string | null, { words, day, moment, zone }: Speech): string {
  const start = inCity(startsAt, zone)
  const finish = end ? inCity(end, zone) : null
  const from = `${day(start.day)}${words.when.week(start.day)}${words.when.gap}${start.time ?? ''}`
  return words.notice.title(from, finish && (finish.day === start.day ? finish.time : moment(end!)))
}
