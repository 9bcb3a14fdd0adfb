import { View } from '@tarojs/components'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { memo, type PropsWithChildren } from 'react'
import { Card } from '../../components/card.tsx'
import { FactRow } from '../../components/fact-row.tsx'
import { Icon } from '../../components/icon.tsx'
import { Press } from '../../components/press.tsx'
import { Seal } from '../../components/seal.tsx'
import { spell, useSpeech, type Field } from '../../i18n/index.ts'
import { supplierOf } from '../../stores/suppliers.ts'
import { maintenancePhone, officerPhone, propertyPhone } from './phones.ts'
import { ageOf, sectionsOf, whyNot, type Section } from './sections.ts'

export type FactsProps = {
  page: ElevatorPage
  onOpen: (field: Field) => void
  onMissing: (section: Section['key']) => void
  onCall: (number: string) => void
}

/** Everything below the first screen that is a fact. Drawn once for a page; sheets come and go without it. */
export const Facts = memo(({ page, onOpen, onMissing, onCall }: FactsProps) => {
  const { words } = useSpeech()
  const facts = { ...page.facts, ...page.due }
  const phones: Partial<Record<Field, string | null>> = { useUnit: propertyPhone(page), maintenanceUnit: maintenancePhone(page), safetyOfficer: officerPhone(page) }
  return (
    <>
      {sectionsOf(page).map(({ key, rows, missing }) => (
        <Card key={key} title={words.sections[key]}>
          <View className="facts">
            {key === 'certificates' && <PlateCode code={page.code} />}
            {rows.map((field) => (
              <FactRow key={field} field={field} fact={facts[field]} supplier={supplierOf(field)} why={whyNot(field, page, words)} onOpen={onOpen}>
                {phones[field] && <CallLine number={phones[field]} onCall={onCall} />}
              </FactRow>
            ))}
            {key === 'parameters' && <Age page={page} />}
            {missing.length > 0 && <Folded section={key} fields={missing} onOpen={onMissing} />}
          </View>
        </Card>
      ))}
    </>
  )
})

const CallLine = ({ number, onCall }: { number: string; onCall: (number: string) => void }) => (
  <View className="fact-act">
    <Press className="link" role="link" onPress={() => onCall(number)}><Icon name="phone" />{useSpeech().words.phone.call(number)}</Press>
  </View>
)

/** The plate's own code. The six digits are read aloud; this one is typed. */
const PlateCode = ({ code }: { code: string }) => {
  const { who } = useSpeech().words
  return <Plain label={who.code} value={spell(code)}>{who.codeNote}</Plain>
}

function Age({ page }: { page: ElevatorPage }) {
  const { words, today, day } = useSpeech()
  const age = ageOf(page, today)
  return age && <Plain label={words.values.age} value={words.values.ageYears(age.years)}><Seal kind="rule" /><View>{words.values.ageFrom(day(age.from))}</View></Plain>
}

/** A row that is no fact of anybody's and opens nothing. */
const Plain = ({ label, value, children }: PropsWithChildren<{ label: string; value: string }>) => (
  <View className="fact-row">
    <View className="fact">
      <View className="label">{label}</View>
      <View>
        <View className="value">{value}</View>
        <View className="src">{children}</View>
      </View>
    </View>
  </View>
)

/** What nobody has said, by name, in one row; a press lists who should. */
function Folded({ section, fields, onOpen }: { section: Section['key']; fields: Field[]; onOpen: (section: Section['key']) => void }) {
  const { words } = useSpeech()
  return (
    <View className="fact-row">
      <Press className="fact" onPress={() => onOpen(section)}>
        <View className="label">{words.fact.missing}</View>
        <View className="none">{fields.map((field) => words.fields[field]).join(words.list)}</View>
      </Press>
    </View>
  )
}
