import { Text, View } from '@tarojs/components'
import type { Fact, SourceKind } from '@tima/contract/fact.ts'
import { memo, type PropsWithChildren } from 'react'
import { show, useSpeech, type Field, type Speech, type ValueOf } from '../i18n/index.ts'
import { daysBetween } from '../i18n/when.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import { agreed, Seal } from './seal.tsx'
import { Tag } from './tag.tsx'

export type FactRowProps<F extends Field> = PropsWithChildren<{
  field: F
  fact: Fact<ValueOf<F>>
  /** Who should say it when nobody has. */
  supplier: SourceKind
  /** Of a date worked out by rule: why there is none. */
  why?: string
  onOpen: (field: Field) => void
}>

/** One fact 事实: label, value, then one quiet line of who says so. A press opens its explanation; children are its own actions. */
function Row<F extends Field>({ field, fact, supplier, why, onOpen, children }: FactRowProps<F>) {
  const { words } = useSpeech()
  return (
    <View className="fact-row">
      <Press className="fact" onPress={() => onOpen(field)}>
        <View className="label">{words.fields[field]}</View>
        {fact.state === 'missing' ? <Missing field={field} supplier={supplier} why={why} />
          : fact.state === 'contradicting' ? <Split field={field} fact={fact} />
            : <Said field={field} fact={fact} />}
      </Press>
      {children}
    </View>
  )
}

export const FactRow = memo(Row) as unknown as typeof Row

function Said<F extends Field>({ field, fact }: { field: F; fact: Fact<ValueOf<F>> }) {
  const say = useSpeech()
  const [value, ...notes] = show(field, fact.value!, say)
  return (
    <View>
      <View className="value">{value}</View>
      {notes.map((note) => <View key={note} className="note">{note}</View>)}
      <View className="src">
        <Seal kind={fact.source!.kind} two={agreed(fact)} />
        <View>{whoSays(field, fact, say)}{fact.state === 'stale' && <Stale asOf={fact.asOf!} />}</View>
      </View>
    </View>
  )
}

function Stale({ asOf }: { asOf: string }) {
  const { words, today } = useSpeech()
  return <Text className="care">{words.comma}<Icon name="clock" /> {words.fact.stale(daysBetween(asOf, today))}</Text>
}

function Split<F extends Field>({ field, fact }: { field: F; fact: Fact<ValueOf<F>> }) {
  const say = useSpeech()
  const accounts = [{ value: fact.value!, source: fact.source!, asOf: fact.asOf! }, ...fact.others]
  return (
    <View>
      <Tag shape="care" tone="care" word={say.words.fact.contradicting} />
      <View className="split">
        {accounts.map((account, n) => (
          <View key={n} className="said">
            <View className="value">{show(field, account.value, say)[0]}</View>
            <View className="src"><Seal kind={account.source.kind} /><View>{account.source.name}{say.words.comma}{say.short(account.asOf)}</View></View>
          </View>
        ))}
      </View>
    </View>
  )
}

function Missing({ field, supplier, why }: { field: Field; supplier: SourceKind; why?: string }) {
  const { words } = useSpeech()
  if (why) return <View className="value"><Text className="missing">{why}</Text></View>
  return (
    <View>
      <View className="value"><Text className="missing">{field === 'runningCosts' ? words.fact.notPublished : words.fact.missing}</Text></View>
      <View className="src"><Seal kind={supplier} /><View>{words.fact.supplier(words.parties[supplier])}</View></View>
    </View>
  )
}

/** These carry their own date, which is the day they are true of. */
const dated: Field[] = ['lastVisit', 'lastInspection', 'lastTest', 'nextVisit', 'nextInspection', 'nextTest']

/** 匠衡维保站·物业已确认 | 市特检所·11-02 核对 | 按规则推算 | 月桥里物业，06-02 */
export function whoSays(field: Field, fact: Fact<unknown>, { words, short }: Speech): string {
  const { source, asOf, verifiedBy, state } = fact
  if (source!.kind === 'rule') return words.fact.rule
  if (verifiedBy) {
    const authority = verifiedBy.kind === 'registry' || verifiedBy.kind === 'inspection'
    return authority && verifiedBy.on ? words.fact.checked(source!.name, short(verifiedBy.on)) : words.fact.agreed(source!.name, words.short[verifiedBy.kind])
  }
  return state === 'stale' || dated.includes(field) ? source!.name : source!.name + words.comma + short(asOf!)
}
