import {
  type Batch,
  type Cells,
  type Checked,
  type ImportField,
  type ImportKind,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { trainingKinds } from './choices.ts'
import { loadPersons, nipField, type Persons, personOf } from './persons.ts'

const MOST_JP = 2_000

const trainingFields: readonly ImportField[] = [
  nipField,
  {
    key: 'name',
    label: { id: 'Nama pelatihan', en: 'Training' },
    headers: ['namaKursus', 'Nama Kursus', 'Nama Diklat', 'Pelatihan', 'Diklat', 'latihanStrukturalNama', 'Judul'],
    required: true,
    examples: ['Pelatihan Kepemimpinan Administrator', 'Bimbingan Teknis Penyusunan Anggaran'],
  },
  {
    key: 'kind',
    label: { id: 'Jenis pelatihan', en: 'Kind' },
    headers: ['Jenis', 'Jenis Diklat', 'jenisDiklatNama', 'jenisKursus', 'Rumpun'],
    help: { id: 'Kosong berarti lainnya.', en: 'Blank means other.' },
    examples: ['Manajerial', 'Teknis'],
    choices: trainingKinds,
    fixable: true,
  },
  {
    key: 'organiser',
    label: { id: 'Penyelenggara', en: 'Organiser' },
    headers: ['institusiPenyelenggara', 'Institusi Penyelenggara', 'Lembaga'],
    examples: ['BPSDM Provinsi', 'BPKAD'],
  },
  {
    key: 'jp',
    label: { id: 'JP', en: 'Hours (JP)' },
    headers: ['Jumlah JP', 'jumlahJam', 'Jumlah Jam', 'Jam Pelajaran', 'Lama (JP)'],
    help: { id: 'Jam pelajaran, bilangan bulat.', en: 'Lesson hours, a whole number.' },
    examples: [905, 24],
    type: 'number',
  },
  {
    key: 'startedOn',
    label: { id: 'Tanggal mulai', en: 'From' },
    headers: ['tanggalKursus', 'Tgl Mulai', 'Tanggal', 'Mulai'],
    examples: ['2025-02-03', '2025-06-10'],
    type: 'date',
  },
  {
    key: 'endedOn',
    label: { id: 'Tanggal selesai', en: 'Until' },
    headers: ['tanggalSelesaiKursus', 'tanggalSelesai', 'Tgl Selesai', 'Selesai', 'Tanggal Selesai Kursus'],
    help: { id: 'Bila kosong, sama dengan tanggal mulai.', en: 'Where blank, the same as the first day.' },
    examples: ['2025-06-20', '2025-06-12'],
    type: 'date',
  },
  {
    key: 'certificateNumber',
    label: { id: 'Nomor sertifikat', en: 'Certificate number' },
    headers: ['noSertipikat', 'nomorSertipikat', 'No. Sertifikat', 'No Sertifikat', 'Nomor STTPP', 'nomor'],
    examples: ['00123/PKA/2025', ''],
  },
]

type Lookup = { instansiId: number; today: string; persons: Persons }

/** One training that one person has followed; the same person, name and last day is the same training. */
export function checkTraining(cells: Cells, lookup: Lookup): Checked {
  const row = new RowReader(cells, trainingFields)
  const nip = row.need('nip', row.nip('nip', null))
  const found = nip === null ? null : personOf(lookup.persons, nip, lookup.instansiId)
  if (found && !found.ok) row.refuse('nip', found.words)
  const name = row.need('name', row.text('name'))
  const from = row.date('startedOn')
  const until = row.date('endedOn') ?? from
  const kind = row.choice('kind', trainingKinds)
  if (until === null) row.need('endedOn', null)
  else if (until > lookup.today) {
    row.refuse('endedOn', {
      id: 'Pelatihan ini belum selesai. Impor setelah selesai, atau betulkan tanggalnya.',
      en: 'This training has not ended yet. Import it afterwards, or correct the date.',
    })
  } else if (from !== null && from > until) {
    row.refuse('endedOn', {
      id: 'Tanggal selesai mendahului tanggal mulai. Betulkan salah satunya.',
      en: 'It ends before it begins. Correct one of the dates.',
    })
  }
  const [organiser, jp, number] = [row.text('organiser'), row.whole('jp', 1, MOST_JP), row.text('certificateNumber', 100)]
  if (row.errors.length > 0 || !found?.ok || name === null || until === null) return { ok: false, errors: row.errors }
  const values: Values = { pegawaiId: found.person.pegawaiId, nip: found.person.nip, name, endedOn: until }
  for (const [key, value] of Object.entries({ kind, organiser, jp, startedOn: from, certificateNumber: number })) {
    if (value !== null) values[key] = value
  }
  const about = { id: `pelatihan “${name}” orang ini`, en: `this person's training “${name}”` }
  const thing = `${found.person.pegawaiId} ${name.toLowerCase()} ${until}`
  return { ok: true, values, claims: [{ field: 'name', thing, says: JSON.stringify(values), name: about }] }
}

const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("pegawaiId" int, name text, kind text, organiser text, jp int,
    "startedOn" date, "endedOn" date, "certificateNumber" text)`

async function write(tx: Tx, batch: Batch) {
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO training_history (pegawai_id, instansi_id, instansi_then, name, kind, organiser, jp, started_on, ended_on, certificate_number, import_id)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, v.name, coalesce(v.kind, t.kind, 'lainnya'), v.organiser, v.jp, v."startedOn", v."endedOn",
           v."certificateNumber", ${batch.importId}::int
    FROM v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${batch.instansiId}::int
    LEFT JOIN training_history t ON t.pegawai_id = p.pegawai_id AND lower(t.name) = lower(v.name) AND t.ended_on = v."endedOn"
    ON CONFLICT (pegawai_id, lower(name), ended_on) DO UPDATE SET name = excluded.name, kind = excluded.kind,
      organiser = coalesce(excluded.organiser, training_history.organiser), jp = coalesce(excluded.jp, training_history.jp),
      started_on = coalesce(excluded.started_on, training_history.started_on),
      certificate_number = coalesce(excluded.certificate_number, training_history.certificate_number), import_id = excluded.import_id`.execute(
    tx,
  )
}

