import { View } from '@tarojs/components'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { a11y } from '../../components/a11y.ts'
import { EmptyState } from '../../components/card.tsx'
import { CarRow } from '../../components/car-row.tsx'
import { Dial } from '../../components/dial.tsx'
import { FactSheet } from '../../components/fact-sheet.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { useSpeech, type Field } from '../../i18n/index.ts'
import { useNeighboursView } from '../../stores/neighbours.store.ts'
import { supplierOf } from '../../stores/suppliers.ts'
import { maintenancePhone, propertyPhone } from './phones.ts'
import { sectionsOf, whyNot, type Section } from './sections.ts'
import { spokenPlace } from './which.ts'

export type Open = { sheet: 'fact'; field: Field } | { sheet: 'missing'; section: Section['key'] } | { sheet: 'cars' } | { sheet: 'report' } | { sheet: 'call' }

type SheetsProps = { open: Open; page: ElevatorPage; onClose: () => void; onElevator: (code: string) => void; onCall: (number: string) => void }

/** The one sheet that is open. */
export function OpenSheet({ open, page, onClose, onElevator, onCall }: SheetsProps) {
  const { words } = useSpeech()
  if (open.sheet === 'fact') {
    const { field } = open
    return <FactSheet field={field} fact={{ ...page.facts, ...page.due }[field]} supplier={supplierOf(field)} why={whyNot(field, page, words)} onClose={onClose} />
  }
  if (open.sheet === 'missing') return <MissingSheet fields={sectionsOf(page).find(({ key }) => key === open.section)!.missing} onClose={onClose} />
  if (open.sheet === 'cars') return <CarsSheet page={page} onClose={onClose} onElevator={onElevator} />
  return <PhoneSheet page={page} report={open.sheet === 'report'} onClose={onClose} onCall={onCall} />
}

function MissingSheet({ fields, onClose }: { fields: Field[]; onClose: () => void }) {
  const { words } = useSpeech()
  return (
    <Sheet title={words.fact.missingList} onClose={onClose}>
      <View className="note">{words.fact.missingMeans}</View>
      {fields.map((field) => (
        <View key={field} className="para">
          <View className="strong">{words.fields[field]}</View>
          <View>{words.about[field]}</View>
          <View className="cap">{words.fact.supplier(words.parties[supplierOf(field)])}</View>
        </View>
      ))}
    </Sheet>
  )
}

/** 不是这部？ the other cars of the building. */
function CarsSheet({ page, onClose, onElevator }: { page: ElevatorPage; onClose: () => void; onElevator: (code: string) => void }) {
  const { who } = useSpeech().words
  const view = useNeighboursView(page.code)
  return (
    <Sheet title={who.otherCars} onClose={onClose}>
      <View {...a11y('status')}>
        {view.at === 'found'
          ? view.items.map((line) => <CarRow key={line.code} line={line} ride={line.ride} onOpen={onElevator} />)
          : <EmptyState text={view.at === 'trouble' ? who.failed : who.loading} />}
      </View>
      {view.at === 'found' && <View className="para note">{view.items.length > 0 ? who.swapped : who.noOthers}</View>}
    </Sheet>
  )
}

/** Report and call: until reports can be sent, both end at a telephone, and the sheet says so. */
function PhoneSheet({ page, report, onClose, onCall }: { page: ElevatorPage; report: boolean; onClose: () => void; onCall: (number: string) => void }) {
  const say = useSpeech()
  const { words } = say
  const [property, maintenance] = [propertyPhone(page), maintenancePhone(page)]
  const verifiedOn = page.facts.useUnit.value?.phoneVerifiedOn
  return (
    <Sheet title={report ? words.report.title : words.act.call} onClose={onClose}>
      <View className="stack">
        {report && <View>{words.report.honest}</View>}
        {property
          ? <Dial label={words.phone.property} number={property} note={verifiedOn ? words.phone.verified(say.day(verifiedOn)) : words.phone.unverified} onCall={onCall} />
          : <View className="none">{words.phone.noProperty}</View>}
        {(!property || !report) && maintenance && <Dial label={words.phone.maintenance} number={maintenance} onCall={onCall} />}
        {page.city.hotline && <Dial label={words.phone.hotline} number={page.city.hotline} onCall={onCall} />}
        <View className="note">{words.report.say(spokenPlace(page, say))}</View>
        {report && <View className="note">{words.report.trappedFirst}</View>}
      </View>
    </Sheet>
  )
}
