import type { PeopleSet } from '../assessment/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import { among } from './gap-refresh.ts'
import type { CountedGroup } from './rules/counted.ts'
import type { GroupMember } from './rules/delta.ts'

// Which training the standards ask for, and who holds a post without it.

/** Makes jabatan_training say what the standards ask of the jabatan of an instansi today: of one name the nearest standard's. */
export async function refreshDemandedTraining(tx: Tx, instansiId: number, today: string): Promise<void> {
  await sql`
    WITH asked AS MATERIALIZED (SELECT coalesce(array_agg(id), '{}') AS ids FROM jabatan WHERE instansi_id = ${instansiId}::int),
    spoken AS MATERIALIZED (
      SELECT s.jabatan_id, s.standard_id, s.place, q.sort, q.name, q.also, q.kind, q.importance, q.mandate_basis
      FROM asked CROSS JOIN LATERAL standards_of(asked.ids, ${today}::date) s
      JOIN standard_qualification q ON q.standard_id = s.standard_id AND q.kind <> 'pengalaman'),
    keyed AS MATERIALIZED (
      SELECT d.standard_id, d.sort, training_key(d.name) AS key,
             ARRAY(SELECT DISTINCT training_key(n) FROM unnest(d.name || d.also) n ORDER BY 1) AS keys
      FROM (SELECT DISTINCT standard_id, sort, name, also FROM spoken) d),
    wanted AS MATERIALIZED (
      SELECT DISTINCT ON (s.jabatan_id, k.key) s.jabatan_id, k.key, k.keys, s.name, s.kind, s.importance, s.mandate_basis, s.standard_id
      FROM spoken s JOIN keyed k ON k.standard_id = s.standard_id AND k.sort = s.sort
      ORDER BY s.jabatan_id, k.key, s.place, s.standard_id DESC, s.sort),
    gone AS (
      DELETE FROM jabatan_training t USING asked
      WHERE t.jabatan_id = ANY (asked.ids) AND (t.jabatan_id, t.key) NOT IN (SELECT jabatan_id, key FROM wanted))
    INSERT INTO jabatan_training AS t (jabatan_id, key, keys, name, kind, importance, mandate_basis, standard_id)
    SELECT * FROM wanted
    WHERE (jabatan_id, key, keys, name, kind, importance, coalesce(mandate_basis, ''), standard_id) NOT IN (
      SELECT o.jabatan_id, o.key, o.keys, o.name, o.kind, o.importance, coalesce(o.mandate_basis, ''), o.standard_id FROM jabatan_training o
      WHERE o.jabatan_id = ANY ((SELECT a.ids FROM asked a)::int[]))
    ON CONFLICT (jabatan_id, key) DO UPDATE
      SET keys = excluded.keys, name = excluded.name, kind = excluded.kind, importance = excluded.importance,
          mandate_basis = excluded.mandate_basis, standard_id = excluded.standard_id`.execute(tx)
}

/** What these people of one instansi lack of it, for the post held and the post aimed at. */
export async function refreshTrainingGaps(tx: Tx, instansiId: number, set: PeopleSet): Promise<void> {
  const wanted = sql`
    SELECT p.pegawai_id, t.post, q.key, p.instansi_id, p.unit_id, t.jabatan_id, j.jenjang, q.importance, q.mandate_basis,
           CASE WHEN t.post = 'held' THEN (
             SELECT max(h.from_date) FROM jabatan_history h
             WHERE h.pegawai_id = p.pegawai_id AND h.jabatan_id = t.jabatan_id AND h.until_date IS NULL) END AS since
    FROM pegawai p
    CROSS JOIN LATERAL (VALUES ('held', p.jabatan_id), ('aimed', nullif(p.jabatan_aim_id, p.jabatan_id))) AS t(post, jabatan_id)
    JOIN jabatan j ON j.id = t.jabatan_id
    JOIN jabatan_training q ON q.jabatan_id = t.jabatan_id
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' AND ${among(set, 'p.pegawai_id')}
      AND NOT EXISTS (SELECT FROM had WHERE had.pegawai_id = p.pegawai_id AND had.key = ANY (q.keys))`
  await sql`
    WITH named AS MATERIALIZED (
      SELECT name, training_key(name) AS key FROM (SELECT DISTINCT h.name FROM learning_record h WHERE h.withdrawn_at IS NULL AND ${among(set, 'h.pegawai_id')}) d),
    had AS MATERIALIZED (
      SELECT DISTINCT h.pegawai_id, n.key FROM learning_record h JOIN named n ON n.name = h.name
      WHERE h.withdrawn_at IS NULL AND ${among(set, 'h.pegawai_id')}),
    wanted AS MATERIALIZED (${wanted}),
    gone AS (
      DELETE FROM training_gap g
      WHERE g.instansi_id = ${instansiId} AND ${among(set, 'g.pegawai_id')}
        AND (g.pegawai_id, g.post, g.key) NOT IN (SELECT pegawai_id, post, key FROM wanted))
    INSERT INTO training_gap AS g (pegawai_id, post, key, instansi_id, unit_id, jabatan_id, jenjang, importance, mandate_basis, since)
    SELECT w.* FROM wanted w LEFT JOIN training_gap o ON o.pegawai_id = w.pegawai_id AND o.post = w.post AND o.key = w.key
    WHERE (o.instansi_id, o.unit_id, o.jabatan_id, o.jenjang, o.importance, o.mandate_basis, o.since)
          IS DISTINCT FROM (w.instansi_id, w.unit_id, w.jabatan_id, w.jenjang, w.importance, w.mandate_basis, w.since)
    ON CONFLICT (pegawai_id, post, key) DO UPDATE
      SET instansi_id = excluded.instansi_id, unit_id = excluded.unit_id, jabatan_id = excluded.jabatan_id, jenjang = excluded.jenjang,
          importance = excluded.importance, mandate_basis = excluded.mandate_basis, since = excluded.since`.execute(tx)
}

