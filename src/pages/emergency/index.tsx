import { View } from '@tarojs/components'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { useEffect, useState } from 'react'
import { a11y, heading } from '../../components/a11y.ts'
import { Dial } from '../../components/dial.tsx'
import { NumberLamp } from '../../components/number-lamp.tsx'
import { Press } from '../../components/press.tsx'
import { spell, useSpeech } from '../../i18n/index.ts'
import { call } from '../../platform/call.ts'
import { entryInput } from '../../platform/launch.ts'
import { usePageParams } from '../../platform/page.ts'
import { openElevator } from '../../platform/places.ts'
import { useElevator, useElevatorView } from '../../stores/elevator.store.ts'
import { Numbers } from '../elevator/numbers.tsx'
import { propertyPhone } from '../elevator/phones.ts'
import { whichOf } from '../elevator/which.ts'
import { Shell } from '../shell.tsx'

const dial = (number: string) => void call(number)

/** The emergency card 困在电梯里了: where you are, the hotline, what to read aloud, the property, what to do. It needs no network. */
export default function Emergency() {
  const params = usePageParams()
  const [input] = useState(() => entryInput(params))
  const view = useElevatorView(input)
  useEffect(() => void useElevator.getState().open(input), [input])
  const known = view.at === 'shown' || view.at === 'kept' ? view : view.at === 'loading' ? view.kept : null
  return (
    <Shell zone={known?.page.city.timeZone} demo={known?.page.demo}>
      <View className="column stack">
        {known ? <Known page={known.page} /> : <Unknown code={'code' in view ? view.code : ''} />}
        <Advice />
        {known && <Others page={known.page} />}
        {'code' in view && <ToElevator code={view.code} />}
      </View>
    </Shell>
  )
}

const useWords = () => useSpeech().words

function Known({ page }: { page: ElevatorPage }) {
  const say = useSpeech()
  const { words } = say
  const { place, lines } = whichOf(page, say)
  const rescueCode = page.facts.rescueCode.value
  const phone = propertyPhone(page)
  const [first] = page.city.otherNumbers
  return (
    <>
      <View>
        <View className="head" {...heading(1)}>{lines.map((line) => <View key={line}>{line}</View>)}</View>
        <View className="note">{place}</View>
        {page.facts.address.value && <View>{page.facts.address.value}</View>}
      </View>
      {page.city.hotline
        ? <Dial label={words.card.hotline} number={page.city.hotline} sos onCall={dial} />
        : first ? <Dial label={words.card.noHotlineOr} number={first} sos onCall={dial} />
          : <View className="strip care-tint">{words.card.noHotline}</View>}
      {rescueCode ? <NumberLamp label={words.card.read} code={spell(rescueCode)} /> : <NumberLamp label={words.card.readCode} code={spell(page.code)} />}
      {phone ? <Dial label={words.phone.property} number={phone} onCall={dial} /> : <View className="strip none-tint">{words.phone.noProperty}</View>}
    </>
  )
}

const ToElevator = ({ code }: { code: string }) => (
  <Press className="btn quiet" role="link" onPress={() => void openElevator(code, 'instead')}>{useWords().card.toElevator}</Press>
)

/** Nothing is known yet, or ever: the code of the link can still be read aloud. */
function Unknown({ code }: { code: string }) {
  const { words } = useSpeech()
  return (
    <>
      <View className="head" {...heading(1)}>{words.card.title}</View>
      <Numbers />
      {code !== '' && <NumberLamp label={words.card.readCode} code={spell(code)} />}
    </>
  )
}

const Advice = () => (
  <View className="card" {...a11y('list')}>
    {useWords().card.steps.map((step, n) => (
      <View key={step} className="step" {...a11y('listitem')}><View className="step-no">{n + 1}.</View><View>{step}</View></View>
    ))}
  </View>
)

function Others({ page: { city } }: { page: ElevatorPage }) {
  const { card, phone } = useWords()
  const numbers = city.hotline ? city.otherNumbers : city.otherNumbers.slice(1)
  if (numbers.length === 0) return null
  return (
    <>
      <View className="note">{city.hotline ? card.others(city.hotline, numbers.join(card.or)) : card.alsoCall}</View>
      <View className="pair">
        {numbers.map((number) => <Press key={number} className="btn plain" role="link" onPress={() => dial(number)}>{phone.call(number)}</Press>)}
      </View>
    </>
  )
}
