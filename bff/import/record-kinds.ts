import type { CheckRow, InspectionRow, NoticeRow, PolicyRow, VisitRow } from '@tima/contract/import.ts'
import { maskName } from '@tima/domain/mask.ts'

export type RecordRow = VisitRow | InspectionRow | PolicyRow | CheckRow | NoticeRow
type Column = [name: string, type: string, value: unknown]
export type RecordKind = 'visits' | 'inspections' | 'policies' | 'checks' | 'notices'

/** One instant has one text, whatever offset it was written with. */
const instant = (moment: string | null | undefined): string | null => (moment ? new Date(moment).toISOString() : null)

/** The table of each kind of record and its columns beside those that every record has. */
export const recordKinds: { [K in RecordKind]: { table: string; columns: (row: RecordRow) => Column[] } } = {
  visits: {
    table: 'visit',
    columns: (row) => {
      const visit = row as VisitRow
      return [
        ['kind', 'text', visit.kind],
        ['started_at', 'timestamptz', instant(visit.startedAt)],
        ['ended_at', 'timestamptz', instant(visit.endedAt)],
        ['items_done', 'smallint', visit.itemsDone],
        ['organization', 'text', visit.organization],
        ['worker_names', 'text[]', (visit.workers ?? []).map(maskName)],
        ['confirmed_by', 'text', visit.confirmedBy],
        ['confirmed_on', 'date', visit.confirmedOn],
      ]
    },
  },
  inspections: {
    table: 'inspection',
    columns: (row) => {
      const inspection = row as InspectionRow
      return [
        ['kind', 'text', inspection.kind],
        ['performed_on', 'date', inspection.performedOn],
        ['conclusion', 'text', inspection.conclusion],
        ['report_no', 'text', inspection.reportNo],
        ['body', 'text', inspection.body],
        ['next_inspection_on', 'date', inspection.nextInspectionOn],
        ['next_test_on', 'date', inspection.nextTestOn],
      ]
    },
  },
  policies: {
    table: 'policy',
    columns: (row) => {
      const policy = row as PolicyRow
      return [
        ['insurer', 'text', policy.insurer],
        ['number', 'text', policy.number],
        ['kind', 'text', policy.kind],
        ['starts_on', 'date', policy.startsOn],
        ['ends_on', 'date', policy.endsOn],
        ['limit_cny', 'bigint', policy.limitCny],
      ]
    },
  },
  checks: {
    table: 'check_record',
    columns: (row) => {
      const check = row as CheckRow
      return [
        ['kind', 'text', check.kind],
        ['performed_on', 'date', check.performedOn],
        ['result', 'text', check.result],
        ['note', 'text', check.note],
      ]
    },
  },
  notices: {
    table: 'notice',
    columns: (row) => {
      const notice = row as NoticeRow
      return [
        ['kind', 'text', notice.kind],
        ['starts_at', 'timestamptz', instant(notice.startsAt)],
        ['expected_end', 'timestamptz', instant(notice.expectedEnd)],
        ['ended_at', 'timestamptz', instant(notice.endedAt)],
        ['reason', 'text', notice.reason],
        ['organization', 'text', notice.organization],
      ]
    },
  },
}
