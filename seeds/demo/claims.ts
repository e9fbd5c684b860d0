import { refreshFlags } from '../../src/learning/claims/flags.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { type ClaimedActivity, claimedActivities, ownClaims } from './claim-list.ts'

const persona = 5944
const states = ['submitted', 'submitted', 'verified', 'submitted', 'returned', 'submitted', 'rejected', 'verified'] as const
const reasons: Record<string, string> = {
  returned: 'Nama pada sertifikat belum terlihat. Unggah halaman depannya juga.',
  rejected: 'Kegiatan ini rapat koordinasi, bukan pembelajaran.',
}
const before = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** How many claims of others in an instansi. */
const others = [
  { instansiId: 2, count: 40 },
  { instansiId: 3, count: 8 },
  { instansiId: 9, count: 4 },
]

/**
 * Some sixty claims in every state. Their files are not there: bytes cannot be put by a seed, and a claim without one says so. Of two
 * people of the province the certificate bears the same number.
 */
export async function insertClaims(tx: Tx, today: string): Promise<void> {
  const row = (activity: ClaimedActivity, state: string, ago: number, reason: string | undefined, note?: string) => ({
    ...activity,
    sessions: activity.sessions ?? null,
    number: activity.number ?? null,
    state,
    startedOn: before(today, ago + activity.days - 1),
    endedOn: before(today, ago),
    submittedAt: state === 'draft' ? null : `${before(today, Math.max(1, Math.floor(ago / 3)))}T02:15:00Z`,
    reason: reason ?? null,
    note: note ?? null,
  })
  const own = ownClaims.map(({ activity, state, ago, reason, note }) => ({
    ...row(typeof activity === 'number' ? claimedActivities[activity]! : activity, state, ago, reason, note),
    instansiId: 2,
    nth: 0,
  }))
  const theirs = others.flatMap(({ instansiId, count }) =>
    Array.from({ length: count }, (_, index) => {
      const activity = claimedActivities[(index * 5 + instansiId) % claimedActivities.length]!
      const state = states[(index + instansiId) % states.length]!
      // Each certificate has its number, but for one of a webinar.
      const number =
        activity.number && index % 13 !== 4
          ? `${activity.number}-${instansiId}${String(index).padStart(3, '0')}`
          : activity.number
      return {
        ...row({ ...activity, ...(number && { number }) }, state, 8 + ((index * 11 + instansiId) % 150), reasons[state]),
        instansiId,
        nth: index + 1,
      }
    }),
  )
  const claims = [...own, ...theirs].map((claim, index) => ({ ...claim, id: index + 1 }))
  await sql`
    WITH g AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) AS g(id int, "instansiId" int, nth int, state text, form text,
      name text, organiser text, "startedOn" date, "endedOn" date, jp int, sessions int, number text, note text, "submittedAt" timestamptz, reason text)),
    p AS (SELECT pegawai_id, instansi_id, row_number() OVER (PARTITION BY instansi_id ORDER BY md5(nip)) AS nth FROM pegawai
      WHERE status = 'aktif' AND instansi_id IN (SELECT "instansiId" FROM g) AND pegawai_id <> ${persona}
        AND pegawai_id NOT IN (SELECT a.pegawai_id FROM identity.user_account a WHERE a.pegawai_id IS NOT NULL)),
    whose AS (SELECT g.*, coalesce(p.pegawai_id, ${persona}) AS pegawai_id FROM g LEFT JOIN p ON p.instansi_id = g."instansiId" AND p.nth = g.nth),
    recorded AS (
      INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, organiser, started_on, ended_on, jp, sessions, certificate_number,
        source, source_id, recorded_by, recorded_at)
      SELECT pegawai_id, "instansiId", "instansiId", form, name, organiser, "startedOn", "endedOn", jp, sessions, number, 'klaim', id, 'demo-pengelola',
        "submittedAt" + interval '2 days'
      FROM whose WHERE state = 'verified' ON CONFLICT DO NOTHING RETURNING id, source_id)
    INSERT INTO learning_claim (pegawai_id, id, instansi_id, instansi_then, state, form, name, organiser, started_on, ended_on, jp, sessions,
      certificate_number, note, made_at, changed_at, submitted_at, decided_by, decided_at, reason, record_id)
    SELECT w.pegawai_id, w.id, w."instansiId", w."instansiId", w.state, w.form, w.name, w.organiser, w."startedOn", w."endedOn", w.jp, w.sessions, w.number,
      w.note, coalesce(w."submittedAt", w."endedOn"::timestamptz) - interval '1 hour', coalesce(w."submittedAt", w."endedOn"::timestamptz), w."submittedAt",
      CASE WHEN w.state IN ('verified', 'returned', 'rejected') THEN 'demo-pengelola' END,
      CASE WHEN w.state IN ('verified', 'returned', 'rejected') THEN w."submittedAt" + interval '2 days' END, w.reason, r.id
    FROM whose w LEFT JOIN recorded r ON r.source_id = w.id
    WHERE w.state <> 'verified' OR r.id IS NOT NULL`.execute(tx)
  await sql`
    INSERT INTO learning_claim_event (pegawai_id, claim_id, instansi_id, move, by_account, by_name, at, reason)
    SELECT c.pegawai_id, c.id, c.instansi_id, e.move, e.account, coalesce(a.name, p.name), e.at, e.reason
    FROM learning_claim c JOIN pegawai p ON p.pegawai_id = c.pegawai_id
    CROSS JOIN LATERAL (VALUES
      ('submit', NULL, c.submitted_at, NULL, c.submitted_at IS NOT NULL),
      ('withdraw', NULL, c.submitted_at + interval '1 day', NULL, c.state = 'withdrawn'),
      (CASE c.state WHEN 'verified' THEN 'verify' WHEN 'returned' THEN 'return' ELSE 'reject' END, c.decided_by, c.decided_at, c.reason,
        c.decided_at IS NOT NULL)) AS e(move, account, at, reason, happened)
    LEFT JOIN identity.user_account a ON a.id = e.account
    WHERE e.happened ORDER BY c.id, e.at`.execute(tx)
  await sql`SELECT max(nextval(pg_get_serial_sequence('learning_claim', 'id'))) FROM generate_series(1, ${claims.length}::int)`.execute(
    tx,
  )
  await refreshFlags(
    tx,
    claims.filter(claim => claim.state === 'submitted').map(claim => claim.id),
    today,
  )
}
