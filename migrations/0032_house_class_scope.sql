-- Who holds a class meets people of other governments: a role that sees the rows of one class and nothing else of anybody (ADR 0024).
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'piawai_class') THEN CREATE ROLE piawai_class NOLOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role('piawai_class', 'piawai_base', 'MEMBER') THEN GRANT piawai_base TO piawai_class; END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    IF current_setting('server_version_num')::int >= 160000
      THEN EXECUTE format('GRANT piawai_class TO %I WITH INHERIT FALSE, SET TRUE', current_user);
      ELSE EXECUTE format('GRANT piawai_class TO %I', current_user);
    END IF;
  END IF;
END $$;

-- A person table whose rows also belong to a class (class_id).
CREATE FUNCTION guard_class_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard_person_table(t);
  EXECUTE format($p$CREATE POLICY class ON %s TO piawai_class USING (class_id = current_setting('piawai.class')::int)$p$, t);
END $$;
