import { sql, type Tx } from '../../../platform/db/index.ts'
import { certificateKey } from '../rules/certificate.ts'
import type { Flag, Piece } from '../rules/duplicates.ts'

/** Of a number that hundreds bear (one for a whole webinar) so many are looked at. */
const othersAtMost = 3

const recordPiece = sql`
  r.pegawai_id AS "pegawaiId", CASE WHEN r.source = 'klaim' THEN r.source_id END AS "claimId", r.id AS "recordId", r.name,
  r.started_on AS "startedOn", r.ended_on AS "endedOn", r.jp, r.certificate_number AS "certificateNumber", r.file_sha256 AS "fileSha256"`
const claimPiece = sql`
  c.pegawai_id AS "pegawaiId", c.id AS "claimId", NULL::int AS "recordId", c.name, c.started_on AS "startedOn", c.ended_on AS "endedOn", c.jp,
  c.certificate_number AS "certificateNumber", c.file_sha256 AS "fileSha256"`

/**
 * Whatever may be like these, of anybody, by their place in the list; set-based, each step by an index. To be called where everybody is
 * seen (`asJob`): a certificate is told from another's wherever its bearer is.
 */
export async function candidatesOf(tx: Tx, pieces: readonly Piece[]): Promise<Piece[][]> {
  const given = pieces.map((one, place) => ({
    place,
    pegawaiId: one.pegawaiId,
    claimId: one.claimId,
    from: one.startedOn ?? one.endedOn,
    until: one.endedOn,
    certificate: certificateKey(one.certificateNumber),
    file: one.fileSha256,
  }))
  const { rows } = await sql<Piece & { place: number }>`
    WITH g AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS g(place int, "pegawaiId" int, "claimId" int, "from" date, until date, certificate text, file text))
    SELECT DISTINCT ON (place, "pegawaiId", "recordId", coalesce("claimId", 0)) * FROM (
      SELECT g.place, ${recordPiece} FROM g JOIN learning_record r ON r.pegawai_id = g."pegawaiId" AND r.withdrawn_at IS NULL
        AND ((r.ended_on >= g."from" AND coalesce(r.started_on, r.ended_on) <= g.until) OR certificate_key(r.certificate_number) = g.certificate
          OR r.file_sha256 = g.file)
      UNION ALL
      SELECT g.place, ${claimPiece} FROM g JOIN learning_claim c ON c.pegawai_id = g."pegawaiId" AND c.state = 'submitted'
        AND c.id IS DISTINCT FROM g."claimId"
        AND ((c.ended_on >= g."from" AND coalesce(c.started_on, c.ended_on) <= g.until) OR certificate_key(c.certificate_number) = g.certificate
          OR c.file_sha256 = g.file)
      UNION ALL
      SELECT g.place, o.* FROM g CROSS JOIN LATERAL (
        (SELECT ${recordPiece} FROM learning_record r WHERE certificate_key(r.certificate_number) = g.certificate AND r.withdrawn_at IS NULL
          AND certificate_key(r.certificate_number) IS NOT NULL AND r.pegawai_id <> g."pegawaiId" LIMIT ${othersAtMost})
        UNION ALL
        (SELECT ${claimPiece} FROM learning_claim c WHERE certificate_key(c.certificate_number) = g.certificate AND c.state = 'submitted'
          AND c.pegawai_id <> g."pegawaiId" LIMIT ${othersAtMost})) o WHERE g.certificate IS NOT NULL
      UNION ALL
      SELECT g.place, o.* FROM g CROSS JOIN LATERAL (
        (SELECT ${recordPiece} FROM learning_record r WHERE r.file_sha256 = g.file AND r.file_sha256 IS NOT NULL AND r.withdrawn_at IS NULL
          AND r.pegawai_id <> g."pegawaiId" LIMIT ${othersAtMost})
        UNION ALL
        (SELECT ${claimPiece} FROM learning_claim c WHERE c.file_sha256 = g.file AND c.state = 'submitted' AND c.pegawai_id <> g."pegawaiId"
          LIMIT ${othersAtMost})) o WHERE g.file IS NOT NULL
    ) x WHERE "recordId" IS NULL OR "claimId" IS DISTINCT FROM (SELECT y."claimId" FROM g y WHERE y.place = x.place) OR "claimId" IS NULL
    ORDER BY place, "pegawaiId", "recordId", coalesce("claimId", 0)`.execute(tx)
  const found: Piece[][] = pieces.map(() => [])
  for (const { place, ...piece } of rows) found[place]!.push(piece)
  return found
}

/** The claims that wait and may be like these claims, or are these: whose flags a change of these may change. */
export async function openBeside(tx: Tx, claimIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT o.id FROM learning_claim c JOIN LATERAL (
      SELECT o.id FROM learning_claim o WHERE o.pegawai_id = c.pegawai_id AND o.state = 'submitted'
      UNION ALL SELECT o.id FROM learning_claim o WHERE certificate_key(o.certificate_number) = certificate_key(c.certificate_number) AND o.state = 'submitted'
      UNION ALL SELECT o.id FROM learning_claim o WHERE o.file_sha256 = c.file_sha256 AND o.state = 'submitted') o ON true
    WHERE c.id = ANY (${[...claimIds]}::int[])
    ORDER BY 1 LIMIT 1000`.execute(tx)
  return rows.map(row => row.id)
}

export async function openOfPeople(tx: Tx, pegawaiIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM learning_claim WHERE pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND state = 'submitted' ORDER BY 1`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

/** `instansiId` null: of all. */
export async function openOfInstansi(tx: Tx, instansiId: number | null): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM learning_claim WHERE (${instansiId}::int IS NULL OR instansi_id = ${instansiId}::int) AND state = 'submitted' ORDER BY 1`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

/** What stands in the flags of these claims from now on. */
export async function replaceFlags(
  tx: Tx,
  claims: readonly { pegawaiId: number; id: number; flags: readonly Flag[] }[],
): Promise<void> {
  const rows = claims.flatMap(({ pegawaiId, id, flags }) =>
    flags.map((flag, number) => ({
      pegawaiId,
      id,
      number,
      kind: flag.kind,
      blocks: flag.blocks,
      detail: flag.detail,
      otherPegawai: flag.other?.pegawaiId ?? null,
      otherClaim: flag.other?.claimId ?? null,
      otherRecord: flag.other?.recordId ?? null,
    })),
  )
  await sql`
    DELETE FROM learning_claim_flag f USING unnest(${claims.map(one => one.pegawaiId)}::int[], ${claims.map(one => one.id)}::int[]) AS g(pegawai_id, id)
    WHERE f.pegawai_id = g.pegawai_id AND f.claim_id = g.id`.execute(tx)
  if (rows.length === 0) return
  await sql`
    INSERT INTO learning_claim_flag (pegawai_id, claim_id, number, instansi_id, kind, blocks, other_pegawai_id, other_claim_id, other_record_id, detail)
    SELECT c.pegawai_id, c.id, g.number, c.instansi_id, g.kind, g.blocks, g."otherPegawai", g."otherClaim", g."otherRecord", g.detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("pegawaiId" int, id int, number int, kind text, blocks boolean, detail jsonb,
      "otherPegawai" int, "otherClaim" int, "otherRecord" int)
    JOIN learning_claim c ON c.pegawai_id = g."pegawaiId" AND c.id = g.id`.execute(tx)
}
