-- What is recognised of each record and each year: derived (learning/jp), never typed. Amounts are tenths of a JP, so that 20 percent more is exact.
CREATE TABLE jp_recognition (
  pegawai_id int NOT NULL,
  record_id int NOT NULL,
  instansi_id int NOT NULL,
  year int NOT NULL,                      -- of the last day
  form text NOT NULL,
  share int NOT NULL CHECK (share IN (10, 20, 70)), -- of 10:20:70, by the choice of the instansi
  claimed int,                            -- null: neither the record nor its form says any
  recognised int NOT NULL,
  reasons jsonb NOT NULL,                 -- [{code, …numbers}]: how it was counted, and what was not
  rule text NOT NULL,
  policy_id int REFERENCES policy (id),   -- the local choice that held; null: what ships
  calculated_at timestamptz NOT NULL,     -- when it last changed
  PRIMARY KEY (pegawai_id, record_id),
  FOREIGN KEY (pegawai_id, record_id) REFERENCES learning_record (pegawai_id, id) ON DELETE CASCADE
);
CREATE INDEX jp_recognition_instansi ON jp_recognition (instansi_id, year);
SELECT guard_person_table('jp_recognition');

-- A year in which somebody learned something; who learned nothing has no row.
CREATE TABLE jp_year (
  pegawai_id int NOT NULL REFERENCES pegawai (pegawai_id),
  year int NOT NULL,
  instansi_id int NOT NULL,
  employment text NOT NULL,               -- at the end of the year, or now
  records int NOT NULL,
  claimed int NOT NULL,
  recognised int NOT NULL,
  ten int NOT NULL, twenty int NOT NULL, seventy int NOT NULL, -- of what is recognised
  required int,                           -- whole JP that the person must reach; null: no act asks for any
  warnings jsonb NOT NULL,                -- [{code, …numbers}]
  rule text NOT NULL,
  policy_id int REFERENCES policy (id),
  calculated_at timestamptz NOT NULL,
  PRIMARY KEY (pegawai_id, year)
);
CREATE INDEX jp_year_instansi ON jp_year (instansi_id, year);
SELECT guard_person_table('jp_year');
