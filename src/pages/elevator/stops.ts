import type { TimelineItem } from '@tima/contract/elevator.ts'
import type { Stop } from '../../components/rail.tsx'
import type { Field, Speech } from '../../i18n/index.ts'
import { minutesBetween } from '../../i18n/when.ts'

type Detail = TimelineItem['detail']
type Told = { title: string; notes: (string | null | false)[]; look?: Stop['look'] }

const text = (detail: Detail, name: string) => {
  const value = detail[name]
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** One stop of the rail in words. */
export function stopOf(item: TimelineItem, say: Speech): Stop {
  const { title, notes, look = 'past' } = tell[item.kind](item, say)
  const detail = [...notes, item.corrected && item.kind !== 'correction' && say.words.timeline.corrected].filter(Boolean).join(say.words.comma)
  const ahead = say.dayOf(item.at) > say.today
  return { key: `${item.kind} ${item.type} ${item.at} ${item.source.name}`, title, when: say.short(item.at), detail: detail || null, look: ahead ? 'next' : look }
}

const tell: Record<TimelineItem['kind'], (item: TimelineItem, say: Speech) => Told> = {
  visit: ({ type, at, detail, source }, { words }) => ({
    title: words.values.visit[type as keyof typeof words.values.visit] ?? type,
    notes: [
      detail['itemsDone'] !== null && detail['itemsDone'] !== undefined && words.values.items(Number(detail['itemsDone'])),
      text(detail, 'endedAt') && words.values.minutes(minutesBetween(at, text(detail, 'endedAt')!)),
      text(detail, 'organization') ?? source.name,
      text(detail, 'confirmedBy') && words.timeline.confirmed(text(detail, 'confirmedBy')!),
    ],
  }),
  inspection: ({ type, detail, source }, { words }) => {
    const conclusion = text(detail, 'conclusion') as keyof typeof words.values.conclusion | null
    return {
      title: `${words.timeline.types[type] ?? type} ${conclusion ? words.values.conclusion[conclusion] : words.values.noConclusion}`,
      notes: [text(detail, 'body') ?? source.name, text(detail, 'reportNo') && words.values.reportNo(text(detail, 'reportNo')!)],
      look: conclusion === 'failed' || conclusion === 'does-not-meet' || conclusion === 'failed-on-reinspection' ? 'bad' : 'past',
    }
  },
  policy: ({ detail }, { words, day }) => ({
    title: words.timeline.types['policy']!,
    notes: [text(detail, 'insurer'), text(detail, 'endsOn') && words.timeline.until(day(text(detail, 'endsOn')!))],
  }),
  check: ({ type, detail, source }, { words }) => ({
    title: words.timeline.types[type] ?? type,
    notes: [words.timeline.results[text(detail, 'result') ?? ''] ?? null, source.name],
    look: text(detail, 'result') === 'danger-open' ? 'bad' : 'past',
  }),
  notice: ({ type, detail }, { words, moment }) => {
    const [ended, expected] = [text(detail, 'endedAt'), text(detail, 'expectedEnd')]
    return {
      title: words.timeline.types[type] ?? type,
      notes: [text(detail, 'reason'), text(detail, 'organization'), ended ? words.timeline.ended(moment(ended)) : expected && words.timeline.expected(moment(expected))],
      look: ended || type === 'planned' ? 'past' : 'bad',
    }
  },
  correction: ({ detail, source }, { words }) => {
    const fields = (text(detail, 'fields') ?? '').split(',').filter(Boolean)
    const names = fields.slice(0, 3).map((field) => words.fields[field as Field] ?? field).join(words.list)
    const [from, to] = [text(detail, 'from'), text(detail, 'to')]
    const change = fields.length === 1 && (from || to) ? words.timeline.change(from ?? words.timeline.nothing, to ?? words.timeline.nothing) : null
    return {
      title: words.timeline.correction(fields.length > 3 ? `${names}${words.timeline.andMore(fields.length - 3)}` : names),
      notes: [change, source.name, words.timeline.corrected],
    }
  },
}
