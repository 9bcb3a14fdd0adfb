import { Text } from '@tarojs/components'
import type { Fact, SourceKind } from '@tima/contract/fact.ts'
import { useSpeech } from '../i18n/index.ts'
import { silent } from './a11y.ts'

/** 一字印: who says so. Solid when two parties agree or an authority checked it, outlined when one says so. */
export const Seal = ({ kind, two = false }: { kind: SourceKind; two?: boolean }) => (
  <Text className={two ? 'seal two' : 'seal'} {...silent}>{useSpeech().words.seals[kind]}</Text>
)

/** Two parties agree on the value, or somebody checked it. */
export const agreed = (fact: Fact<unknown>) => fact.verifiedBy !== null || (fact.state === 'known' && fact.others.length > 0)
