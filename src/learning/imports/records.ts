import type { RawBuilder } from 'kysely'
import {
  type Batch,
  type Cells,
  type Checked,
  type ImportField,
  type ImportKind,
  namedBy,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { loadPersons, nipField, type Persons, personOf, yesNo } from '../../people/imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { formByName } from '../records/rules/form-by-name.ts'
import { checkBeside } from './beside.ts'
import { byItsName, formChoices } from './form-choices.ts'

const MOST_JP = 2_000
const MOST_SESSIONS = 500

const recordFields: readonly ImportField[] = [
  nipField,
  {
    key: 'name',
    label: { id: 'Nama pelatihan', en: 'Training' },
    headers: ['namaKursus', 'Nama Kursus', 'Nama Diklat', 'Pelatihan', 'Diklat', 'latihanStrukturalNama', 'Judul'],
    required: true,
    examples: ['Pelatihan Kepemimpinan Administrator', 'Bimbingan Teknis Penyusunan Anggaran'],
  },
  {
    key: 'form',
    label: { id: 'Bentuk', en: 'Form' },
    headers: [
      'Bentuk pengembangan kompetensi',
      'Jenis pelatihan',
      'Jenis',
      'Jenis Diklat',
      'jenisDiklatId',
      'jenisDiklatNama',
      'jenisKursus',
      'Rumpun',
      'Kind',
    ],
    help: {
      id: 'Nama, kode (KL01 sampai NKL13), atau nomor SIASN (1 sampai 25). Bila kosong, dikenali dari namanya.',
      en: 'Name, code (KL01 to NKL13) or SIASN number (1 to 25). Where blank, it is recognised by the name.',
    },
    examples: ['Pelatihan struktural kepemimpinan', 'KL10'],
    choices: formChoices,
    fixable: true,
  },
  {
    key: 'international',
    label: { id: 'Internasional', en: 'International' },
    headers: ['Tingkat internasional', 'Luar negeri'],
    help: { id: 'Ya bila bertaraf internasional. Kosong berarti tidak.', en: 'Yes where it is international. Blank means no.' },
    examples: ['tidak', 'tidak'],
    choices: yesNo,
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
    key: 'sessions',
    label: { id: 'Jumlah sesi', en: 'Sessions' },
    headers: ['Sesi', 'Kali pertemuan'],
    help: {
      id: 'Hanya untuk coaching, mentoring, dan bimbingan di tempat kerja. Kosong berarti sekali.',
      en: 'Only for coaching, mentoring and guidance at work. Blank means one.',
    },
    examples: ['', ''],
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

/** A number that stands for one certificate and no other: not "ada" or "1". */
const certificateKey = (number: string | null) =>
  number !== null && number.length >= 4 && /\d/.test(number) ? number.toLowerCase() : null

/** What one person has learned; the same person, name and last day, or the same certificate of that day, is the same learning. */
export function checkRecord(cells: Cells, lookup: Lookup): Checked {
  const row = new RowReader(cells, recordFields)
  const nip = row.need('nip', row.nip('nip', null))
  const found = nip === null ? null : personOf(lookup.persons, nip, lookup.instansiId)
  if (found && !found.ok) row.refuse('nip', found.words)
  const name = row.need('name', row.text('name'))
  const from = row.date('startedOn')
  const until = row.date('endedOn') ?? from
  const form = row.choice('form', formChoices)
  const international = row.choice('international', yesNo)
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
  const [organiser, jp, sessions] = [row.text('organiser'), row.whole('jp', 1, MOST_JP), row.whole('sessions', 1, MOST_SESSIONS)]
  const number = row.text('certificateNumber', 100)
  if (row.errors.length > 0 || !found?.ok || name === null || until === null) return { ok: false, errors: row.errors }
  const { pegawaiId } = found.person
  const values: Values = { pegawaiId, nip: found.person.nip, name, endedOn: until, formByName: formByName(name) }
  const key = certificateKey(number)
  const given = {
    form: form === byItsName ? null : form,
    international: international === null ? null : international === 'ya',
    organiser,
    jp,
    sessions,
    startedOn: from,
    certificateNumber: number,
    certificateKey: key,
  }
  for (const [field, value] of Object.entries(given)) if (value !== null) values[field] = value
  const about = { id: `pelatihan “${name}” orang ini`, en: `this person's training “${name}”` }
  const says = JSON.stringify(values)
  const claims = [{ field: 'name', thing: `${pegawaiId} ${name.toLowerCase()} ${until}`, says, name: about }]
  const paper = { id: `sertifikat ${number} orang ini`, en: `this person's certificate ${number}` }
  if (key !== null) claims.push({ field: 'certificateNumber', thing: `${pegawaiId} no ${key} ${until}`, says, name: paper })
  return { ok: true, values, claims }
}

const typed = (rows: RawBuilder<unknown>) => sql`
  SELECT s.row_number, v.* FROM (${rows}) s, jsonb_to_record(s.values) AS v("pegawaiId" int, nip text, name text, "endedOn" date, "formByName" text,
    form text, international boolean, organiser text, jp int, sessions int, "startedOn" date, "certificateNumber" text, "certificateKey" text)`

/** The record that stands for a row `v`: of the same name and day, else of the same certificate and day. */
const standing = sql`
  SELECT r.* FROM learning_record r
  WHERE r.pegawai_id = v."pegawaiId" AND r.ended_on = v."endedOn" AND r.withdrawn_at IS NULL
    AND (lower(r.name) = lower(v.name) OR lower(r.certificate_number) = v."certificateKey")
  ORDER BY lower(r.name) = lower(v.name) DESC, r.id LIMIT 1`

/** A correction takes the place of what was imported before, which stays to be read; what came another way is left as it is. */
async function write(tx: Tx, { rows, instansiId, importId, by }: Batch) {
  await sql`
    WITH v AS MATERIALIZED (${typed(rows)}),
    old AS (
      UPDATE learning_record r SET withdrawn_at = now(), withdrawn_by = ${by}::text, withdrawn_why = ${`Diganti oleh impor ${importId}`}
      FROM v CROSS JOIN LATERAL (${standing}) o
      WHERE r.pegawai_id = o.pegawai_id AND r.id = o.id AND r.source = 'impor' AND r.instansi_id = ${instansiId}::int
      RETURNING r.*, v.row_number)
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, organiser, started_on, ended_on, jp, sessions,
      certificate_number, source, source_id, external_id, recorded_by, recorded_at)
    SELECT p.pegawai_id, p.instansi_id, coalesce(o.instansi_then, p.instansi_id), coalesce(v.form, o.form, v."formByName"),
      coalesce(v.international, o.international, false), v.name, coalesce(v.organiser, o.organiser), coalesce(v."startedOn", o.started_on), v."endedOn",
      coalesce(v.jp, o.jp), coalesce(v.sessions, o.sessions), coalesce(v."certificateNumber", o.certificate_number), 'impor', ${importId}::int,
      o.external_id, ${by}::text, now()
    FROM v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${instansiId}::int LEFT JOIN old o ON o.row_number = v.row_number
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING`.execute(tx)
}

export const recordImport: ImportKind = {
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
  fields: recordFields,
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
  subject: cells => namedBy(cells.nip, cells.name),
  async prepare(p) {
    const persons = await loadPersons(p, ['nip'])
    const lookup = { instansiId: p.instansiId, today: p.today, persons }
    const checked = await checkBeside(p, new Map(p.rows.map(cells => [cells, checkRecord(cells, lookup)])))
    return { check: cells => checked.get(cells) ?? checkRecord(cells, lookup) }
  },
  // What a class, a claim or an activity wrote is not changed by a file: it counts as the same.
  before: () => sql`
    SELECT v.row_number, CASE WHEN t.source <> 'impor' THEN s.values ELSE
      jsonb_build_object('pegawaiId', t.pegawai_id, 'nip', v.nip, 'name', t.name, 'endedOn', t.ended_on, 'formByName', v."formByName", 'form', t.form,
        'international', t.international, 'organiser', t.organiser, 'jp', t.jp, 'sessions', t.sessions, 'startedOn', t.started_on,
        'certificateNumber', t.certificate_number, 'certificateKey', lower(t.certificate_number)) END AS before
    FROM (${typed(sql`SELECT * FROM staged`)}) v JOIN staged s ON s.row_number = v.row_number CROSS JOIN LATERAL (${standing}) t`,
  apply: write,
  fact: 'learning.recorded',
}
