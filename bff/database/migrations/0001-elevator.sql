-- Table classes (docs/adr/0003-growing.md): E per elevator, L lookup by its own value, R small and shared, N local to a node.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- R ------------------------------------------------------------------------------------------------------------------
CREATE TABLE city (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  config jsonb NOT NULL
);
COMMENT ON TABLE city IS 'R: one jurisdiction with its configuration (contract/city.ts), taken from cities/*.json at start';

CREATE TABLE organization (
  id uuid PRIMARY KEY,
  city_id uuid NOT NULL CONSTRAINT organization_city REFERENCES city,
  name text NOT NULL,
  kinds text[] NOT NULL DEFAULT '{}',
  phone_24h text,
  phone_verified_on date,
  licence text,
  CONSTRAINT organization_name_once UNIQUE (city_id, name)
);
COMMENT ON TABLE organization IS 'R: a use unit, maintenance unit, inspection body, insurer, regulator …';

CREATE TABLE source (
  id uuid PRIMARY KEY,
  city_id uuid NOT NULL CONSTRAINT source_city REFERENCES city,
  key text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT source_kind CHECK (kind IN
    ('registry', 'inspection', 'maintenance', 'property', 'insurer', 'device', 'resident', 'rule')),
  fields text[],
  CONSTRAINT source_key_once UNIQUE (city_id, key)
);
COMMENT ON TABLE source IS 'R: who states facts: a register, or one organization''s system of record; fields limits what it may state, null is all';

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  source_id uuid NOT NULL CONSTRAINT api_key_source REFERENCES source,
  label text NOT NULL,
  secret_hash bytea NOT NULL CONSTRAINT api_key_secret_once UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
COMMENT ON TABLE api_key IS 'R: Bearer keys of systems of record; only the SHA-256 of a key is kept';

CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  source_id uuid NOT NULL CONSTRAINT import_run_source REFERENCES source,
  kind text NOT NULL,
  file_name text,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  counts jsonb
);
COMMENT ON TABLE import_run IS 'R: one run of an import, for provenance';

-- L ------------------------------------------------------------------------------------------------------------------
CREATE TABLE plate (
  code text PRIMARY KEY CONSTRAINT plate_code_shape CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  status text NOT NULL CONSTRAINT plate_status CHECK (status IN ('active', 'blank', 'revoked')),
  elevator_id uuid,
  serial text NOT NULL,
  reason text,
  successor text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT plate_active_is_bound CHECK (status <> 'active' OR elevator_id IS NOT NULL),
  CONSTRAINT plate_blank_is_free CHECK (status <> 'blank' OR elevator_id IS NULL),
  CONSTRAINT plate_revoked_says_why CHECK (status <> 'revoked' OR reason IS NOT NULL)
);
CREATE INDEX plate_elevator ON plate (elevator_id) WHERE elevator_id IS NOT NULL;
COMMENT ON TABLE plate IS 'L by code: a printed plate 电梯码 and what it points to';

CREATE TABLE alias (
  value text NOT NULL,
  kind text NOT NULL CONSTRAINT alias_kind CHECK (kind IN
    ('rescue', 'registration', 'device', 'certificate', 'source')),
  scope text NOT NULL,
  elevator_id uuid NOT NULL,
  PRIMARY KEY (value, kind, scope, elevator_id)
);
CREATE UNIQUE INDEX alias_names_one_elevator ON alias (value, kind, scope) WHERE kind IN ('rescue', 'source');
COMMENT ON TABLE alias IS 'L by value: other numbers an elevator is known by; scope is the platform, register or city they are unique in';

CREATE TABLE listing (
  code text PRIMARY KEY,
  elevator_id uuid NOT NULL,
  city_key text NOT NULL,
  building_key text NOT NULL,
  place text NOT NULL,
  title text NOT NULL,
  car text NOT NULL,
  search text NOT NULL
);
CREATE INDEX listing_elevator ON listing (elevator_id);
CREATE INDEX listing_building ON listing (building_key, code);
CREATE INDEX listing_city ON listing (city_key, code);
CREATE INDEX listing_search ON listing USING gin (search gin_trgm_ops);
COMMENT ON TABLE listing IS 'L by active code: the line that names an elevator in a list, found by building or by words';

