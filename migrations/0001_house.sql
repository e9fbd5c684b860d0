-- Roles. Every connection runs as piawai_app, which no policy admits to person data (fails closed).
-- A transaction takes the narrowest of the others with SET LOCAL ROLE (see platform/db/scope.ts).
-- They are siblings: none inherits another, so that a policy for one never applies to the next.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['piawai_base', 'piawai_app', 'piawai_people', 'piawai_instansi', 'piawai_mixed', 'piawai_nation', 'piawai_job'] LOOP
    -- Roles belong to the whole cluster: another database of it may have them, or be making them at this moment.
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', r); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(r, 'piawai_base', 'MEMBER') THEN EXECUTE format('GRANT piawai_base TO %I', r); END IF;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      -- INHERIT FALSE exists from PostgreSQL 16; before, the login role itself must be NOINHERIT (docs/deployment).
      IF current_setting('server_version_num')::int >= 160000
        THEN EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', r, current_user);
        ELSE EXECUTE format('GRANT %I TO %I', r, current_user);
      END IF;
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA IF NOT EXISTS identity;
GRANT USAGE ON SCHEMA public, identity TO piawai_base;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO piawai_base;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO piawai_base;
ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO piawai_base;
ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT USAGE, SELECT ON SEQUENCES TO piawai_base;

-- One door to person data: the same five policies on every table that holds rows about a person.
-- No subquery (a Citus rule); each condition is one that an index on the column serves.
CREATE FUNCTION guard_person_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  EXECUTE format($p$CREATE POLICY people ON %s TO piawai_people
    USING (pegawai_id = ANY (current_setting('piawai.people')::int[]))$p$, t);
  EXECUTE format($p$CREATE POLICY instansi ON %s TO piawai_instansi
    USING (instansi_id = ANY (current_setting('piawai.instansi')::int[]))$p$, t);
  EXECUTE format($p$CREATE POLICY mixed ON %s TO piawai_mixed
    USING (instansi_id = ANY (current_setting('piawai.instansi')::int[]) OR pegawai_id = ANY (current_setting('piawai.people')::int[]))$p$, t);
  EXECUTE format('CREATE POLICY nation ON %s TO piawai_nation USING (true)', t);
  EXECUTE format('CREATE POLICY job ON %s TO piawai_job USING (true)', t);
END $$;

-- Aggregates of an instansi hold no person; they follow the instansi part of the scope only.
CREATE FUNCTION guard_instansi_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  EXECUTE format($p$CREATE POLICY instansi ON %s TO piawai_instansi, piawai_mixed
    USING (instansi_id = ANY (current_setting('piawai.instansi')::int[]))$p$, t);
  EXECUTE format('CREATE POLICY nation ON %s TO piawai_nation USING (true)', t);
  EXECUTE format('CREATE POLICY job ON %s TO piawai_job USING (true)', t);
END $$;

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Audit: the chain holds salted digests; what changed stands in `detail`, which may be erased without breaking it.
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  instansi_id int,
  account_id text,
  verb text NOT NULL,
  subject text NOT NULL,
  rows int NOT NULL DEFAULT 1,
  salt text NOT NULL,
  digest text NOT NULL,
  detail jsonb,
  sealed_in timestamptz               -- the minute of the seal that holds it; null: not sealed yet
);
CREATE INDEX audit_entry_instansi ON audit_entry (instansi_id, id DESC);
CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE sealed_in IS NULL;
REVOKE UPDATE, DELETE ON audit_entry FROM piawai_base;
GRANT UPDATE (sealed_in) ON audit_entry TO piawai_job;
CREATE TABLE audit_seal (
  instansi_key int NOT NULL,          -- 0 where the entry belongs to no instansi
  minute timestamptz NOT NULL,
  entries bigint[] NOT NULL,          -- in the order in which their digests were chained
  previous text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (instansi_key, minute)
);
REVOKE UPDATE, DELETE ON audit_seal FROM piawai_base;
GRANT SELECT ON piawai_migration TO piawai_base;

-- Facts that cross capabilities, written with the change itself and heard by jobs.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  fact text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  relayed_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE relayed_at IS NULL;