/** What these people lack as it stands, each as a member of the need it counts in. */
export async function lackingAmong(tx: Tx, instansiId: number, ids: readonly number[]): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    SELECT 'training' AS kind, pegawai_id, post, key AS subject, jenjang, importance AS measure FROM training_gap
    WHERE pegawai_id = ANY (${[...ids]}::int[]) AND instansi_id = ${instansiId}`.execute(tx)
  return rows
}

/** The groups that become needs of kind `training`: all, or those asked for. A duty is what is Mutlak or what an act demands. */
export async function trainingGroups(
  tx: Tx,
  instansiId: number,
  keys: readonly Pick<GroupMember, 'post' | 'subject' | 'jenjang'>[] | null,
): Promise<CountedGroup[]> {
  const asked = keys
    ? sql`AND (g.post, g.key, g.jenjang) IN (
        SELECT k.post, k.subject, k.jenjang FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(post text, subject text, jenjang text))`
    : sql``
  const { rows } = await sql<CountedGroup>`
    WITH counted AS (
      SELECT g.post, g.key, g.jenjang, count(*)::int AS people, mode() WITHIN GROUP (ORDER BY q.name) AS title,
             count(*) FILTER (WHERE g.importance = 'mutlak')::int AS mutlak, count(*) FILTER (WHERE g.importance = 'penting')::int AS penting,
             count(*) FILTER (WHERE g.importance = 'perlu')::int AS perlu, min(g.mandate_basis) AS mandate_basis
      FROM training_gap g JOIN jabatan_training q ON q.jabatan_id = g.jabatan_id AND q.key = g.key
      WHERE g.instansi_id = ${instansiId} ${asked} GROUP BY g.post, g.key, g.jenjang)
    SELECT 'training' AS kind, c.post, c.key AS subject, c.jenjang, c.title, NULL::int AS stated_id, c.people, coalesce(s.staff, 0) AS staff,
      (CASE WHEN c.mutlak > 0 THEN jsonb_build_object('mutlak', c.mutlak) ELSE '{}' END
        || CASE WHEN c.penting > 0 THEN jsonb_build_object('penting', c.penting) ELSE '{}' END
        || CASE WHEN c.perlu > 0 THEN jsonb_build_object('perlu', c.perlu) ELSE '{}' END) AS distribution,
      NULL::int AS gap_above, 0 AS gap_below, f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, f.goal_link::text, f.goal_id,
      coalesce(o.name, f.goal) AS goal_title,
      CASE WHEN c.mutlak > 0 OR c.mandate_basis IS NOT NULL THEN true ELSE f.mandate END AS mandate,
      coalesce(c.mandate_basis, f.mandate_basis) AS mandate_basis
    FROM counted c
    LEFT JOIN jenjang_staff s ON s.instansi_id = ${instansiId} AND s.jenjang = c.jenjang
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.kind = 'training' AND f.jenjang = c.jenjang AND f.subject = c.key
    LEFT JOIN goal o ON o.id = f.goal_id`.execute(tx)
  return rows
}
