import { factCatalogue } from '@tima/domain/fact-catalogue.ts'
import { current, newestTimeline } from './timeline.sql.ts'

/** Facts that rest on a record, not on a statement. */
const fromRecords = ['lastVisit', 'lastInspection', 'lastTest', 'policy']

const catalogue = Object.entries(factCatalogue)
  .filter(([field]) => !fromRecords.includes(field))
  .map(([field, { freshDays }]) => `('${field}', ${freshDays ?? 'NULL::integer'})`)
  .join(', ')

const missing = `'{"value":null,"state":"missing","source":null,"asOf":null,"verifiedBy":null,"others":[]}'::json`

const dayInCity = (moment: string) => `to_char(${moment} AT TIME ZONE (SELECT zone FROM here), 'YYYY-MM-DD')`

const inspectionValue = `json_build_object('performedOn', r.performed_on, 'conclusion', r.conclusion,
  'reportNo', r.report_no, 'nextInspectionOn', r.next_inspection_on, 'nextTestOn', r.next_test_on)`

const visitValue = `json_build_object('kind', r.kind, 'startedAt', r.started_at, 'endedAt', r.ended_at,
  'itemsDone', r.items_done, 'workers', r.worker_names)`

const policyValue = `json_build_object('insurer', r.insurer, 'number', r.number, 'kind', r.kind,
  'startsOn', r.starts_on, 'endsOn', r.ends_on, 'limitCny', r.limit_cny)`

const confirmed = `CASE WHEN r.confirmed_by IS NOT NULL
  THEN json_build_object('kind', 'property', 'name', r.confirmed_by, 'on', r.confirmed_on) END`

/** Known when there is a record, else missing. `rows` is a CTE of at most one row. */
const recordFact = (field: string, rows: string, value: string, asOf: string, verified: string) => `
  SELECT '${field}', COALESCE((SELECT json_build_object('value', ${value}, 'state', 'known',
      'source', json_build_object('kind', o.kind, 'name', COALESCE(r.said_by, o.name)),
      'asOf', ${asOf}, 'verifiedBy', ${verified}, 'others', '[]'::json)
    FROM ${rows} r JOIN source o ON o.id = r.source_id), ${missing})`

const inspectionBasis = (rows: string) => `(SELECT json_build_object('performedOn', r.performed_on,
  'conclusion', r.conclusion, 'nextInspectionOn', r.next_inspection_on, 'nextTestOn', r.next_test_on,
  'kind', r.kind, 'body', r.body) FROM ${rows} r)`

const stated = (field: string) => `(SELECT g.value[1] #>> '{}' FROM grouped g WHERE g.field = '${field}')`

/**
 * The elevator page in one statement: $1 elevator id, $2 now, $3 stops of the timeline. Answers `body`, the JSON
 * text of ElevatorPage without what rules add, `basis`, what the rules need, `city` (key) and `today` in that city.
 */
