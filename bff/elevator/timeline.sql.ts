/** The entry that no later entry corrects. */
export const current = (table: string, row: string): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} later WHERE later.elevator_id = $1 AND later.corrects = ${row}.id)`

type Branch = { kind: string; table: string; type: string; order: string; at: string; detail: string[]; corrected: string }

const day = (column: string) => ({ order: `r.${column}`, at: `r.${column}::text` })
const moment = (column: string) => ({ order: `r.${column}`, at: `to_char(r.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')` })
const entry = 'r.corrects IS NOT NULL'

const branches: Branch[] = [
  { kind: 'visit', table: 'visit', type: 'r.kind', ...moment('started_at'), corrected: entry,
    detail: ['endedAt', 'r.ended_at', 'itemsDone', 'r.items_done', 'organization', 'r.organization', 'confirmedBy', 'r.confirmed_by'] },
  { kind: 'inspection', table: 'inspection', type: 'r.kind', ...day('performed_on'), corrected: entry,
    detail: ['conclusion', 'r.conclusion', 'body', 'r.body', 'reportNo', 'r.report_no'] },
  { kind: 'policy', table: 'policy', type: `'policy'`, ...day('starts_on'), corrected: entry,
    detail: ['insurer', 'r.insurer', 'endsOn', 'r.ends_on'] },
  { kind: 'check', table: 'check_record', type: 'r.kind', ...day('performed_on'), corrected: entry, detail: ['result', 'r.result'] },
  { kind: 'notice', table: 'notice', type: 'r.kind', ...moment('starts_at'), corrected: entry,
    detail: ['reason', 'r.reason', 'organization', 'r.organization', 'expectedEnd', 'r.expected_end', 'endedAt', 'r.ended_at'] },
]

/** A change of a statement is shown as one correction that names the fields and, for one field, both values. */
const correction: Branch = {
  kind: 'correction', table: 'statement_change', type: `'statement'`, ...moment('recorded_at'), corrected: 'true',
  detail: [
    'fields', `(SELECT string_agg(f.key, ',' ORDER BY f.key) FROM jsonb_each(r.changes) f)`,
    'from', `(SELECT min(f.value ->> 'from') FROM jsonb_each(r.changes) f HAVING count(*) = 1 AND min(f.key) NOT IN ('useUnit', 'maintenanceUnit', 'safetyOfficer'))`,
    'to', `(SELECT min(f.value ->> 'to') FROM jsonb_each(r.changes) f HAVING count(*) = 1 AND min(f.key) NOT IN ('useUnit', 'maintenanceUnit', 'safetyOfficer'))`,
  ],
}

/** A check a day would bury everything else; the daily ones stand in the list of checks. */
const dailyOnlyWhenAsked = (kinds: boolean): string => `AND (r.kind <> 'daily'${kinds ? ` OR $5 = 'check'` : ''})`

const branchSql = (b: Branch, limit: string, before: boolean, kinds: boolean): string => `(
  SELECT ${b.order}::timestamptz AS at, r.id, json_build_object('kind', '${b.kind}', 'type', ${b.type}, 'at', ${b.at},
    'source', json_build_object('kind', o.kind, 'name', o.name), 'corrected', ${b.corrected},
    'detail', json_build_object(${b.detail.map((part, i) => (i % 2 ? part : `'${part}'`)).join(', ')})) AS item
  FROM ${b.table} r JOIN source o ON o.id = r.source_id
  WHERE r.elevator_id = $1${b.table === 'statement_change' ? '' : ` AND ${current(b.table, 'r')}`}
    ${before ? `AND ($3::bigint IS NULL OR (${b.order}::timestamptz, r.id) < (to_timestamp($3::bigint / 1000.0), $4::uuid))` : ''}
    ${kinds ? `AND ($5::text IS NULL OR $5 = '${b.kind}')` : ''}
    ${b.kind === 'check' ? dailyOnlyWhenAsked(kinds) : ''}
  ORDER BY ${b.order} DESC, r.id DESC LIMIT ${limit} + 1)`

const timeline = (limit: string, before: boolean, kinds: boolean): string => `
  SELECT json_build_object(
    'items', COALESCE(json_agg(t.item ORDER BY t.nth) FILTER (WHERE t.nth <= ${limit}), '[]'::json),
    'next', CASE WHEN count(*) > ${limit}
      THEN max(round(extract(epoch FROM t.at) * 1000)::bigint || '.' || t.id) FILTER (WHERE t.nth = ${limit}) END)
  FROM (SELECT u.*, row_number() OVER (ORDER BY u.at DESC, u.id DESC) AS nth
    FROM (${[...branches, correction].map((b) => branchSql(b, limit, before, kinds)).join(' UNION ALL ')}) u
    ORDER BY u.at DESC, u.id DESC LIMIT ${limit} + 1) t`

/** The newest stops of the history rail as one JSON value; `limit` is a parameter such as `$3::integer`. $1 elevator id. */
export const newestTimeline = (limit: string): string => timeline(limit, false, false)

/** One page of the history: $1 elevator id, $2 limit, $3 and $4 cursor (milliseconds, id) or null, $5 kind or null. */
export const timelinePageSql = `SELECT (${timeline('$2::integer', true, true)})::text AS body`
