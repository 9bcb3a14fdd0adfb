import { View } from '@tarojs/components'
import type { EntryInput } from '@tima/domain/entry.ts'
import { useEffect, useState } from 'react'
import { a11y, heading } from '../../components/a11y.ts'
import { Card, EmptyState } from '../../components/card.tsx'
import { CarRow } from '../../components/car-row.tsx'
import { CodeForm } from '../../components/code-form.tsx'
import { Icon } from '../../components/icon.tsx'
import { Press } from '../../components/press.tsx'
import { Settings } from '../../components/settings.tsx'
import { useSpeech } from '../../i18n/index.ts'
import { useReturns } from '../../platform/page.ts'
import { openElevator } from '../../platform/places.ts'
import { canScan, scanPlate } from '../../platform/scan.ts'
import { entryText, readEntry } from '../../stores/entry.ts'
import { seenElevators } from '../../stores/kept-elevators.ts'
import { useSearch } from '../../stores/search.store.ts'
import { useSettings } from '../../stores/settings.store.ts'
import { StatusCard, type NoElevator } from '../elevator/status.tsx'
import { Shell } from '../shell.tsx'
import { SearchResults } from './results.tsx'

const open = (code: string) => void openElevator(code)

type NotACode = Extract<NoElevator, { at: 'unread' }>

export default function Home() {
  const [unread, setUnread] = useState<NotACode | null>(null)
  /** A code opens its elevator at once, other words are searched for; what is neither is explained here and not opened. */
  const follow = (input: EntryInput) => {
    const entry = readEntry(input)
    setUnread('code' in entry || entry.kind === 'alias' ? null : { at: 'unread', entry })
    if ('code' in entry) open(entryText(entry))
    else if (entry.kind === 'alias') void useSearch.getState().search(entry.value)
  }
  return (
    <Shell>
      <View className="column stack">
        <Scan onScanned={follow} />
        {unread && <StatusCard view={unread} />}
        <Find onGo={(text) => follow({ typed: text })} />
        <SearchResults />
        <Seen />
        <Choices />
      </View>
    </Shell>
  )
}

function Scan({ onScanned }: { onScanned: (input: EntryInput) => void }) {
  const { home } = useSpeech().words
  const [can, setCan] = useState(process.env.TARO_ENV !== 'h5')
  const [failed, setFailed] = useState(false)
  useEffect(() => void canScan().then(setCan), [])
  const scan = async () => {
    const input = await scanPlate()
    setFailed(input === null)
    if (input) onScanned(input)
  }
  return (
    <View className="hello">
      <View className="head" {...heading(1)}>{home.title}</View>
      <View className="note">{home.lead}</View>
      {can && <Press className="btn primary" onPress={() => void scan()}><Icon name="scan" />{home.scan}</Press>}
      <View className="cap" {...a11y('status')}>{failed ? home.scanFailed : home.scanHint}</View>
    </View>
  )
}

function Find({ onGo }: { onGo: (text: string) => void }) {
  const { home } = useSpeech().words
  const [short, setShort] = useState(false)
  const go = (text: string) => {
    const enough = text.trim().length >= 2
    setShort(!enough)
    if (enough) onGo(text)
  }
  return (
    <>
      <CodeForm label={home.typed} action={home.go} onGo={go} />
      {short && <View className="care" {...a11y('status')}>{home.tooShort}</View>}
    </>
  )
}

/** Read again whenever the person comes back: another one may have been seen meanwhile. */
function Seen() {
  const { words, moment } = useSpeech()
  useReturns()
  const seen = seenElevators()
  return (
    <Card title={words.home.seen}>
      {seen.length === 0 && <EmptyState text={words.home.seenNone} />}
      {seen.map((line) => <CarRow key={line.code} line={line} note={`${line.place}${words.join}${words.home.seenAt(moment(line.seenAt))}`} onOpen={open} />)}
    </Card>
  )
}

function Choices() {
  const { size, theme, language, choose } = useSettings()
  return (
    <Card title={useSpeech().words.home.settings}>
      <Settings size={size} theme={theme} language={language} onChoose={choose} />
    </Card>
  )
}
