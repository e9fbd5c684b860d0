import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { NeedRow } from '../store.ts'
import type { ProposalState, ProposalValues } from './rules/proposal.ts'

export type Call = {
  id: number
  instansiId: number
  year: number
  opensOn: string
  closesOn: string
  note: string | null
}

/** The calls of an instansi, the latest year first. */
export async function callsOf(tx: Tx, instansiId: number): Promise<Call[]> {
  const { rows } = await sql<Call>`
    SELECT id, instansi_id AS "instansiId", year, opens_on AS "opensOn", closes_on AS "closesOn", note
    FROM proposal_call WHERE instansi_id = ${instansiId} ORDER BY year DESC`.execute(tx)
  return rows
}

/** Writes the call of a year, or changes it. Answers what stood there before. */
export async function saveCall(tx: Tx, call: Omit<Call, 'id'>, by: string, at: Date): Promise<Call | null> {
  const before = (await callsOf(tx, call.instansiId)).find(one => one.year === call.year) ?? null
  await sql`
    INSERT INTO proposal_call (instansi_id, year, opens_on, closes_on, note, made_by, made_at)
    VALUES (${call.instansiId}, ${call.year}, ${call.opensOn}, ${call.closesOn}, ${call.note}, ${by}, ${at.toISOString()})
    ON CONFLICT (instansi_id, year) DO UPDATE
      SET opens_on = excluded.opens_on, closes_on = excluded.closes_on, note = excluded.note`.execute(tx)
  return before
}

export type ProposingUnit = { id: number; name: string; instansiId: number; opd: string }

/** The units that a person heads now, and those that an account operates: whom one may propose for. */
export async function unitsOfProposer(tx: Tx, pegawaiId: number | null, accountId: string): Promise<ProposingUnit[]> {
  const { rows } = await sql<ProposingUnit>`
    SELECT u.id, u.name, u.instansi_id AS "instansiId", top.name AS opd FROM (
      SELECT j.unit_id FROM jabatan_history h JOIN jabatan j ON j.id = h.jabatan_id AND j.is_head
      WHERE h.pegawai_id = ${pegawaiId}::int AND h.until_date IS NULL
      UNION
      SELECT g.unit_id FROM identity.role_grant g
      WHERE g.account_id = ${accountId} AND g.place = 'unit' AND g.role = 'pengelola' AND g.ended_at IS NULL) x
    JOIN unit u ON u.id = x.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id) ORDER BY u.name, u.id`.execute(tx)
  return rows
}

export type ProposalRow = {
  id: number
  instansiId: number
  instansiName: string
  regionCode: string
  timeZone: string
  callId: number
  year: number
  unitId: number
  unit: string
  opdId: number
  opd: string
  title: string
  competencyId: number | null
  competencyCode: string | null
  level: number | null
  training: string | null
  reason: string
  urgency: 'tinggi' | 'sedang' | 'rendah'
  others: number
  /** All whom it is for: who is named and who is not. */
  people: number
  state: ProposalState
  accountId: string
  madeBy: string | null
  madeAt: Date
  sentAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  decision: string | null
  statedId: number | null
  needId: number | null
}

// How many are named is a figure, no person: it is kept with the proposal.
const columns = sql`
  p.id, p.instansi_id AS "instansiId", i.name AS "instansiName", i.region_code AS "regionCode", i.time_zone AS "timeZone", p.call_id AS "callId", k.year, p.unit_id AS "unitId", u.name AS unit, top.id AS "opdId", top.name AS opd, p.title,
  p.competency_id AS "competencyId", c.code AS "competencyCode", p.level, p.training, p.reason, p.urgency, p.others, p.others + p.named AS people, p.state,
  p.made_by AS "accountId", ma.name AS "madeBy", p.made_at AS "madeAt", p.sent_at AS "sentAt", da.name AS "decidedBy", p.decided_at AS "decidedAt", p.decision,
  p.stated_id AS "statedId", p.need_id AS "needId"`
const tables = sql`
  need_proposal p JOIN instansi i ON i.id = p.instansi_id JOIN proposal_call k ON k.id = p.call_id JOIN unit u ON u.id = p.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id)
  LEFT JOIN competency c ON c.id = p.competency_id
  LEFT JOIN identity.user_account ma ON ma.id = p.made_by LEFT JOIN identity.user_account da ON da.id = p.decided_by`

export type ProposalFilter = {
  instansiId: number
  callId: number | null
  /** Only of these units and those below them; null: of all, a draft only where this account began it. */
  unitIds: readonly number[] | null
  accountId: string
  state: ProposalState | null
  opdId: number | null
  q: string
}

/** These units and those below them. */
const within = (unitIds: readonly number[]) => sql`(
  WITH RECURSIVE below AS (
    SELECT v.id FROM unit v WHERE v.id = ANY (${[...unitIds]}::int[]) UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
  SELECT id FROM below)`

