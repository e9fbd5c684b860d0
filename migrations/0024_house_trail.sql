-- The trail is read by time: of an instansi, of who did it, of what was done, of what it was done to, or all of it.
DROP INDEX audit_entry_instansi;
CREATE INDEX audit_entry_instansi ON audit_entry (instansi_id, at DESC, id DESC);
CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at DESC, id DESC);
CREATE INDEX audit_entry_verb ON audit_entry (verb, at DESC, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (subject, at DESC, id DESC);

-- The one way to take something out of the trail: the detail of entries, with the salt by which it could be guessed. Narrower than a
-- right to update: nothing else can be written through it, and no record of an erasure is erased. Answers which entries held something.
CREATE FUNCTION erase_audit_detail(entry_ids bigint[]) RETURNS SETOF bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE audit_entry SET detail = NULL, salt = ''
  WHERE id = ANY (entry_ids) AND detail IS NOT NULL AND verb <> 'erase_audit_detail'
  RETURNING id
$$;
REVOKE ALL ON FUNCTION erase_audit_detail(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_audit_detail(bigint[]) TO piawai_job;
