-- Whose results end soon is asked on every start page of a keeper: by the day, not by reading every level of the instansi.
DROP INDEX competency_profile_instansi;
CREATE INDEX competency_profile_instansi ON competency_profile (instansi_id, valid_until);
