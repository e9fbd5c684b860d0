-- training_history knew five kinds; learning_record knows the 25 forms of PerLAN 10/2018. Kept kinds become the form of that name; what was
-- "other", and what of any kind begins with the name of a form, takes its form from the name. When an import wrote a row it was known from
-- then on; of the others the day is not known, and the last day of the training stands for it.
SET LOCAL ROLE piawai_job; -- people are guarded from their owner too
INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, organiser, started_on, ended_on, jp, certificate_number, source, source_id,
  recorded_by, recorded_at)
SELECT t.pegawai_id, t.instansi_id, t.instansi_then,
  CASE
    WHEN n.name ~ '^(pelatihan|diklat) (kepemimpinan|pim)\M|^diklatpim\M|^(pka|pkp|pkn)\M' THEN 'struktural'
    WHEN n.name ~ '^(webinar|seminar|konferensi|sarasehan|simposium)\M' THEN 'seminar'
    WHEN n.name ~ '^(workshop|lokakarya)\M' THEN 'workshop'
    WHEN n.name ~ '^(bimtek|bimbingan teknis)\M' THEN 'bimtek'
    WHEN n.name ~ '^(e-?learning|mooc)\M' THEN 'e_learning'
    WHEN t.kind <> 'lainnya' THEN t.kind
    WHEN n.name ~ '\m(webinar|seminar|konferensi|sarasehan|simposium)\M' THEN 'seminar'
    WHEN n.name ~ '\m(workshop|lokakarya)\M' THEN 'workshop'
    WHEN n.name ~ '\m(bimtek|bimbingan teknis)\M' THEN 'bimtek'
    WHEN n.name ~ '\m(e-?learning|mooc)\M' THEN 'e_learning'
    WHEN n.name ~ '\msosialisasi\M' THEN 'sosialisasi'
    WHEN n.name ~ '\mcoaching\M' THEN 'coaching'
    WHEN n.name ~ '\mmentoring\M' THEN 'mentoring'
    WHEN n.name ~ '\m(magang|praktik kerja)\M' THEN 'magang'
    WHEN n.name ~ '\m(detasering|secondment)\M' THEN 'detasering'
    WHEN n.name ~ '\m(patok banding|benchmarking)\M' THEN 'patok_banding'
    WHEN n.name ~ '\m(outbound|outbond|alam terbuka)\M' THEN 'outbound'
    WHEN n.name ~ '\m(jarak jauh|pjj)\M' THEN 'jarak_jauh'
    WHEN n.name ~ '\mkomunitas belajar\M' THEN 'komunitas_belajar'
    WHEN n.name ~ '\mbelajar mandiri\M' THEN 'belajar_mandiri'
    WHEN n.name ~ '\mpenataran\M' THEN 'penataran'
    WHEN n.name ~ '\mkursus\M' THEN 'kursus'
    ELSE 'klasikal_lain'
  END,
  t.name, t.organiser, t.started_on, t.ended_on, t.jp, t.certificate_number, 'impor', t.import_id, i.account_id,
  coalesce(i.finished_at, i.created_at, t.ended_on::timestamptz)
FROM training_history t CROSS JOIN LATERAL (SELECT regexp_replace(lower(trim(t.name)), '\s+', ' ', 'g') AS name) n
LEFT JOIN import i ON i.id = t.import_id
ORDER BY t.pegawai_id, t.id
ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING;
-- What is recognised of it is derived as soon as the jobs run.
INSERT INTO outbox (fact, payload)
SELECT DISTINCT ON (instansi_id) 'learning.recorded', jsonb_build_object('instansiId', instansi_id) FROM learning_record ORDER BY instansi_id;
RESET ROLE;
DROP TABLE training_history;