-- E ------------------------------------------------------------------------------------------------------------------
CREATE TABLE elevator (
  id uuid PRIMARY KEY,
  city_id uuid NOT NULL CONSTRAINT elevator_city REFERENCES city,
  code text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE elevator IS 'E: one car and its machine; id is its elevator_id everywhere; code is its active plate';

CREATE TABLE statement (
  elevator_id uuid NOT NULL CONSTRAINT statement_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT statement_source REFERENCES source,
  fields jsonb NOT NULL,
  as_of date NOT NULL,
  field_as_of jsonb NOT NULL DEFAULT '{}',
  verified jsonb NOT NULL DEFAULT '{}',
  import_id uuid CONSTRAINT statement_import REFERENCES import_run,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT statement_one_per_source UNIQUE (elevator_id, source_id)
);
COMMENT ON TABLE statement IS 'E: what one source says of one elevator now; field_as_of and verified {field: …} hold what differs by field';

CREATE TABLE statement_change (
  elevator_id uuid NOT NULL CONSTRAINT statement_change_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT statement_change_source REFERENCES source,
  changes jsonb NOT NULL,
  as_of date NOT NULL,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id)
);
COMMENT ON TABLE statement_change IS 'E, append-only: every change of a statement, changes = {field: {from, to}}';

CREATE TABLE visit (
  elevator_id uuid NOT NULL CONSTRAINT visit_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT visit_source REFERENCES source,
  source_ref text NOT NULL,
  corrects uuid,
  fingerprint text NOT NULL,
  as_of date,
  kind text NOT NULL CONSTRAINT visit_kind CHECK (kind IN ('half-month', 'quarter', 'half-year', 'year', 'on-demand')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  items_done smallint,
  organization text,
  worker_names text[] NOT NULL DEFAULT '{}',
  confirmed_by text,
  confirmed_on date,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT visit_corrected_once UNIQUE (elevator_id, corrects),
  CONSTRAINT visit_corrects_visit FOREIGN KEY (elevator_id, corrects) REFERENCES visit
);
CREATE INDEX visit_time ON visit (elevator_id, started_at DESC, id DESC) INCLUDE (kind);
CREATE UNIQUE INDEX visit_source_ref ON visit (elevator_id, source_id, source_ref) WHERE corrects IS NULL;
COMMENT ON TABLE visit IS 'E, append-only: maintenance visits 维保作业; a changed source row is a new entry that corrects the old one';

CREATE TABLE inspection (
  elevator_id uuid NOT NULL CONSTRAINT inspection_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT inspection_source REFERENCES source,
  source_ref text NOT NULL,
  corrects uuid,
  fingerprint text NOT NULL,
  as_of date,
  kind text NOT NULL CONSTRAINT inspection_kind CHECK (kind IN ('supervision', 'inspection', 'test')),
  performed_on date NOT NULL,
  conclusion text CONSTRAINT inspection_conclusion CHECK (conclusion IN
    ('passed', 'failed', 'passed-on-reinspection', 'failed-on-reinspection', 'meets', 'does-not-meet')),
  report_no text CONSTRAINT inspection_report_no CHECK (length(report_no) <= 40),
  body text,
  next_inspection_on date,
  next_test_on date,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT inspection_corrected_once UNIQUE (elevator_id, corrects),
  CONSTRAINT inspection_corrects_inspection FOREIGN KEY (elevator_id, corrects) REFERENCES inspection
);
CREATE INDEX inspection_time ON inspection (elevator_id, performed_on DESC, id DESC);
CREATE UNIQUE INDEX inspection_source_ref ON inspection (elevator_id, source_id, source_ref) WHERE corrects IS NULL;
COMMENT ON TABLE inspection IS 'E, append-only: supervision and periodic inspections 检验 and self-tests 检测';

CREATE TABLE policy (
  elevator_id uuid NOT NULL CONSTRAINT policy_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT policy_source REFERENCES source,
  source_ref text NOT NULL,
  corrects uuid,
  fingerprint text NOT NULL,
  as_of date,
  insurer text NOT NULL,
  number text,
  kind text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  limit_cny bigint,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT policy_corrected_once UNIQUE (elevator_id, corrects),
  CONSTRAINT policy_corrects_policy FOREIGN KEY (elevator_id, corrects) REFERENCES policy
);
CREATE INDEX policy_time ON policy (elevator_id, ends_on DESC, id DESC);
CREATE UNIQUE INDEX policy_source_ref ON policy (elevator_id, source_id, source_ref) WHERE corrects IS NULL;
COMMENT ON TABLE policy IS 'E, append-only: insurance policies 保单; limit_cny is the limit of liability in yuan';

CREATE TABLE check_record (
  elevator_id uuid NOT NULL CONSTRAINT check_record_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT check_record_source REFERENCES source,
  source_ref text NOT NULL,
  corrects uuid,
  fingerprint text NOT NULL,
  as_of date,
  kind text NOT NULL CONSTRAINT check_record_kind CHECK (kind IN ('daily', 'weekly', 'monthly')),
  performed_on date NOT NULL,
  result text NOT NULL CONSTRAINT check_record_result CHECK (result IN ('no-risk', 'danger-handled', 'danger-open')),
  note text,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT check_record_corrected_once UNIQUE (elevator_id, corrects),
  CONSTRAINT check_record_corrects_check FOREIGN KEY (elevator_id, corrects) REFERENCES check_record
);
CREATE INDEX check_record_time ON check_record (elevator_id, performed_on DESC, id DESC);
CREATE UNIQUE INDEX check_record_source_ref ON check_record (elevator_id, source_id, source_ref) WHERE corrects IS NULL;
COMMENT ON TABLE check_record IS 'E, append-only: 日管控 daily, 周排查 weekly, 月调度 monthly checks of the use unit';

CREATE TABLE notice (
  elevator_id uuid NOT NULL CONSTRAINT notice_elevator REFERENCES elevator,
  id uuid NOT NULL,
  source_id uuid NOT NULL CONSTRAINT notice_source REFERENCES source,
  source_ref text NOT NULL,
  corrects uuid,
  fingerprint text NOT NULL,
  as_of date,
  kind text NOT NULL CONSTRAINT notice_kind CHECK (kind IN ('sealed', 'stopped', 'planned')),
  starts_at timestamptz NOT NULL,
  expected_end timestamptz,
  ended_at timestamptz,
  reason text NOT NULL,
  organization text NOT NULL,
  import_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (elevator_id, id),
  CONSTRAINT notice_corrected_once UNIQUE (elevator_id, corrects),
  CONSTRAINT notice_corrects_notice FOREIGN KEY (elevator_id, corrects) REFERENCES notice
);
CREATE INDEX notice_time ON notice (elevator_id, starts_at DESC, id DESC);
CREATE UNIQUE INDEX notice_source_ref ON notice (elevator_id, source_id, source_ref) WHERE corrects IS NULL;
COMMENT ON TABLE notice IS 'E, append-only: 停梯通知 planned stop, stopped by a unit, sealed by an authority';

-- The service's role -------------------------------------------------------------------------------------------------
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tima_app') THEN CREATE ROLE tima_app NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'tima_app', 'MEMBER') THEN EXECUTE format('GRANT tima_app TO %I', current_user); END IF;
END $$;
GRANT USAGE ON SCHEMA public TO tima_app;
GRANT SELECT, INSERT, UPDATE ON city, organization, source, api_key, import_run, plate, alias, listing, elevator, statement TO tima_app;
GRANT DELETE ON listing, alias TO tima_app;
GRANT SELECT, INSERT ON statement_change, visit, inspection, policy, check_record, notice TO tima_app;