/** Proposals that match, those that wait longest first. */
export async function listProposals(tx: Tx, f: ProposalFilter): Promise<ProposalRow[]> {
  const conditions = [
    sql`p.instansi_id = ${f.instansiId}`,
    f.unitIds ? sql`p.unit_id IN ${within(f.unitIds)}` : sql`(p.state <> 'draft' OR p.made_by = ${f.accountId})`,
  ]
  if (f.callId !== null) conditions.push(sql`p.call_id = ${f.callId}`)
  if (f.state) conditions.push(sql`p.state = ${f.state}`)
  if (f.opdId !== null) conditions.push(sql`top.id = ${f.opdId}`)
  for (const word of f.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    conditions.push(
      sql`(p.title ILIKE ${containing(word)} OR u.name ILIKE ${containing(word)} OR p.reason ILIKE ${containing(word)})`,
    )
  }
  const { rows } = await sql<ProposalRow>`
    SELECT ${columns} FROM ${tables} WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY p.state <> 'draft', p.state <> 'sent', p.sent_at, p.id`.execute(tx)
  return rows
}

/** Sent proposals by id: for the API. */
export async function proposalsAfter(
  tx: Tx,
  part: { instansiIds: number[]; afterId: number; limit: number },
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    SELECT ${columns} FROM ${tables}
    WHERE p.instansi_id = ANY (${part.instansiIds}::int[]) AND p.state <> 'draft' AND p.id > ${part.afterId} ORDER BY p.id LIMIT ${part.limit}`.execute(
    tx,
  )
  return rows
}

/** One proposal, and whether its unit is one of these or lies below one. */
export async function proposalById(
  tx: Tx,
  id: number,
  unitIds: readonly number[],
): Promise<(ProposalRow & { ofUnit: boolean }) | null> {
  const { rows } = await sql<ProposalRow & { ofUnit: boolean }>`
    SELECT ${columns}, p.unit_id IN ${within(unitIds)} AS "ofUnit" FROM ${tables} WHERE p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type NamedPerson = { pegawaiId: number; name: string; jabatan: string | null }

/** Who is named in a proposal, as far as the scope reaches. */
export async function namedIn(tx: Tx, proposalId: number): Promise<NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    SELECT p.pegawai_id AS "pegawaiId", p.name, j.name AS jabatan
    FROM need_proposal_person r JOIN pegawai p ON p.pegawai_id = r.pegawai_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    WHERE r.proposal_id = ${proposalId} ORDER BY p.name, p.pegawai_id`.execute(tx)
  return rows
}

/** The proposals that led to a need, or were joined into it. */
export async function proposalsOf(
  tx: Tx,
  need: Pick<NeedRow, 'id' | 'stated_id'>,
): Promise<{ id: number; unit: string; people: number }[]> {
  const { rows } = await sql<{ id: number; unit: string; people: number }>`
    SELECT p.id, u.name AS unit, p.others + p.named AS people FROM need_proposal p JOIN unit u ON u.id = p.unit_id
    WHERE p.need_id = ${need.id} OR p.stated_id = ${need.stated_id}::int ORDER BY u.name, p.id`.execute(tx)
  return rows
}

type Made = { by: string; at: Date }

/** Writes a proposal with who is named in it; `id` null: a new one. */
export async function saveProposal(
  tx: Tx,
  id: number | null,
  of: { instansiId: number; callId: number },
  v: ProposalValues,
  made: Made,
): Promise<number> {
  const { rows } = await (id === null
    ? sql<{ id: number }>`
        INSERT INTO need_proposal (instansi_id, call_id, unit_id, title, competency_id, level, training, reason, urgency, others, named, state, made_by, made_at)
        VALUES (${of.instansiId}, ${of.callId}, ${v.unitId}, ${v.title}, ${v.competencyId}, ${v.level}, ${v.training}, ${v.reason}, ${v.urgency},
          ${v.others}, ${v.named.length}, 'draft', ${made.by}, ${made.at.toISOString()}) RETURNING id`
    : sql<{ id: number }>`
        UPDATE need_proposal SET call_id = ${of.callId}, unit_id = ${v.unitId}, title = ${v.title}, competency_id = ${v.competencyId}, level = ${v.level},
          training = ${v.training}, reason = ${v.reason}, urgency = ${v.urgency}, others = ${v.others}, named = ${v.named.length}
        WHERE id = ${id} AND state = 'draft' RETURNING id`
  ).execute(tx)
  const proposalId = rows[0]!.id
  await sql`DELETE FROM need_proposal_person WHERE proposal_id = ${proposalId} AND pegawai_id <> ALL (${v.named}::int[])`.execute(
    tx,
  )
  await sql`
    INSERT INTO need_proposal_person (pegawai_id, proposal_id, instansi_id)
    SELECT p.pegawai_id, ${proposalId}, p.instansi_id FROM pegawai p WHERE p.pegawai_id = ANY (${v.named}::int[]) AND p.instansi_id = ${of.instansiId}
    ON CONFLICT DO NOTHING`.execute(tx)
  return proposalId
}

export async function deleteProposal(tx: Tx, id: number): Promise<void> {
  await sql`DELETE FROM need_proposal WHERE id = ${id} AND state = 'draft'`.execute(tx)
}

/** The state of proposals that nobody else can change until the transaction ends. */
export async function lockProposals(
  tx: Tx,
  ids: readonly number[],
): Promise<{ id: number; instansiId: number; state: ProposalState }[]> {
  const { rows } = await sql<{ id: number; instansiId: number; state: ProposalState }>`
    SELECT id, instansi_id AS "instansiId", state FROM need_proposal WHERE id = ANY (${[...ids]}::int[]) ORDER BY id FOR UPDATE`.execute(
    tx,
  )
  return rows
}

export async function markSent(tx: Tx, id: number, at: Date | null): Promise<void> {
  await sql`
    UPDATE need_proposal SET state = ${at ? 'sent' : 'draft'}, sent_at = ${at?.toISOString() ?? null}::timestamptz WHERE id = ${id}`.execute(
    tx,
  )
}

export type Decision = {
  state: 'accepted' | 'joined' | 'rejected'
  why: string | null
  statedId: number | null
  needId: number | null
}

export async function markDecided(tx: Tx, ids: readonly number[], decision: Decision, made: Made): Promise<void> {
  await sql`
    UPDATE need_proposal SET state = ${decision.state}, decision = ${decision.why}, stated_id = ${decision.statedId}, need_id = ${decision.needId},
      decided_by = ${made.by}, decided_at = ${made.at.toISOString()}
    WHERE id = ANY (${[...ids]}::int[]) AND state = 'sent'`.execute(tx)
}

export type UnitCount = {
  id: number
  name: string
  staff: number
  drafts: number
  sent: number
  waiting: number
  accepted: number
  rejected: number
}

/** Every office (OPD) of an instansi with what it has proposed in a call; a draft of its own counts as begun. */
export async function unitCounts(tx: Tx, instansiId: number, callId: number | null): Promise<UnitCount[]> {
  const { rows } = await sql<UnitCount>`
    WITH counted AS (
      SELECT coalesce(u.top_id, u.id) AS id, count(*) FILTER (WHERE p.state = 'draft')::int AS drafts, count(*) FILTER (WHERE p.state <> 'draft')::int AS sent,
             count(*) FILTER (WHERE p.state = 'sent')::int AS waiting, count(*) FILTER (WHERE p.state IN ('accepted', 'joined'))::int AS accepted,
             count(*) FILTER (WHERE p.state = 'rejected')::int AS rejected
      FROM need_proposal p JOIN unit u ON u.id = p.unit_id
      WHERE p.instansi_id = ${instansiId} AND p.call_id = ${callId}::int GROUP BY 1),
    staff AS (
      SELECT u.top_id AS id, sum(v.active)::int AS staff FROM coverage v JOIN unit u ON u.id = v.unit_id WHERE v.instansi_id = ${instansiId} GROUP BY u.top_id)
    SELECT u.id, u.name, coalesce(s.staff, 0) AS staff, coalesce(c.drafts, 0) AS drafts, coalesce(c.sent, 0) AS sent, coalesce(c.waiting, 0) AS waiting,
           coalesce(c.accepted, 0) AS accepted, coalesce(c.rejected, 0) AS rejected
    FROM unit u LEFT JOIN counted c ON c.id = u.id LEFT JOIN staff s ON s.id = u.id
    WHERE u.instansi_id = ${instansiId} AND u.id = u.top_id
    ORDER BY coalesce(c.sent, 0) > 0, u.name, u.id`.execute(tx)
  return rows
}

export type JoinTarget = { statedId: number | null; needId: number | null; name: string; jenjang: string | null; people: number }

/** What a proposal may be joined into: stated needs in force, and needs of the ranking about the same competency and level or training. */
export async function joinTargets(
  tx: Tx,
  instansiId: number,
  wish: { competencyId: number | null; level: number | null; key: string | null },
): Promise<JoinTarget[]> {
  const { rows } = await sql<JoinTarget>`
    SELECT s.id AS "statedId", NULL::int AS "needId", s.title AS name, s.jenjang, coalesce(n.people, 0) AS people
    FROM stated_need s LEFT JOIN need n ON n.stated_id = s.id
    WHERE s.instansi_id = ${instansiId} AND s.state = 'active'
    UNION ALL
    SELECT NULL, n.id, coalesce(n.title, c.name), n.jenjang, n.people
    FROM need n LEFT JOIN competency c ON c.id = n.competency_id
    WHERE n.instansi_id = ${instansiId} AND n.people > 0 AND n.post = 'held'
      AND ((n.kind = 'gap' AND n.competency_id = ${wish.competencyId}::int AND n.level_to = ${wish.level}::int)
        OR (n.kind = 'training' AND n.subject = ${wish.key}::text))
    ORDER BY 1 NULLS FIRST, 5 DESC, 3`.execute(tx)
  return rows
}
