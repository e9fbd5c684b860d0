-- What is passed alone is passed on the day it was where the person works: half past midnight in Jayapura is not yesterday.
CREATE OR REPLACE VIEW learning_passed WITH (security_invoker = true) AS
  SELECT e.pegawai_id, e.instansi_id, e.class_id, v.course_id, v.title, e.final_score, k.competency_id, k.level,
         least(c.ends_on, (e.finished_at AT TIME ZONE i.time_zone)::date) AS completed_on
  FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
  JOIN course_competency k ON k.version_id = e.version_id JOIN instansi i ON i.id = e.instansi_id
  WHERE e.state = 'completed';
