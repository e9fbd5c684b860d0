import type { RawBuilder } from 'kysely'
import {
  type Batch,
  type Cells,
  type Checked,
  type ImportField,
  type ImportKind,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { standingNational, takeNational } from '../../learning/index.ts'
import { loadPersons, nipField, type Persons, personOf, personSubject } from '../../people/imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { formOfRow, isDeleted, nameOfStructural, rowsIn } from '../siasn/rules/history.ts'

const mostJp = 2_000
const longestRaw = 20_000
const noNul = '\\u0000' // jsonb holds none: such a row is kept as a text

const field = (
  key: string,
  label: ImportField['label'],
  headers: string[],
  examples: ImportField['examples'],
  more: Partial<ImportField> = {},
): ImportField => ({ key, label, headers, examples, ...more })

const shared: readonly ImportField[] = [
  { ...nipField, required: false },
  field('externalId', { id: 'ID riwayat SIASN', en: 'SIASN row id' }, ['id', 'idRiwayat', 'ID'], ['8ae4…01', '8ae4…02']),
  field('orangId', { id: 'ID orang SIASN', en: 'SIASN person id' }, ['idPns', 'pnsOrangId', 'pnsId'], ['A8ACA7…', 'A8ACA7…']),
  field(
    'organiser',
    { id: 'Penyelenggara', en: 'Organiser' },
    ['institusiPenyelenggara', 'Institusi Penyelenggara'],
    ['BPSDM Provinsi', 'LAN'],
  ),
  field('jp', { id: 'Jumlah jam', en: 'Hours' }, ['jumlahJam', 'Jumlah JP', 'JP'], [24, 905], { type: 'number' }),
  field('raw', { id: 'Data mentah', en: 'Raw data' }, ['#raw'], ['', ''], { many: true }),
]

const kursusFields: readonly ImportField[] = [
  ...shared,
  field('name', { id: 'Nama kursus', en: 'Course' }, ['namaKursus', 'Nama Kursus'], ['Bimtek Anggaran', 'Webinar Etika'], {
    required: true,
  }),
  field('formNumber', { id: 'Jenis diklat (1–25)', en: 'Kind (1–25)' }, ['jenisDiklatId', 'Jenis Diklat'], ['8', '9'], {
    help: {
      id: 'Nomor SIASN. Bila kosong, F menjadi pelatihan fungsional dan lainnya klasikal lainnya.',
      en: 'The SIASN number. Where blank, F is functional training and anything else other classical.',
    },
  }),
  field(
    'certificate',
    { id: 'Jenis sertifikat', en: 'Kind of certificate' },
    ['jenisKursusSertifikat', 'jenisKursusSertipikat', 'Jenis Sertipikat'],
    ['T', 'P'],
  ),
  field(
    'certificateNumber',
    { id: 'Nomor sertifikat', en: 'Certificate number' },
    ['noSertipikat', 'nomorSertipikat', 'No Sertipikat'],
    ['S-01', 'W-77'],
  ),
  field('startedOn', { id: 'Tanggal mulai', en: 'From' }, ['tanggalKursus'], ['10-06-2025', '11-07-2025'], { type: 'date' }),
  field('endedOn', { id: 'Tanggal selesai', en: 'Until' }, ['tanggalSelesaiKursus'], ['12-06-2025', ''], { type: 'date' }),
]

const diklatFields: readonly ImportField[] = [
  ...shared,
  field('name', { id: 'Nama latihan struktural', en: 'Leadership training' }, ['latihanStrukturalNama'], ['PKA', 'PKP']),
  field('structural', { id: 'Latihan struktural (1–8)', en: 'Leadership training (1–8)' }, ['latihanStrukturalId'], ['3', '2']),
  field('certificateNumber', { id: 'Nomor', en: 'Number' }, ['nomor', 'noSertipikat'], ['00123/PKA/2025', '']),
  field('startedOn', { id: 'Tanggal mulai', en: 'From' }, ['tanggal'], ['03-02-2025', '04-03-2024'], { type: 'date' }),
  field('endedOn', { id: 'Tanggal selesai', en: 'Until' }, ['tanggalSelesai'], ['20-06-2025', '12-07-2024'], { type: 'date' }),
]

type Lookup = { instansiId: number; today: string; persons: Persons; known: ReadonlyMap<string, string> }

const deletedWords = {
  id: 'Baris ini ditandai #DELETE# di SIASN, jadi tidak dimasukkan.',
  en: 'This row is marked #DELETE# in SIASN and is left out.',
}

/** One row of a history, of either service. */
export function checkHistory(service: 'rw-kursus' | 'rw-diklat', cells: Cells, lookup: Lookup): Checked {
  const { raw, ...said } = cells
  if (isDeleted(Object.values(said).map(String))) return { ok: false, errors: [], skip: deletedWords }
  const row = new RowReader(said, service === 'rw-kursus' ? kursusFields : diklatFields)
  const orangId = row.text('orangId', 100)
  // A row may name its person by the number of the service alone.
  const nip = row.nip('nip', null) ?? (orangId && lookup.known.get(orangId)) ?? null
  row.need('nip', nip)
  const found = nip === null ? null : personOf(lookup.persons, nip, lookup.instansiId)
  if (found && !found.ok) row.refuse('nip', found.words)
  const from = row.date('startedOn')
  const until = row.date('endedOn') ?? from
  if (until === null) row.need('endedOn', null)
  else if (until > lookup.today)
    row.refuse('endedOn', {
      id: 'Tanggal ini belum lewat. Betulkan di SIASN.',
      en: 'This day is not over yet. Correct it in SIASN.',
    })
  else if (from !== null && from > until)
    row.refuse('endedOn', {
      id: 'Tanggal selesai mendahului tanggal mulai. Betulkan di SIASN.',
      en: 'It ends before it begins. Correct it in SIASN.',
    })
  const isKursus = service === 'rw-kursus'
  const number = isKursus ? row.text('formNumber', 20) : null
  const form = isKursus ? formOfRow(number, row.text('certificate', 20)) : 'struktural'
  if (form === null)
    row.refuse('formNumber', {
      id: `“${number}” bukan nomor jenis diklat SIASN (1 sampai 25).`,
      en: `“${number}” is no SIASN number of a kind (1 to 25).`,
    })
  const name = row.need('name', isKursus ? row.text('name') : nameOfStructural(row.text('name'), row.text('structural', 20)))
  // No hours are said there as 0.
  const hours = row.text('jp')
  const jp = hours === null || /^0+([.,]0+)?$/.test(hours) ? null : row.whole('jp', 1, mostJp)
  const [organiser, certificateNumber, externalId] = [
    row.text('organiser'),
    row.text('certificateNumber', 100),
    row.text('externalId', 100),
  ]
  if (row.errors.length > 0 || !found?.ok || name === null || until === null || form === null)
    return { ok: false, errors: row.errors }
  const { pegawaiId } = found.person
  const values: Values = { pegawaiId, nip: found.person.nip, name, form, endedOn: until }
  const given = { organiser, jp, startedOn: from, certificateNumber, externalId, orangId }
  for (const [key, value] of Object.entries(given)) if (value !== null) values[key] = value
  values.raw = (typeof raw === 'string' ? raw : JSON.stringify(said)).slice(0, longestRaw)
  const { raw: _, ...says } = values
  const about = { id: `riwayat “${name}” orang ini`, en: `this person's history “${name}”` }
  const thing = `${pegawaiId} ${name.toLowerCase()} ${until}`
  return { ok: true, values, claims: [{ field: 'name', thing, says: JSON.stringify(says), name: about }] }
}

const typed = (rows: RawBuilder<unknown>) => sql`
  SELECT s.row_number, v.* FROM (${rows}) s, jsonb_to_record(s.values) AS v("pegawaiId" int, nip text, name text, form text, organiser text, jp int,
    "startedOn" date, "endedOn" date, "certificateNumber" text, "externalId" text, "orangId" text, raw text)`

async function write(tx: Tx, { rows, importId, instansiId, by }: Batch, service: 'rw-kursus' | 'rw-diklat') {
  await takeNational(tx, typed(rows), { instansiId, importId, by })
  await sql`
    INSERT INTO siasn_person (pegawai_id, instansi_id, orang_id, known_at)
    SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, p.instansi_id, v."orangId", now()
    FROM (${typed(rows)}) v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${instansiId}::int WHERE v."orangId" IS NOT NULL
    ORDER BY p.pegawai_id, v.row_number
    ON CONFLICT (pegawai_id) DO UPDATE SET orang_id = excluded.orang_id, known_at = excluded.known_at
    WHERE siasn_person.orang_id <> excluded.orang_id`.execute(tx)
  await sql`
    INSERT INTO siasn_history (pegawai_id, service, external_id, instansi_id, record_id, payload, import_id, received_at)
    SELECT DISTINCT ON (p.pegawai_id, v."externalId") p.pegawai_id, ${service}, v."externalId", p.instansi_id, r.id,
      CASE WHEN left(v.raw, 1) = '{' AND length(v.raw) < ${longestRaw} AND position(${noNul} IN v.raw) = 0 THEN v.raw::jsonb ELSE to_jsonb(v.raw) END, ${importId}::int, now()
    FROM (${typed(rows)}) v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${instansiId}::int
    LEFT JOIN LATERAL (${standingNational}) r ON true
    WHERE v."externalId" IS NOT NULL ORDER BY p.pegawai_id, v."externalId", v.row_number
    ON CONFLICT (pegawai_id, service, external_id) DO UPDATE SET record_id = excluded.record_id, payload = excluded.payload,
      import_id = excluded.import_id, received_at = excluded.received_at`.execute(tx)
}

// What we recorded ourselves is not changed by the service: only its number there is new.
const before = sql`
  SELECT v.row_number, CASE WHEN t.source <> 'impor' THEN s.values || jsonb_build_object('externalId', t.external_id) ELSE
    jsonb_build_object('pegawaiId', t.pegawai_id, 'nip', v.nip, 'name', t.name, 'form', t.form, 'organiser', t.organiser, 'jp', t.jp,
      'startedOn', t.started_on, 'endedOn', t.ended_on, 'certificateNumber', t.certificate_number, 'externalId', t.external_id, 'orangId', v."orangId",
      'raw', v.raw) END AS before
  FROM (${typed(sql`SELECT * FROM staged`)}) v JOIN staged s ON s.row_number = v.row_number CROSS JOIN LATERAL (${standingNational}) t`

/** How the people are known whom rows name by the number of the service alone: NIP by number. */
async function nipsOf(tx: Tx, orangIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ orang: string; nip: string }>`
    SELECT s.orang_id AS orang, p.nip FROM siasn_person s JOIN pegawai p ON p.pegawai_id = s.pegawai_id
    WHERE s.orang_id = ANY (${[...orangIds]}::text[])`.execute(tx)
  return new Map(rows.map(row => [row.orang, row.nip]))
}

