import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import type { Employment } from '../../jp/rules/recognise.ts'
import type { Content } from '../rules/content.ts'
import type { FlagKind } from '../rules/duplicates.ts'
import { type ClaimState, type Move, movesFrom } from '../rules/moves.ts'

export type ClaimFile = { key: string; name: string; type: string; bytes: number; sha256: string }

export type Claim = Omit<Content, 'form'> & {
  id: number
  pegawaiId: number
  instansiId: number
  state: ClaimState
  form: LearningForm | null
  competency: { id: number; code: string; name: string } | null
  file: ClaimFile | null
  madeAt: Date
  submittedAt: Date | null
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
  recordId: number | null
}
/** `other.seen`: it lies in the reader's scope. */
export type FoundFlag = {
  kind: FlagKind
  blocks: boolean
  detail: { day?: string; jp?: number; most?: number }
  other: {
    own: boolean
    claimId: number | null
    seen: boolean
    person: string | null
    name: string | null
    endedOn: string | null
  } | null
}
export type ClaimEvent = {
  move: Move
  by: string
  at: Date
  reason: string | null
  corrected: Record<string, [unknown, unknown]> | null
}
export type WholeClaim = Claim & {
  person: {
    name: string
    nip: string
    employment: Employment
    jabatan: string | null
    unit: string
    instansi: string
    timeZone: string
  }
  flags: FoundFlag[]
  events: ClaimEvent[]
}

export const claimColumns = sql`
  c.id, c.pegawai_id AS "pegawaiId", c.instansi_id AS "instansiId", c.state, c.form, c.international, c.name, c.organiser,
  c.started_on AS "startedOn", c.ended_on AS "endedOn", c.jp, c.sessions, c.certificate_number AS "certificateNumber", c.note,
  CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name) END AS competency,
  CASE WHEN c.file_key IS NOT NULL THEN jsonb_build_object('key', c.file_key, 'name', c.file_name, 'type', c.file_type, 'bytes', c.file_bytes,
    'sha256', c.file_sha256) END AS file,
  c.made_at AS "madeAt", c.submitted_at AS "submittedAt", c.decided_at AS "decidedAt",
  (SELECT a.name FROM identity.user_account a WHERE a.id = c.decided_by) AS "decidedBy", c.reason, c.record_id AS "recordId"`

/** One claim as far as the transaction sees it; null where it sees none. */
export async function claimById(tx: Tx, id: number): Promise<Claim | null> {
  const { rows } = await sql<Claim>`
    SELECT ${claimColumns} FROM learning_claim c LEFT JOIN competency k ON k.id = c.competency_id WHERE c.id = ${id}::int`.execute(
    tx,
  )
  return rows[0] ?? null
}

/**
 * Lets one transaction at a time compare claims and write what was found beside them. Whoever decides, sends in or takes back one holds it
 * and then those beside it, which others may just be deciding: two who held each other's would wait for ever. Before any claim is held.
 */
export const lockQueue = (tx: Tx) => sql`SELECT pg_advisory_xact_lock(7212396)`.execute(tx)

/** These claims, held until the transaction ends. */
export async function lockClaims(tx: Tx, ids: readonly number[]): Promise<Claim[]> {
  await sql`SELECT FROM learning_claim WHERE id = ANY (${[...ids]}::int[]) ORDER BY id FOR UPDATE`.execute(tx)
  const { rows } = await sql<Claim>`
    SELECT ${claimColumns} FROM learning_claim c LEFT JOIN competency k ON k.id = c.competency_id
    WHERE c.id = ANY (${[...ids]}::int[]) ORDER BY c.id`.execute(tx)
  return rows
}

/** With whose it is, what was found beside it and what was done with it. */
export async function wholeClaim(tx: Tx, id: number): Promise<WholeClaim | null> {
  const { rows } = await sql<WholeClaim & { events: (Omit<ClaimEvent, 'at'> & { at: string })[] }>`
    SELECT ${claimColumns},
      jsonb_build_object('name', p.name, 'nip', p.nip, 'employment', p.employment, 'jabatan', j.name, 'unit', u.name, 'instansi', i.name, 'timeZone', i.time_zone) AS person,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'blocks', f.blocks, 'detail', f.detail, 'other',
          CASE WHEN f.other_pegawai_id IS NOT NULL THEN jsonb_build_object('own', f.other_pegawai_id = f.pegawai_id, 'claimId', oc.id,
            'seen', op.pegawai_id IS NOT NULL, 'person', op.name, 'name', coalesce(r.name, oc.name), 'endedOn', coalesce(r.ended_on, oc.ended_on)) END)
          ORDER BY f.number), '[]')
       FROM learning_claim_flag f LEFT JOIN pegawai op ON op.pegawai_id = f.other_pegawai_id
       LEFT JOIN learning_claim oc ON oc.pegawai_id = f.other_pegawai_id AND oc.id = f.other_claim_id
       LEFT JOIN learning_record r ON r.pegawai_id = f.other_pegawai_id AND r.id = f.other_record_id
       WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id) AS flags,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('move', e.move, 'by', e.by_name, 'at', e.at, 'reason', e.reason, 'corrected', e.corrected)
          ORDER BY e.id DESC), '[]')
       FROM learning_claim_event e WHERE e.pegawai_id = c.pegawai_id AND e.claim_id = c.id) AS events
    FROM learning_claim c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id LEFT JOIN competency k ON k.id = c.competency_id
    WHERE c.id = ${id}::int`.execute(tx)
  const found = rows[0]
  return found ? { ...found, events: found.events.map(event => ({ ...event, at: new Date(event.at) })) } : null
}