export const trainingImport: ImportKind = {
  kind: 'pelatihan',
  name: { id: 'Pelatihan yang diikuti', en: 'Trainings followed' },
  lead: {
    id: 'Riwayat pelatihan per orang, misalnya dari rekap diklat atau SIASN.',
    en: 'Trainings by person, such as from a training recap or SIASN.',
  },
  notes: [
    { id: 'Satu baris satu orang dan satu pelatihan.', en: 'One row one person and one training.' },
    {
      id: 'Orang, nama pelatihan, dan tanggal selesai yang sama dianggap pelatihan yang sama.',
      en: 'The same person, name and last day count as the same training.',
    },
    { id: 'Pegawainya harus sudah ada di instansi ini.', en: 'The person must be an employee of this agency already.' },
  ],
  fields: trainingFields,
  sources: [
    {
      key: 'siasn',
      name: { id: 'ekspor SIASN', en: 'SIASN export' },
      headers: [
        'nipBaru',
        'namaKursus',
        'jumlahJam',
        'institusiPenyelenggara',
        'tanggalKursus',
        'noSertipikat',
        'nomorSertipikat',
      ],
    },
  ],
  missing: mapped =>
    mapped.has('endedOn') || mapped.has('startedOn')
      ? null
      : {
          field: 'endedOn',
          id: 'Pilih kolom tanggal selesai, atau tanggal mulai.',
          en: 'Choose the column of the last day, or of the first.',
        },
  subject: cells =>
    [cells.nip, cells.name]
      .filter(cell => cell !== undefined)
      .map(String)
      .join(' · ') || '–',
  async prepare(p) {
    const persons = await loadPersons(p, ['nip'])
    return { check: cells => checkTraining(cells, { instansiId: p.instansiId, today: p.today, persons }) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_build_object('pegawaiId', t.pegawai_id, 'nip', s.values->'nip', 'name', t.name, 'kind', t.kind, 'organiser', t.organiser,
      'jp', t.jp, 'startedOn', t.started_on, 'endedOn', t.ended_on, 'certificateNumber', t.certificate_number) AS before
    FROM staged s JOIN training_history t ON t.pegawai_id = (s.values->>'pegawaiId')::int AND lower(t.name) = lower(s.values->>'name')
      AND t.ended_on = (s.values->>'endedOn')::date`,
  apply: write,
  fact: 'people.changed',
}