const notes = [
  {
    id: 'Berkas JSON dari layanan SIASN diterima apa adanya: {"code":1,"data":[…]}, sebuah daftar, satu orang atau banyak.',
    en: 'A JSON file of the SIASN service is taken as it is: {"code":1,"data":[…]}, or a list, of one person or many.',
  },
  { id: 'Lembar XLSX dengan nama kolom SIASN juga diterima.', en: 'So is an XLSX sheet with the column names of SIASN.' },
  {
    id: 'Baris #DELETE# dilewati. Data mentah tiap baris disimpan untuk pemeriksaan.',
    en: 'Rows marked #DELETE# are left out. Each row is kept as it came, for audits.',
  },
  {
    id: 'Yang dicatat Piawai sendiri (kelas, klaim, kegiatan) tidak diubah; hanya nomornya di SIASN yang ditambahkan.',
    en: 'What Piawai recorded itself (classes, claims, activities) is not changed; only its number in SIASN is added.',
  },
] as const

const historyImport = (
  kind: 'rw_kursus' | 'rw_diklat',
  service: 'rw-kursus' | 'rw-diklat',
  fields: readonly ImportField[],
  words: Pick<ImportKind, 'name' | 'lead'>,
): ImportKind => ({
  kind,
  ...words,
  notes,
  fields,
  json: rowsIn,
  missing: mapped =>
    !mapped.has('nip') && !mapped.has('orangId')
      ? {
          field: 'nip',
          id: 'Pilih kolom NIP, atau ID orang SIASN.',
          en: 'Choose the column of the NIP, or of the SIASN person id.',
        }
      : mapped.has('endedOn') || mapped.has('startedOn')
        ? null
        : {
            field: 'endedOn',
            id: 'Pilih kolom tanggal selesai, atau tanggal mulai.',
            en: 'Choose the column of the last day, or of the first.',
          },
  subject: personSubject,
  async prepare(p) {
    const orangIds = [
      ...new Set(p.rows.flatMap(cells => (typeof cells.orangId === 'string' && !cells.nip ? [cells.orangId] : []))),
    ]
    const known = orangIds.length > 0 ? await p.read(tx => nipsOf(tx, orangIds)) : new Map<string, string>()
    const named = [...known.values()].map(nip => ({ nip }))
    const persons = await loadPersons({ ...p, rows: [...p.rows, ...named] }, ['nip'])
    return { check: cells => checkHistory(service, cells, { instansiId: p.instansiId, today: p.today, persons, known }) }
  },
  before: () => before,
  apply: (tx, batch) => write(tx, batch, service),
  fact: 'learning.recorded',
})

export const nationalKursusImport = historyImport('rw_kursus', 'rw-kursus', kursusFields, {
  name: { id: 'Riwayat kursus SIASN (rw-kursus)', en: 'SIASN course histories (rw-kursus)' },
  lead: {
    id: 'Riwayat kursus dan pelatihan nonstruktural dari SIASN, JSON atau XLSX.',
    en: 'Courses and training other than leadership from SIASN, JSON or XLSX.',
  },
})
export const nationalStructuralImport = historyImport('rw_diklat', 'rw-diklat', diklatFields, {
  name: { id: 'Riwayat diklat SIASN (rw-diklat)', en: 'SIASN leadership histories (rw-diklat)' },
  lead: { id: 'Riwayat pelatihan kepemimpinan dari SIASN, JSON atau XLSX.', en: 'Leadership training from SIASN, JSON or XLSX.' },
})