export const pageSql = `
WITH here AS (
  SELECT c.config ->> 'timeZone' AS zone, ($2::timestamptz AT TIME ZONE (c.config ->> 'timeZone'))::date AS today FROM elevator e JOIN city c ON c.id = e.city_id WHERE e.id = $1
), said AS (
  SELECT f.key AS field,
    CASE WHEN f.key IN ('useUnit', 'maintenanceUnit') THEN (
      SELECT jsonb_build_object('name', u.name, 'phone', u.phone_24h, 'phoneVerifiedOn', u.phone_verified_on, 'licence', u.licence)
      FROM organization u WHERE u.id = (f.value #>> '{}')::uuid) ELSE f.value END AS value,
    COALESCE((s.field_as_of ->> f.key)::date, s.as_of) AS as_of,
    jsonb_build_object('kind', o.kind, 'name', o.name) AS source, o.name, s.verified -> f.key AS verified
  FROM statement s JOIN source o ON o.id = s.source_id CROSS JOIN LATERAL jsonb_each(s.fields) f
  WHERE s.elevator_id = $1 AND f.value <> 'null'
), grouped AS (
  SELECT field, array_agg(value ORDER BY as_of DESC, name) AS value, array_agg(source ORDER BY as_of DESC, name) AS source,
    array_agg(as_of ORDER BY as_of DESC, name) AS as_of, array_agg(verified ORDER BY as_of DESC, name) AS verified,
    count(*) AS n, count(DISTINCT value) > 1 AS split
  FROM said WHERE value IS NOT NULL GROUP BY field
), last_visit AS (
  SELECT v.*, v.organization AS said_by FROM visit v WHERE v.elevator_id = $1 AND ${current('visit', 'v')}
  ORDER BY v.started_at DESC, v.id DESC LIMIT 1
), visit_kinds AS (
  SELECT DISTINCT ON (v.kind) v.kind, v.started_at FROM visit v WHERE v.elevator_id = $1 AND ${current('visit', 'v')}
  ORDER BY v.kind, v.started_at DESC
), inspections AS (
  SELECT i.*, i.body AS said_by FROM inspection i WHERE i.elevator_id = $1 AND ${current('inspection', 'i')}
), last_inspection AS (
  SELECT * FROM inspections WHERE kind IN ('inspection', 'supervision') ORDER BY performed_on DESC, id DESC LIMIT 1
), last_test AS (
  SELECT * FROM inspections WHERE kind = 'test' ORDER BY performed_on DESC, id DESC LIMIT 1
), last_policy AS (
  SELECT p.*, p.insurer AS said_by FROM policy p WHERE p.elevator_id = $1 AND ${current('policy', 'p')}
  ORDER BY p.ends_on DESC, p.id DESC LIMIT 1
), stops AS (
  SELECT n.* FROM notice n WHERE n.elevator_id = $1 AND ${current('notice', 'n')} AND n.ended_at IS NULL
    AND (n.kind <> 'planned' OR COALESCE(n.expected_end, n.starts_at + interval '1 day') > (SELECT today FROM here))
  ORDER BY n.starts_at, n.id LIMIT 5
), stood_still AS (
  SELECT s.as_of AS since, b.as_of AS back FROM statement_change b
  JOIN statement_change s ON s.elevator_id = $1 AND s.source_id = b.source_id AND s.as_of <= b.as_of
    AND s.changes -> 'useStatus' ->> 'to' = 'out-of-use'
  WHERE b.elevator_id = $1 AND b.changes -> 'useStatus' ->> 'from' = 'out-of-use' AND b.changes -> 'useStatus' ->> 'to' = 'in-use'
  ORDER BY b.as_of DESC, s.as_of DESC LIMIT 1
), facts AS (
  SELECT c.field, CASE WHEN g.field IS NULL THEN ${missing} ELSE json_build_object(
    'value', g.value[1],
    'state', CASE WHEN g.split THEN 'contradicting' WHEN g.as_of[1] < (SELECT today FROM here) - c.fresh_days THEN 'stale' ELSE 'known' END,
    'source', g.source[1], 'asOf', g.as_of[1], 'verifiedBy', g.verified[1],
    'others', CASE WHEN g.n = 1 THEN '[]'::json ELSE (
      SELECT json_agg(json_build_object('value', o.value, 'source', o.source, 'asOf', o.as_of))
      FROM unnest(g.value[2:], g.source[2:], g.as_of[2:]) AS o (value, source, as_of)) END) END AS fact
  FROM (VALUES ${catalogue}) AS c (field, fresh_days) LEFT JOIN grouped g ON g.field = c.field
  UNION ALL ${recordFact('lastVisit', 'last_visit', visitValue, dayInCity('r.started_at'), confirmed)}
  UNION ALL ${recordFact('lastInspection', 'last_inspection', inspectionValue, 'r.performed_on', 'NULL::json')}
  UNION ALL ${recordFact('lastTest', 'last_test', inspectionValue, 'r.performed_on', 'NULL::json')}
  UNION ALL ${recordFact('policy', 'last_policy', policyValue, dayInCity('r.recorded_at'), 'NULL::json')}
), basis AS (
  SELECT json_build_object(
    'category', ${stated('category')},
    'useStatus', ${stated('useStatus')},
    'inspectionBase', COALESCE(${stated('inspectionBase')},
      (SELECT min(i.performed_on)::text FROM inspections i WHERE i.kind = 'supervision')),
    'outOfUseSince', (SELECT g.as_of[1] FROM grouped g WHERE g.field = 'useStatus' AND g.value[1] = '"out-of-use"'),
    'restart', (SELECT json_build_object('outOfUseSince', t.since, 'backInUseOn', t.back, 'inspectedOn',
      (SELECT min(i.performed_on) FROM inspections i WHERE i.kind <> 'test' AND i.performed_on >= t.since)) FROM stood_still t),
    'onDemandMaintenance', ${stated('onDemandMaintenance')} IS NOT NULL,
    'lastInspection', ${inspectionBasis('last_inspection')},
    'lastTest', ${inspectionBasis('last_test')},
    'lastVisits', COALESCE((SELECT json_agg(json_build_object('kind', k.kind, 'on', ${dayInCity('k.started_at')}))
      FROM visit_kinds k), '[]'::json),
    'visitOpenSince', (SELECT v.started_at FROM last_visit v WHERE v.ended_at IS NULL AND v.items_done IS NULL
      AND v.started_at > (SELECT today FROM here) - interval '12 hours'),
    'notices', COALESCE((SELECT json_agg(json_build_object('kind', n.kind, 'startsAt', n.starts_at,
      'expectedEnd', n.expected_end, 'reason', n.reason, 'organization', n.organization)) FROM stops n), '[]'::json),
    'rescueSince', NULL,
    'safetyReports', 0) AS basis
)
SELECT basis.basis::text AS basis, c.key AS city, (SELECT today FROM here) AS today, json_build_object('code', e.code, 'demo', e.demo, 'city', c.config,
  'facts', (SELECT json_object_agg(f.field, f.fact) FROM facts f),
  'basis', basis.basis, 'timeline', (${newestTimeline('$3::integer')}))::text AS body
FROM elevator e JOIN city c ON c.id = e.city_id CROSS JOIN basis
WHERE e.id = $1`
