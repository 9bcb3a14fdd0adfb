import { View } from '@tarojs/components'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { useEffect } from 'react'
import { a11y } from '../../components/a11y.ts'
import { Card, EmptyState } from '../../components/card.tsx'
import { Press } from '../../components/press.tsx'
import { Rail } from '../../components/rail.tsx'
import { useSpeech } from '../../i18n/index.ts'
import { useTimeline } from '../../stores/timeline.store.ts'
import { stopOf } from './stops.ts'

/** 经历: what happened, newest first, page by page. */
export function History({ page }: { page: ElevatorPage }) {
  const say = useSpeech()
  const { timeline } = say.words
  const view = useTimeline((store) => store.views[page.code])
  const { start, more } = useTimeline.getState()
  useEffect(() => start(page.code, page.timeline), [page, start])
  const { items, next, waiting, trouble } = view ?? { ...page.timeline, waiting: false, trouble: null }
  return (
    <Card title={say.words.sections.timeline}>
      {items.length > 0 ? <Rail stops={items.map((item) => stopOf(item, say))} /> : <EmptyState text={timeline.empty} />}
      <View {...a11y('status')}>
        {next !== null && (
          <Press className="btn quiet" onPress={() => void more(page.code)}>{waiting ? timeline.loading : trouble ? timeline.failed : timeline.more}</Press>
        )}
      </View>
    </Card>
  )
}
