import { useEffect } from 'react'
import { Dial } from '../../components/dial.tsx'
import { useSpeech } from '../../i18n/index.ts'
import { call } from '../../platform/call.ts'
import { hotlines, useCities } from '../../stores/cities.store.ts'
import { lastResort } from './phones.ts'

const dial = (number: string) => void call(number)

/** Numbers for whoever stands before no elevator we know: those of the cities served, the national ones until these are known. */
export function Numbers() {
  const { words, language } = useSpeech()
  const served = hotlines(useCities((store) => store.items))
  useEffect(() => void useCities.getState().load(), [])
  if (served.length === 0) return <>{lastResort.map((number) => <Dial key={number} label={words.phone.emergency[number]!} number={number} onCall={dial} />)}</>
  const others = served.length === 1 ? served[0]!.otherNumbers : []
  return (
    <>
      {served.map(({ key, names, hotline }) => (
        <Dial key={key} label={words.card.hotline + words.join + (language === 'en' ? names.en : names.zh)} number={hotline!} sos onCall={dial} />
      ))}
      {others.map((number) => <Dial key={number} label={words.phone.emergency[number] ?? words.phone.call(number)} number={number} onCall={dial} />)}
    </>
  )
}
