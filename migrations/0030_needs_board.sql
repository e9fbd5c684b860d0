-- The figures of one government as the board of all shows them: summed when they change, so that a nation of 500 is 500 rows to read.
CREATE TABLE instansi_summary (
  instansi_id int PRIMARY KEY REFERENCES instansi (id),
  active int NOT NULL,
  assessed int NOT NULL,
  required_pairs int NOT NULL,            -- person × competency, of the post held
  assessed_pairs int NOT NULL,
  gap_pairs int NOT NULL,
  urgent int NOT NULL,                    -- needs of every kind, by tier
  important int NOT NULL,
  needs int NOT NULL
);
SELECT guard_instansi_table('instansi_summary');
INSERT INTO outbox (fact, payload) SELECT 'standards.changed', jsonb_build_object('instansiId', id) FROM instansi; -- fills it

-- The figures of one government are made from its own rows, however many there are in the nation.
CREATE INDEX competency_gap_instansi ON competency_gap (instansi_id);
-- The ranking of the nation, and what nobody needs any more.
CREATE INDEX need_ranking_nation ON need (post, (tier = 'urgen') DESC, score DESC NULLS LAST, id) WHERE people > 0;
CREATE INDEX need_gone ON need (instansi_id) WHERE people = 0 AND post = 'held';
