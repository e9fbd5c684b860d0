-- What a year would gain if the classes somebody is enrolled in are passed: derived (learning/jp), in tenths of a JP. Who expects nothing has no row.
CREATE TABLE jp_expected (
  pegawai_id int NOT NULL REFERENCES pegawai (pegawai_id),
  year int NOT NULL,
  instansi_id int NOT NULL,
  adds int NOT NULL,
  calculated_at timestamptz NOT NULL,     -- when it last changed
  PRIMARY KEY (pegawai_id, year)
);
CREATE INDEX jp_expected_instansi ON jp_expected (instansi_id, year);
SELECT guard_person_table('jp_expected');
