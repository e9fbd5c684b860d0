-- Two people may work on one draft: each save counts up, so that who saves over what they have not read is told.
ALTER TABLE standard
  ADD revision int NOT NULL DEFAULT 1,
  ADD ended_by text,                                   -- account that archived it without a successor; null: it holds, or a later version took its place
  ADD ended_at timestamptz,
  ADD ended_why text,
  ADD CHECK (urusan IS NULL OR family IS NULL),
  ADD CHECK (education IN ('sd', 'smp', 'sma', 'd1', 'd2', 'd3', 'd4', 's1', 'profesi', 's2', 's3')), -- at least
  ADD CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  ADD CHECK (ended_by IS NULL OR state = 'archived');
CREATE INDEX standard_instansi ON standard (instansi_id, state);
CREATE INDEX standard_copied ON standard (copied_from) WHERE copied_from IS NOT NULL;
CREATE UNIQUE INDEX standard_qualification_once ON standard_qualification (standard_id, kind, lower(name));

ALTER TABLE dictionary
  ADD revision int NOT NULL DEFAULT 1,
  ADD ended_by text,
  ADD ended_at timestamptz,
  ADD ended_why text,
  ADD CHECK ((state = 'draft') = (active_from IS NULL)),
  ADD CHECK ((state = 'archived') = (active_until IS NOT NULL));
CREATE INDEX dictionary_instansi ON dictionary (instansi_id);
CREATE INDEX competency_crosswalk_to ON competency_crosswalk (to_id);

ALTER TABLE jabatan ADD seats int CHECK (seats BETWEEN 0 AND 9999); -- how many may hold it (formasi); null: not known

-- As before, except that a family set by a ministry or agency is said by the instansi pembina, also where it happens to guide the instansi.
CREATE OR REPLACE FUNCTION standards_of(of_jabatan int[], on_day date)
RETURNS TABLE (jabatan_id int, standard_id int, origin text, place int) LANGUAGE sql STABLE AS $$
  WITH post AS (
    SELECT j.id, j.instansi_id, j.jenjang, j.urusan, lower(j.name) AS name FROM jabatan j WHERE j.id = ANY (of_jabatan)),
  guide AS MATERIALIZED (
    SELECT p.instansi_id, g.instansi_id AS guide_id, g.far FROM (SELECT DISTINCT instansi_id FROM post) p CROSS JOIN LATERAL guides_of(p.instansi_id) g)
  SELECT p.id, s.id, 'own', 0 FROM post p JOIN standard s ON s.jabatan_id = p.id
  WHERE s.active_from <= on_day AND (s.active_until IS NULL OR s.active_until > on_day)
  UNION ALL
  SELECT p.id, s.id, o.origin, CASE o.origin WHEN 'instansi' THEN 10 WHEN 'pembina' THEN 20 WHEN 'guide' THEN 30 + 5 * g.far ELSE 90 END
    + CASE WHEN s.family IS NOT NULL THEN 0 WHEN s.urusan IS NOT NULL THEN 1 ELSE 2 END
  FROM post p
  JOIN standard s ON s.jabatan_id IS NULL AND s.jenjang = p.jenjang AND (s.urusan IS NULL OR s.urusan = p.urusan)
    AND (s.family IS NULL OR p.name = lower(s.family) OR starts_with(p.name, lower(s.family) || ' '))
  LEFT JOIN guide g ON g.instansi_id = p.instansi_id AND g.guide_id = s.instansi_id
  LEFT JOIN instansi i ON i.id = s.instansi_id
  CROSS JOIN LATERAL (SELECT CASE WHEN s.instansi_id IS NULL THEN 'national' WHEN s.instansi_id = p.instansi_id THEN 'instansi'
    WHEN s.family IS NOT NULL AND i.kind IN ('kementerian', 'lembaga') THEN 'pembina' WHEN g.guide_id IS NOT NULL THEN 'guide' END AS origin) o
  WHERE s.active_from <= on_day AND (s.active_until IS NULL OR s.active_until > on_day) AND o.origin IS NOT NULL
$$;

-- The jabatan that these standards speak of, whatever their state: of each, who sees its words (whether nearer ones drown them is another question).
CREATE FUNCTION jabatan_under(of_standard int[]) RETURNS TABLE (standard_id int, jabatan_id int, instansi_id int) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE asked AS (
    SELECT s.id, s.instansi_id, s.jabatan_id, s.jenjang, s.urusan, lower(s.family) AS family,
           s.family IS NOT NULL AND i.kind IN ('kementerian', 'lembaga') AS is_pembina
    FROM standard s LEFT JOIN instansi i ON i.id = s.instansi_id WHERE s.id = ANY (of_standard)),
  below AS (
    SELECT DISTINCT a.instansi_id AS root, a.instansi_id AS id, 0 AS far FROM asked a WHERE a.instansi_id IS NOT NULL
    UNION ALL SELECT b.root, i.id, b.far + 1 FROM below b JOIN instansi i ON i.guided_by = b.id WHERE b.far < 5)
  SELECT a.id, j.id, j.instansi_id FROM asked a JOIN jabatan j ON j.id = a.jabatan_id
  UNION ALL
  SELECT a.id, j.id, j.instansi_id
  FROM asked a JOIN jabatan j ON j.jenjang = a.jenjang AND (a.urusan IS NULL OR j.urusan = a.urusan)
    AND (a.family IS NULL OR lower(j.name) = a.family OR starts_with(lower(j.name), a.family || ' '))
  WHERE a.jabatan_id IS NULL AND (a.instansi_id IS NULL OR a.is_pembina
    OR EXISTS (SELECT FROM below b WHERE b.root = a.instansi_id AND b.id = j.instansi_id))
$$;
