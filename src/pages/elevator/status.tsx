import { Text, View } from '@tarojs/components'
import type { Problem, ProblemKind } from '@tima/contract/problem.ts'
import { useEffect } from 'react'
import { a11y, heading } from '../../components/a11y.ts'
import { CodeForm } from '../../components/code-form.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { Press } from '../../components/press.tsx'
import { spell, useSpeech, type Refusal, type Words } from '../../i18n/index.ts'
import { openElevator, openHome } from '../../platform/places.ts'
import { useElevator, type ElevatorView, type Unread } from '../../stores/elevator.store.ts'
import { useSearch } from '../../stores/search.store.ts'
import { SearchResults } from '../home/results.tsx'
import { Numbers } from './numbers.tsx'

export type NoElevator = Extract<ElevatorView, { at: 'unread' | 'refused' | 'trouble' }>

/** Everything that is not an elevator: what happened, what to do, and always numbers to call. */
export function Status({ view }: { view: NoElevator }) {
  const { words } = useSpeech()
  return (
    <View className="column stack">
      <StatusCard view={view} />
      <Steps view={view} />
      <View className="field-name">{words.status.numbers}</View>
      <Numbers />
      <Press className="btn quiet" role="link" onPress={() => void openHome()}>{words.status.home}</Press>
    </View>
  )
}

/** What happened and what to do, with the code as it was read. */
export function StatusCard({ view }: { view: NoElevator }) {
  const { title, what, next } = sentence(view, useSpeech().words)
  return (
    <View className="card" {...a11y('status')}>
      <View className="status-head">
        <Icon name={shapeOf(view)} tone={view.at === 'trouble' ? 'none' : 'care'} />
        <View className="head" {...heading(1)}>{title}</View>
      </View>
      <View>{what}</View>
      <View className="strong">{next}</View>
      <AsRead view={view} />
    </View>
  )
}

function sentence(view: NoElevator, { trouble, problems }: Words): Refusal {
  if (view.at === 'trouble') return trouble[view.trouble]
  if (view.at === 'refused') return problems[view.problem.type.split('/').pop() as ProblemKind] ?? problems['server-trouble']
  if (view.entry.kind === 'mistyped') return problems['code-mistyped']
  return view.entry.kind === 'foreign' ? trouble.foreign(view.entry.host) : trouble[view.entry.kind]
}

const shapeOf = (view: NoElevator): IconName => (view.at === 'trouble' && view.trouble !== 'server' ? 'offline' : 'care')

/** The code as it was read, with the sign to look at again. */
function AsRead({ view }: { view: NoElevator }) {
  const { status } = useSpeech().words
  const read = view.at === 'unread' ? textOf(view.entry) : { text: view.code, suspect: position(view) }
  if (!read) return null
  const { text, suspect } = read
  return (
    <View className="para">
      <View className="note">{status.asRead}</View>
      {suspect === null ? <View className="read">{spell(text)}</View> : (
        <>
          <View className="read">{before(text, suspect)}<Text className="suspect">{text[suspect]}</Text>{spell(text).slice(before(text, suspect).length + 1)}</View>
          <View className="care">{status.check(text[suspect] ?? '', suspect + 1)}</View>
        </>
      )}
    </View>
  )
}

/** What stands before a sign of a code that is written in groups. */
const before = (text: string, suspect: number) => spell(text.slice(0, suspect + 1)).slice(0, -1)

const textOf = (entry: Unread) =>
  entry.kind === 'mistyped' ? entry : entry.kind === 'alias' ? { text: entry.value, suspect: null } : null

const position = (view: NoElevator) => (view.at === 'refused' && view.problem.position ? view.problem.position - 1 : null)

/** What can be done from here. */
function Steps({ view }: { view: NoElevator }) {
  const { words } = useSpeech()
  const again = (text: string) => { if (text.trim() !== '') void openElevator(text.trim(), 'instead') }
  if (view.at === 'trouble') return <Press className="btn primary" onPress={() => void useElevator.getState().retry()}>{words.strip.retry}</Press>
  if (view.at === 'refused' && view.problem.status === 410) return <Revoked problem={view.problem} />
  if (view.at === 'unread' && view.entry.kind === 'alias') return <ByAlias value={view.entry.value} />
  return <CodeForm label={words.status.again} action={words.home.go} onGo={again} />
}

function Revoked({ problem: { reason, successor } }: { problem: Problem }) {
  const { status } = useSpeech().words
  return (
    <>
      {reason && <View className="note">{status.reason(reason)}</View>}
      {successor && <Press className="btn primary" role="link" onPress={() => void openElevator(successor, 'instead')}>{status.successor} {spell(successor)}</Press>}
    </>
  )
}

/** Another number of an elevator may belong to several; the city side knows which. */
function ByAlias({ value }: { value: string }) {
  useEffect(() => void useSearch.getState().search(value), [value])
  return <SearchResults />
}
