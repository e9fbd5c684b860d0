-- The gap is asked for the post held and, where known, for the post aimed at (PP 11/2017 Art. 206).
ALTER TABLE competency_gap ADD post text NOT NULL DEFAULT 'held' CHECK (post IN ('held', 'aimed'));
ALTER TABLE competency_gap DROP CONSTRAINT competency_gap_pkey, ADD PRIMARY KEY (pegawai_id, competency_id, post);
DROP INDEX competency_gap_need;
CREATE INDEX competency_gap_need ON competency_gap (instansi_id, post, competency_id, jenjang, required) WHERE gap > 0;

ALTER TABLE need
  ALTER jenjang DROP NOT NULL,
  ADD post text NOT NULL DEFAULT 'held' CHECK (post IN ('held', 'aimed')),
  ADD subject text,                                    -- what a need of another kind is about: a training, an aspect of performance, a title
  ADD goal_id int,
  ADD mandate_basis text,
  DROP CONSTRAINT need_instansi_id_kind_competency_id_level_to_jenjang_key;
ALTER TABLE need ADD UNIQUE NULLS NOT DISTINCT (instansi_id, kind, post, competency_id, level_to, jenjang, subject);

-- Active staff by jenjang, so that one person's change asks nobody else's row.
CREATE TABLE jenjang_staff (
  instansi_id int NOT NULL REFERENCES instansi (id),
  jenjang text NOT NULL,
  staff int NOT NULL,
  PRIMARY KEY (instansi_id, jenjang)
);
SELECT guard_instansi_table('jenjang_staff');
-- Everything derived is made anew after the upgrade.
INSERT INTO outbox (fact, payload) SELECT 'standards.changed', jsonb_build_object('instansiId', id) FROM instansi;
