-- Who is in a community reads what its members of other governments wrote: a role that sees the rows of one community and nothing else of
-- anybody, like that of a class (ADR 0024).
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'piawai_community') THEN CREATE ROLE piawai_community NOLOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role('piawai_community', 'piawai_base', 'MEMBER') THEN GRANT piawai_base TO piawai_community; END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    IF current_setting('server_version_num')::int >= 160000
      THEN EXECUTE format('GRANT piawai_community TO %I WITH INHERIT FALSE, SET TRUE', current_user);
      ELSE EXECUTE format('GRANT piawai_community TO %I', current_user);
    END IF;
  END IF;
END $$;

CREATE FUNCTION guard_community_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard_person_table(t);
  EXECUTE format($p$CREATE POLICY community ON %s TO piawai_community USING (community_id = current_setting('piawai.community')::int)$p$, t);
END $$;
