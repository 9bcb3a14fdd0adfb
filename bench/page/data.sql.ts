/** Ids are made of the elevator's number `n` in the shape of a UUIDv7, so that they sort as they were made. */
const id = (kind: string, n: string) => `('01990000-' || lpad(to_hex(${kind}), 4, '0') || '-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const elevator = id('0', 'n')
const source = (key: string) => `(SELECT s.id FROM source s JOIN city c ON c.id = s.city_id WHERE c.key = 'qingyu' AND s.key = '${key}')`
const numbers = 'generate_series($1::bigint, $1::bigint + $2::bigint - 1) AS n'

/** Firms and the four sources that speak of every elevator. */
export const firmsSql = `
INSERT INTO organization (id, city_id, name, kinds, phone_24h, phone_verified_on, licence)
SELECT ${id('0xf000', 'n')}, c.id, CASE WHEN n < 200 THEN '维保单位 ' ELSE '使用单位 ' END || n,
  ARRAY[CASE WHEN n < 200 THEN 'maintenance' ELSE 'use' END], '0570-5550' || lpad(n::text, 4, '0'), current_date - 60,
  CASE WHEN n < 200 THEN 'TS3300' || lpad(n::text, 6, '0') END
FROM city c, generate_series(0, 999) AS n WHERE c.key = 'qingyu';
INSERT INTO source (id, city_id, key, name, kind)
SELECT ${id('0x5000', 'n')}, c.id, s.key, s.name, s.kind
FROM city c, (VALUES (1, 'registry', '电梯登记库', 'registry'), (2, 'maintenance', '维保平台', 'maintenance'),
  (3, 'inspection', '检验机构', 'inspection'), (4, 'property', '物业平台', 'property')) AS s (n, key, name, kind)
WHERE c.key = 'qingyu'`

/** $1 number of the first elevator, $2 their codes. */
export const elevatorSql = `
WITH made AS (SELECT $1::bigint + nth - 1 AS n, code FROM unnest($2::text[]) WITH ORDINALITY AS t (code, nth)),
  plates AS (INSERT INTO plate (code, status, elevator_id, serial) SELECT code, 'active', ${elevator}, 'B-' || n FROM made)
INSERT INTO elevator (id, city_id, code, demo) SELECT ${elevator}, c.id, code, true FROM made, city c WHERE c.key = 'qingyu'`

const registry = `jsonb_build_object(
  'district', '汀洲区', 'estate', '月桥里' || n / 40, 'address', '汀洲区月桥路 ' || n / 40 || ' 号', 'building', n / 2 % 20 + 1 || ' 幢',
  'car', CASE n % 2 WHEN 0 THEN '东侧电梯' ELSE '西侧电梯' END, 'rescueCode', lpad((n % 1000000)::text, 6, '0'),
  'registrationCode', '3110330000' || lpad(n::text, 10, '0'), 'useCertificate', '梯11浙A' || lpad((n % 100000)::text, 5, '0') || '(24)',
  'category', '3110', 'categoryText', '曳引驱动乘客电梯', 'useStatus', 'in-use', 'manufacturer', '制造单位 ' || n % 30,
  'model', 'GPS-' || n % 9, 'factoryNumber', 'F' || n, 'manufacturedOn', '2016-03', 'installer', '安装单位 ' || n % 40,
  'installedOn', '2016-07-01', 'inspectionBase', '2016-08-15', 'designLifeYears', 15, 'driveMode', '曳引', 'ratedLoadKg', 1000,
  'ratedPersons', 13, 'ratedSpeed', 1.75, 'travelM', 51.2, 'floors', '18 层 18 站 18 门', 'motorKw', 11.7,
  'location', jsonb_build_object('latitude', 29.5, 'longitude', 121.5, 'datum', 'WGS-84'),
  'useUnit', ${id('0xf000', '200 + n / 300 % 800')}, 'maintenanceUnit', ${id('0xf000', 'n / 1500 % 200')})`

const property = `jsonb_build_object('building', n / 2 % 20 + 1 || ' 幢', 'car', CASE n % 2 WHEN 0 THEN '东侧电梯' ELSE '西侧电梯' END,
  'ownNumber', 'D' || n % 40, 'carBell', 'works', 'runningCosts', '每层每月 3 元', 'useUnit', ${id('0xf000', '200 + n / 300 % 800')},
  'safetyOfficer', jsonb_build_object('name', '陈大文', 'phone', '0570-5551234'))`

const started = `date_trunc('day', now()) - make_interval(days => v * 15 + (n % 14)::integer) + interval '9 hours'`

/**
 * $1 number of the first elevator, $2 how many: what is on record of each. Visits lie in the order of time, as they come in:
 * those of one elevator are far from each other.
 */
export const recordsSql = [
  `INSERT INTO statement (elevator_id, id, source_id, fields, as_of)
   SELECT ${elevator}, ${id('0xa001', 'n')}, ${source('registry')}, ${registry}, current_date - 30 FROM ${numbers}
   UNION ALL SELECT ${elevator}, ${id('0xa002', 'n')}, ${source('property')}, ${property}, current_date - 10 FROM ${numbers}`,
  `INSERT INTO visit (elevator_id, id, source_id, source_ref, fingerprint, kind, started_at, ended_at, items_done, organization, worker_names, confirmed_by, confirmed_on)
   SELECT ${elevator}, ${id('0xb000 + v', 'n')}, ${source('maintenance')}, 'V' || n || '-' || v, md5(n || '-' || v),
     CASE WHEN v % 24 = 23 THEN 'year' WHEN v % 12 = 11 THEN 'half-year' WHEN v % 6 = 5 THEN 'quarter' ELSE 'half-month' END,
     ${started}, ${started} + interval '55 minutes', 31, '维保单位 ' || n / 1500 % 200, ARRAY['陈大文', '林小安'], '物业服务中心', current_date - v * 15
   FROM ${numbers}, generate_series(0, 23) AS v ORDER BY v DESC, n`,
  `INSERT INTO inspection (elevator_id, id, source_id, source_ref, fingerprint, kind, performed_on, conclusion, report_no, body, next_inspection_on, next_test_on)
   SELECT ${elevator}, ${id('0xc000 + y', 'n')}, ${source('inspection')}, 'I' || n || '-' || y, md5(n || '/' || y),
     CASE y % 2 WHEN 0 THEN 'inspection' ELSE 'test' END, current_date - 200 - y * 365, 'passed', 'QY-' || n || '-' || y, '检验机构',
     current_date + 165 - y * 365, current_date + 165 - y * 365
   FROM ${numbers}, generate_series(0, 3) AS y`,
  `INSERT INTO policy (elevator_id, id, source_id, source_ref, fingerprint, insurer, number, kind, starts_on, ends_on, limit_cny)
   SELECT ${elevator}, ${id('0xd001', 'n')}, ${source('property')}, 'P' || n, md5('p' || n), '保险机构', 'PN' || n, '电梯安全责任保险',
     current_date - 100, current_date + 265, 5000000 FROM ${numbers}`,
  `INSERT INTO check_record (elevator_id, id, source_id, source_ref, fingerprint, kind, performed_on, result)
   SELECT ${elevator}, ${id('0xe000 + w', 'n')}, ${source('property')}, 'C' || n || '-' || w, md5('c' || n || w), 'weekly', current_date - 3 - w * 7, 'no-risk'
   FROM ${numbers}, generate_series(0, 3) AS w`,
]
