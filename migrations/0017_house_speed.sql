-- The same functions in PL/pgSQL, which keeps the plan of a query with its connection: planning them anew was most of the work of
-- every page. What they answer does not change.

CREATE OR REPLACE FUNCTION head_of(of_unit int) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT h.pegawai_id FROM jabatan j JOIN jabatan_history h ON h.jabatan_id = j.id AND h.until_date IS NULL
    WHERE j.unit_id = of_unit AND j.is_head
    ORDER BY CASE h.appointment WHEN 'definitif' THEN 1 WHEN 'plt' THEN 2 ELSE 3 END, h.from_date DESC LIMIT 1);
END $$;

-- What the view pegawai_atasan says of one person: an index serves each step, however many people there are.
CREATE FUNCTION atasan_of(of_pegawai int) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE p record; own int;
BEGIN
  SELECT q.atasan_id, q.unit_id, u.parent_id INTO p FROM pegawai q JOIN unit u ON u.id = q.unit_id WHERE q.pegawai_id = of_pegawai;
  IF NOT FOUND OR p.atasan_id IS NOT NULL THEN RETURN p.atasan_id; END IF;
  own := head_of(p.unit_id);
  IF own = of_pegawai THEN RETURN head_of(p.parent_id); END IF;
  RETURN own;
END $$;

GRANT CREATE ON SCHEMA identity TO piawai_job;
SET LOCAL ROLE piawai_job;

-- Runs as piawai_job, its owner (0003).
CREATE OR REPLACE FUNCTION identity.actor(of_account text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, identity AS $$
BEGIN
  RETURN (
    WITH g AS (SELECT * FROM identity.role_grant WHERE account_id = of_account AND ended_at IS NULL)
    SELECT jsonb_build_object(
      'accountId', a.id, 'username', a.username, 'name', a.name, 'language', a.language,
      'mustChangePassword', a.must_change_password,
      'pegawaiId', a.pegawai_id,
      'homeInstansiId', coalesce(p.instansi_id, (SELECT instansi_id FROM g WHERE instansi_id IS NOT NULL ORDER BY id LIMIT 1),
                                 (SELECT min(id) FROM instansi WHERE guided_by IS NULL)),
      'teamIds', coalesce((SELECT jsonb_agg(t) FROM team_of(a.pegawai_id) t), '[]'),
      'grants', coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'place', g.place,
        'instansiIds', CASE g.place
          WHEN 'instansi' THEN jsonb_build_array(g.instansi_id)
          WHEN 'guided' THEN (SELECT jsonb_agg(i.id ORDER BY i.region_code) FROM instansi i WHERE i.id = g.instansi_id OR i.guided_by = g.instansi_id)
          ELSE '[]' END,
        'peopleIds', CASE g.place
          WHEN 'unit' THEN coalesce((WITH RECURSIVE below AS (
              SELECT g.unit_id AS id UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
            SELECT jsonb_agg(q.pegawai_id) FROM pegawai q JOIN below b ON q.unit_id = b.id), '[]')
          WHEN 'case' THEN coalesce((SELECT jsonb_agg(c.pegawai_id) FROM identity.scope_case_person c JOIN identity.scope_case k ON k.id = c.case_id
            WHERE c.case_id = g.case_id AND k.ended_at IS NULL), '[]')
          ELSE '[]' END) ORDER BY g.id) FROM g), '[]'))
    FROM identity.user_account a LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id
    WHERE a.id = of_account AND a.closed_at IS NULL);
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA identity FROM piawai_job;
