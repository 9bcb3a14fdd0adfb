import { View } from '@tarojs/components'
import { a11y } from '../../components/a11y.ts'
import { Card, EmptyState } from '../../components/card.tsx'
import { CarRow } from '../../components/car-row.tsx'
import { Press } from '../../components/press.tsx'
import { useSpeech } from '../../i18n/index.ts'
import { openElevator } from '../../platform/places.ts'
import { useSearch } from '../../stores/search.store.ts'

const open = (code: string) => void openElevator(code)

/** What was found, page by page. */
export function SearchResults() {
  const { home, problems } = useSpeech().words
  const view = useSearch((store) => store.view)
  if (view.at === 'idle') return null
  return (
    <Card title={home.results}>
      <View {...a11y('status')}>
        {view.at === 'searching' && <EmptyState text={home.searching} />}
        {view.at === 'trouble' && <EmptyState text={home.failed} />}
        {view.at === 'refused' && <EmptyState text={problems['input-invalid'].next} />}
        {view.at === 'found' && view.items.length === 0 && <EmptyState text={home.none} />}
      </View>
      {view.at === 'found' && view.items.map((line) => <CarRow key={line.code} line={line} onOpen={open} />)}
      {view.at === 'found' && view.next !== null && (
        <Press className="btn quiet" onPress={() => void useSearch.getState().more()}>
          {view.waiting ? home.searching : view.trouble ? home.failed : home.more}
        </Press>
      )}
    </Card>
  )
}