type Kept = { content: Content; competencyId: number | null }

/** A new draft of a person in sight; null where there is none. */
export async function insertDraft(
  tx: Tx,
  pegawaiId: number,
  { content: d, competencyId }: Kept,
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO learning_claim (pegawai_id, instansi_id, instansi_then, state, form, international, name, organiser, started_on, ended_on, jp, sessions,
      certificate_number, note, competency_id, made_at, changed_at)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, 'draft', ${d.form}::text, ${d.international}, ${d.name}::text, ${d.organiser}::text,
      ${d.startedOn}::date, ${d.endedOn}::date, ${d.jp}::int, ${d.sessions}::int, ${d.certificateNumber}::text, ${d.note}::text,
      ${competencyId}::int, ${at}, ${at}
    FROM pegawai p WHERE p.pegawai_id = ${pegawaiId}::int RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Writes what was typed over an editable claim. What was returned and lacks something now is a draft again. */
export async function saveContent(
  tx: Tx,
  of: { pegawaiId: number; id: number },
  { content: d, competencyId }: Kept,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE learning_claim SET form = ${d.form}::text, international = ${d.international}, name = ${d.name}::text, organiser = ${d.organiser}::text,
      started_on = ${d.startedOn}::date, ended_on = ${d.endedOn}::date, jp = ${d.jp}::int, sessions = ${d.sessions}::int,
      certificate_number = ${d.certificateNumber}::text, note = ${d.note}::text, competency_id = ${competencyId}::int, changed_at = ${at},
      state = CASE WHEN ${d.form === null || d.name === null || d.endedOn === null} THEN 'draft' ELSE state END
    WHERE pegawai_id = ${of.pegawaiId}::int AND id = ${of.id}::int AND state = ANY (${[...movesFrom('submit')]}::text[]) RETURNING 1`.execute(
    tx,
  )
  return rows.length > 0
}

export async function saveFile(tx: Tx, of: { pegawaiId: number; id: number }, file: ClaimFile | null, at: Date): Promise<void> {
  await sql`
    UPDATE learning_claim SET file_key = ${file?.key ?? null}::text, file_name = ${file?.name ?? null}::text, file_type = ${file?.type ?? null}::text,
      file_bytes = ${file?.bytes ?? null}::int, file_sha256 = ${file?.sha256 ?? null}::text, changed_at = ${at}
    WHERE pegawai_id = ${of.pegawaiId}::int AND id = ${of.id}::int`.execute(tx)
}

export type Step = {
  pegawaiId: number
  id: number
  state: ClaimState
  recordId?: number | null
  corrected?: Record<string, [unknown, unknown]> | null
}
export type Mover = { account: string; name: string; at: Date }

/** Moves claims that the transaction holds, and writes down who did it; `corrected` of form and JP is written into the claim. */
export async function moveClaims(tx: Tx, move: Move, steps: readonly Step[], by: Mover, reason: string | null): Promise<void> {
  await sql`
    WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      AS g("pegawaiId" int, id int, state text, "recordId" int, corrected jsonb)),
    moved AS (
      UPDATE learning_claim c SET state = g.state, changed_at = ${by.at},
        submitted_at = CASE WHEN ${move}::text = 'submit' THEN ${by.at} ELSE c.submitted_at END,
        decided_by = CASE WHEN ${move}::text IN ('submit', 'withdraw') THEN NULL ELSE ${by.account}::text END,
        decided_at = CASE WHEN ${move}::text IN ('submit', 'withdraw') THEN NULL ELSE ${by.at}::timestamptz END,
        reason = ${reason}::text, record_id = g."recordId",
        jp = CASE WHEN g.corrected ? 'jp' THEN (g.corrected->'jp'->>1)::int ELSE c.jp END,
        form = coalesce(g.corrected->'form'->>1, c.form)
      FROM g WHERE c.pegawai_id = g."pegawaiId" AND c.id = g.id RETURNING c.pegawai_id, c.id, c.instansi_id, g.corrected)
    INSERT INTO learning_claim_event (pegawai_id, claim_id, instansi_id, move, by_account, by_name, at, reason, corrected)
    SELECT pegawai_id, id, instansi_id, ${move}, ${by.account}, ${by.name}, ${by.at}, ${reason}::text, corrected FROM moved ORDER BY id`.execute(
    tx,
  )
}

export type CompetencyChoice = { id: number; code: string; name: string }
export async function competencyChoices(db: Db | Tx): Promise<CompetencyChoice[]> {
  const { rows } = await sql<CompetencyChoice>`
    SELECT c.id, c.code, c.name FROM competency c JOIN dictionary d ON d.id = c.dictionary_id WHERE c.active
    ORDER BY d.instansi_id NULLS FIRST, d.id, c.sort, c.code`.execute(db)
  return rows
}
