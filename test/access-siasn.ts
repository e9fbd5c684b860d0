import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Line, Role } from './access-table.ts'

/** Every government has a batch that is a draft, known by its number, and one that is past. */
const batchOf = (t: Asked) => 3_000_000 + t.instansiId

export async function siasnForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO siasn_batch (id, instansi_id, state, made_by, made_by_name, made_at) SELECT 3000000 + id, id, 'draft', 'uji', 'Uji', now() FROM instansi`.execute(
    tx,
  )
  await sql`INSERT INTO siasn_place (instansi_id, service_instansi, lokasi, set_by, set_at) SELECT id, 'I', 'L', 'uji', now() FROM instansi ON CONFLICT DO NOTHING`.execute(
    tx,
  )
  await sql`INSERT INTO siasn_person (pegawai_id, instansi_id, orang_id, known_at) SELECT pegawai_id, instansi_id, 'O' || pegawai_id, now() FROM pegawai ON CONFLICT DO NOTHING`.execute(
    tx,
  )
  await sql`
    INSERT INTO siasn_history (pegawai_id, service, external_id, instansi_id, payload, received_at)
    SELECT pegawai_id, 'rw-kursus', 'x', instansi_id, '{}', now() FROM pegawai`.execute(tx)
  await sql`
    WITH made AS (
      INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, source, recorded_at)
      SELECT pegawai_id, instansi_id, instansi_id, 'bimtek', 'Catatan uji SIASN', current_date - 40, 8, 'klaim', now() FROM pegawai
      RETURNING pegawai_id, id, instansi_id)
    INSERT INTO siasn_item (pegawai_id, batch_id, record_id, instansi_id, service, payload, state)
    SELECT pegawai_id, 3000000 + instansi_id, id, instansi_id, 'kursus', '{"namaKursus": "Catatan uji"}', 'waiting' FROM made`.execute(
    tx,
  )
}

/** Who keeps the staff of an instansi. No live connection is set up here: nothing can be sent or compared. */
export const siasnLines = (keepers: readonly Role[], all: readonly Role[]): Line[] => {
  const others = all.filter(role => !keepers.includes(role))
  const place = (route: string, done: number): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  })
  const batch = (route: string, done: number): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: keepers, 404: others },
    outside: { 404: all },
  })
  return [
    place('GET /integrasi/siasn', 200),
    place('GET /integrasi/siasn/baru', 200),
    place('GET /integrasi/siasn/riwayat.json', 200),
    place('POST /integrasi/siasn/tempat', 422),
    place('POST /integrasi/siasn', 303),
    batch('GET /integrasi/siasn/:id', 200),
    batch('GET /integrasi/siasn/:id/keadaan', 200),
    batch('GET /integrasi/siasn/:id/kiriman.json', 200),
    batch('GET /integrasi/siasn/:id/kiriman.xlsx', 200),
    batch('POST /integrasi/siasn/:id/kirim', 403),
    batch('POST /integrasi/siasn/:id/cocokkan', 403),
    batch('POST /integrasi/siasn/:id/perbarui', 303),
    batch('POST /integrasi/siasn/:id/nomor', 422),
    batch('POST /integrasi/siasn/:id/buang', 303),
  ]
}

type Question = { path: string; body?: URLSearchParams }
const get = (path: string): Question => ({ path })
const post = (path: string, fields: Record<string, string> = {}): Question => ({ path, body: new URLSearchParams(fields) })
export const siasnQuestions: Record<string, (t: Asked) => Question> = {
  'GET /integrasi/siasn': t => get(`/integrasi/siasn?instansi=${t.instansi}`),
  'GET /integrasi/siasn/baru': t => get(`/integrasi/siasn/baru?instansi=${t.instansi}`),
  'GET /integrasi/siasn/riwayat.json': t => get(`/integrasi/siasn/riwayat.json?instansi=${t.instansi}`),
  'POST /integrasi/siasn/tempat': t => post(`/integrasi/siasn/tempat?instansi=${t.instansi}`, { lokasi: '<>' }),
  'POST /integrasi/siasn': t => post(`/integrasi/siasn?instansi=${t.instansi}`, { pilihan: 'dipilih' }),
  'GET /integrasi/siasn/:id': t => get(`/integrasi/siasn/${batchOf(t)}`),
  'GET /integrasi/siasn/:id/keadaan': t => get(`/integrasi/siasn/${batchOf(t)}/keadaan`),
  'GET /integrasi/siasn/:id/kiriman.json': t => get(`/integrasi/siasn/${batchOf(t)}/kiriman.json`),
  'GET /integrasi/siasn/:id/kiriman.xlsx': t => get(`/integrasi/siasn/${batchOf(t)}/kiriman.xlsx`),
  ...Object.fromEntries(
    ['kirim', 'cocokkan', 'perbarui', 'nomor', 'buang'].map(verb => [
      `POST /integrasi/siasn/:id/${verb}`,
      (t: Asked) => post(`/integrasi/siasn/${batchOf(t)}/${verb}`),
    ]),
  ),
}
