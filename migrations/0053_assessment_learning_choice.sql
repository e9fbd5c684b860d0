-- A raise may move nothing: by the instansi's rule of choice another result speaks. It is kept as a result and says so.
ALTER TABLE learning_evidence DROP CONSTRAINT learning_evidence_why_check;
ALTER TABLE learning_evidence ADD CONSTRAINT learning_evidence_why_check
  CHECK (why IN ('held', 'rule', 'score', 'unassessed', 'validity', 'choice'));
