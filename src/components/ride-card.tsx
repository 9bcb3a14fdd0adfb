import { View } from '@tarojs/components'
import type { Ride } from '@tima/contract/elevator.ts'
import { useState } from 'react'
import { useSpeech, type Speech } from '../i18n/index.ts'
import { a11y } from './a11y.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import { rideLook } from './ride-look.ts'

type Reason = Ride['reasons'][number]

/** Fit to ride 能否乘用: shape, word, colour, on what it rests, and up to three reasons before the rest unfolds. */
export function RideCard({ ride, at }: { ride: Ride; at: string }) {
  const say = useSpeech()
  const [open, setOpen] = useState(false)
  const { shape, tone } = rideLook[ride.state]
  const hidden = ride.reasons.length - 3
  const reasons = open ? ride.reasons : ride.reasons.slice(0, 3)
  return (
    <View className={`ride ${tone}-tint`} {...a11y('status', undefined, { 'aria-live': 'polite' })}>
      <View className="ride-head">
        <Icon name={shape} tone={tone} />
        <View>
          <View className={`word ${tone}`}>{say.words.ride.words[ride.state]}</View>
          <View className="cap">{restsOn(ride, at, say)}</View>
        </View>
      </View>
      {reasons.map((reason) => (
        <View key={reason.kind + reason.on} className="why">
          <Icon {...markOf(reason)} />
          <View>{sentence(reason, say)}</View>
        </View>
      ))}
      {hidden > 0 && (
        <Press className="link" onPress={() => setOpen(!open)}>{open ? say.words.ride.fold : say.words.ride.more(hidden)}</Press>
      )}
    </View>
  )
}

const markOf = ({ state }: Reason) =>
  state === 'fit' ? ({ name: 'check' } as const) : { name: rideLook[state].shape, tone: rideLook[state].tone }

function restsOn({ state, reasons }: Ride, at: string, { words, moment }: Speech): string {
  const why = reasons.find((reason) => reason.state === state)
  const [on, until] = [why?.on, why?.until].map((day) => (day ? moment(day) : null)) as [string | null, string | null]
  if (state === 'stopped' && why && ['sealed', 'stopped', 'planned-stop-on'].includes(why.kind)) return words.ride.span(on, until)
  if (state === 'serviced') return words.ride.serviced(until)
  if (state === 'rescue') return words.ride.rescue
  if (state === 'unknown') return words.ride.unknown
  return words.ride.basis(moment(at))
}

const sentence = (reason: Reason, { words, moment, day, dayOf, ago }: Speech) => {
  const near = (text: string | null) => text && (text.length > 10 ? moment(text) : day(text))
  return words.ride.reasons[reason.kind]({
    on: near(reason.on), until: near(reason.until), ago: reason.on && ago(dayOf(reason.on)), text: reason.text, organization: reason.organization,
  })
}
