import { View } from '@tarojs/components'
import type { Ride } from '@tima/contract/elevator.ts'
import { useState } from 'react'
import { useSpeech, type Speech } from '../i18n/index.ts'
import { a11y } from './a11y.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import { rideLook } from './ride-look.ts'

type Reason = Ride['reasons'][number]

/** Fit to ride 能否乘用: shape, word, colour, on what it rests, and the first reasons before the rest unfolds. */
export function RideCard({ ride, at, most = 3 }: { ride: Ride; at: string; most?: number }) {
  const say = useSpeech()
  const [open, setOpen] = useState(false)
  const { shape, tone } = rideLook[ride.state]
  const sentences = told(ride, say)
  const hidden = sentences.length - most
  return (
    <View className={`ride ${tone}-tint`} {...a11y('status', undefined, { 'aria-live': 'polite' })}>
      <View className="ride-head">
        <Icon name={shape} tone={tone} />
        <View>
          <View className={`word ${tone}`}>{say.words.ride.words[ride.state]}</View>
          <View className="cap">{restsOn(ride, at, say)}</View>
        </View>
      </View>
      {(open ? sentences : sentences.slice(0, most)).map(({ reason, text }) => (
        <View key={text} className="why">
          <Icon {...markOf(reason)} />
          <View>{text}</View>
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

/** The reasons as sentences. Where both are in date, inspection and test are one of them. */
function told({ reasons }: Ride, say: Speech): { reason: Reason; text: string }[] {
  const [inspection, test] = (['inspection-in-date', 'test-in-date'] as const).map((kind) => reasons.find((reason) => reason.kind === kind))
  return reasons.filter((reason) => !(inspection && reason === test)).map((reason) => {
    if (reason !== inspection || !test?.until || !inspection.until) return { reason, text: sentence(reason, say) }
    const [first, name] = test.until < inspection.until ? [test.until, 'nextTest' as const] : [inspection.until, 'nextInspection' as const]
    return { reason, text: say.words.ride.examined(say.words.fields[name], say.day(first.slice(0, 7))) }
  })
}

const sentence = (reason: Reason, { words, moment, day, dayOf, ago }: Speech) => {
  const near = (text: string | null) => text && (text.length > 10 ? moment(text) : day(text))
  return words.ride.reasons[reason.kind]({
    on: near(reason.on), until: near(reason.until), ago: reason.on && ago(dayOf(reason.on)), text: reason.text, organization: reason.organization,
  })
}
