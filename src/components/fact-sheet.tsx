import { View } from '@tarojs/components'
import type { Fact, SourceKind } from '@tima/contract/fact.ts'
import { show, useSpeech, type Field, type Speech, type ValueOf } from '../i18n/index.ts'
import { Seal } from './seal.tsx'
import { Sheet } from './sheet.tsx'

type FactSheetProps<F extends Field> = {
  field: F
  fact: Fact<ValueOf<F>>
  supplier: SourceKind
  /** Of a date worked out by rule: why there is none. */
  why?: string
  onClose: () => void
}

/** What does this mean: the fact in plain words, every account of it with source and date, and who checked it. */
export function FactSheet<F extends Field>({ field, fact, supplier, why, onClose }: FactSheetProps<F>) {
  const say = useSpeech()
  const { words, day } = say
  return (
    <Sheet title={words.fields[field]} onClose={onClose}>
      <View>{words.about[field]}</View>
      {(why ? [why] : stateMeans(fact, words)).map((sentence) => <View key={sentence} className="para">{sentence}</View>)}
      {fact.value === null
        ? !why && <Line label={words.fact.source} text={words.fact.supplier(words.parties[supplier])} />
        : [{ value: fact.value, source: fact.source!, asOf: fact.asOf! }, ...fact.others].map((account, n) => (
          <View key={n} className="pairs">
            {(fact.others.length > 0 || n > 0) && <View className="value account">{show(field, account.value, say).join(words.comma)}</View>}
            <Line label={words.fact.source} text={account.source.name} seal={account.source.kind} party={words.parties[account.source.kind]} />
            <Line label={words.fact.asOf} text={day(account.asOf)} />
          </View>
        ))}
      {fact.value !== null && <Line label={words.fact.verifiedBy} text={checked(fact, say)} />}
      <View className="para note">{words.fact.wrong}</View>
    </Sheet>
  )
}

const Line = ({ label, text, seal, party }: { label: string; text: string; seal?: SourceKind; party?: string }) => (
  <View className="line">
    <View className="label">{label}</View>
    <View>
      {text}
      {seal && <View className="src"><Seal kind={seal} />{party}</View>}
    </View>
  </View>
)

function stateMeans({ state, source, verifiedBy }: Fact<unknown>, { fact }: Speech['words']): string[] {
  if (state === 'missing') return [fact.missingMeans]
  if (state === 'contradicting') return [fact.contradictingMeans]
  const seal = source!.kind === 'rule' ? fact.ruled : verifiedBy ? fact.twoSay : fact.oneSays
  return state === 'stale' ? [fact.staleMeans, seal] : [seal]
}

const checked = ({ verifiedBy }: Fact<unknown>, { words, day }: Speech) =>
  verifiedBy ? [verifiedBy.name, verifiedBy.on && day(verifiedBy.on)].filter(Boolean).join(words.comma) : words.fact.nobody
