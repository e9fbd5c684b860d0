import { sql, type Tx } from '../../platform/db/index.ts'
import type { Candidate } from '../rules/entry.ts'

/**
 * What is known of people who would join, as far as this scope reaches. Trainings are known to who keeps them (`trainings` is null here);
 * time in rank, selection and discipline are not on record.
 */
export async function candidatesIn(tx: Tx, pegawaiIds: readonly number[]): Promise<Map<number, Candidate>> {
  const { rows } = await sql<
    { id: number } & Pick<Candidate, 'jenis' | 'jenjang' | 'tenures' | 'golongan' | 'birthDate' | 'employment'>
  >`
    SELECT p.pegawai_id AS id, j.jenis, j.jenjang, p.golongan, p.birth_date AS "birthDate", p.employment,
           (SELECT jsonb_agg(jsonb_build_object('jenjang', k.jenjang, 'from', h.from_date, 'until', h.until_date))
            FROM jabatan_history h JOIN jabatan k ON k.id = h.jabatan_id
            WHERE h.pegawai_id = p.pegawai_id AND h.appointment = 'definitif') AS tenures
    FROM pegawai p LEFT JOIN jabatan j ON j.id = p.jabatan_id WHERE p.pegawai_id = ANY (${[...pegawaiIds]}::int[])`.execute(tx)
  return new Map(
    rows.map(({ id, ...known }) => [
      id,
      { ...known, golonganSince: null, trainings: null, selected: null, disciplineClear: null },
    ]),
  )
}
