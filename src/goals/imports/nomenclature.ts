import {
  type AcceptedRow,
  type Batch,
  type Cells,
  type Checked,
  type FieldError,
  type ImportField,
  type ImportKind,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { codeFlawWords } from '../code-words.ts'
import { codeFromParts, kegiatanText, readCode } from '../rules/code.ts'
import { type Version, versions } from '../versions.ts'
import { subjectOf } from './goal-check.ts'

const choices = versions.map(version => ({
  value: version.key,
  label: { id: version.act, en: version.act },
  names: [version.key, version.key.replace('/', ' Tahun '), version.act.replace(/^\S+/, 'Keputusan Menteri Dalam Negeri')],
}))

const fields: readonly ImportField[] = [
  {
    key: 'version',
    label: { id: 'Versi', en: 'Version' },
    headers: ['Versi nomenklatur', 'Peraturan', 'Dasar'],
    required: true,
    fixable: true,
    choices,
    examples: [choices[0]!.label.id, choices[0]!.label.id],
  },
  {
    key: 'code',
    label: { id: 'Kode', en: 'Code' },
    headers: ['KODE', 'Kodefikasi', 'Kode Nomenklatur', 'Kode Rekening', 'Kode Sub Kegiatan'],
    help: {
      id: 'Lengkap, misalnya 5.03.02.1.03.0001. Format kolomnya Teks.',
      en: 'In full, such as 5.03.02.1.03.0001. As text.',
    },
    examples: ['5.03.02.1.03', '5.03.02.1.03.0001'],
  },
  {
    key: 'name',
    label: { id: 'Nama', en: 'Name' },
    headers: [
      'Uraian',
      'Nomenklatur',
      'Nomenklatur Urusan',
      'NOMENKLATUR URUSAN PROVINSI',
      'NOMENKLATUR URUSAN KABUPATEN/KOTA',
      'Nama Nomenklatur',
      'Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan',
    ],
    required: true,
    examples: ['Pengembangan Kompetensi ASN', 'Peningkatan Kapasitas Kinerja ASN'],
  },
  {
    key: 'urusan',
    label: { id: 'Urusan', en: 'Affair' },
    headers: ['Kode Urusan'],
    help: {
      id: 'Bila kodenya terpisah per kolom, seperti pada lampiran.',
      en: 'Where the code is split over columns, as in the annex.',
    },
    examples: ['', ''],
  },
  {
    key: 'bidang',
    label: { id: 'Bidang urusan', en: 'Field of affairs' },
    headers: ['Kode Bidang Urusan', 'Bidang'],
    examples: ['', ''],
  },
  { key: 'program', label: { id: 'Program', en: 'Programme' }, headers: ['Kode Program'], examples: ['', ''] },
  { key: 'kegiatan', label: { id: 'Kegiatan', en: 'Kegiatan' }, headers: ['Kode Kegiatan'], examples: ['', ''] },
  { key: 'sub', label: { id: 'Sub kegiatan', en: 'Sub kegiatan' }, headers: ['Subkegiatan'], examples: ['', ''] },
]

const codeKey = (version: string, code: string) => `${version} ${code}`

/** The code in one cell, or put together from a column for each level. */
function codeText(row: RowReader, cells: Cells, version: Version): string | null {
  const whole = row.text('code', 60)
  if (whole !== null) return whole
  const part = (field: string) => row.text(field, 20) ?? ''
  const kegiatan = cells.kegiatan
  return (
    codeFromParts(
      {
        urusan: part('urusan'),
        bidang: part('bidang'),
        program: part('program'),
        kegiatan: typeof kegiatan === 'number' ? kegiatanText(kegiatan) : part('kegiatan'),
        sub: part('sub'),
      },
      version.subDigits,
    ) || null
  )
}

function checkCode(cells: Cells): Checked {
  const row = new RowReader(cells, fields)
  const key = row.need('version', row.choice('version', choices))
  const version = versions.find(one => one.key === key)
  const name = row.need('name', row.text('name', 600))
  const text = version ? row.need('code', codeText(row, cells, version)) : null
  const reading = text === null ? null : readCode(text)
  const field = cells.code === undefined && cells.urusan !== undefined ? 'urusan' : 'code'
  if (reading && !reading.ok) row.refuse(field, codeFlawWords(reading.flaw))
  if (reading?.ok && version && reading.code.subDigits !== null && reading.code.subDigits !== version.subDigits) {
    row.refuse(field, {
      id: `Sub kegiatan ${version.act} berangka ${version.subDigits}, sedangkan kode ini berangka ${reading.code.subDigits}. Periksa versinya.`,
      en: `The sub kegiatan of ${version.act} have ${version.subDigits} digits, but this code has ${reading.code.subDigits}. Check the version.`,
    })
  }
  if (row.errors.length > 0 || !version || name === null || !reading?.ok) return { ok: false, errors: row.errors }
  const { code, level, government, parent } = reading.code
  const values: Values = {
    version: version.key,
    code,
    name: name.replace(/\s+/g, ' '),
    level,
    verified: true,
    ...(parent === null ? {} : { parentCode: parent }),
    ...(government === null ? {} : { government }),
  }
  const claim = {
    field,
    thing: codeKey(version.key, code),
    says: values.name as string,
    name: { id: `kode ${code}`, en: `code ${code}` },
  }
  return { ok: true, values, claims: [claim] }
}

/** Codes whose parent is neither standing nor in the file; the first row of a branch says it, those below it fall with it. */
function withoutParent(rows: readonly AcceptedRow[], standing: ReadonlySet<string>): Map<number, FieldError[]> {
  const refused = new Map<number, FieldError[]>()
  for (let before = -1; refused.size > before; ) {
    before = refused.size
    const left = rows.filter(row => !refused.has(row.rowNumber))
    const written = new Set(left.map(({ values }) => codeKey(String(values.version), String(values.code))))
    for (const { rowNumber, values } of left) {
      if (values.parentCode === undefined) continue
      const key = codeKey(String(values.version), String(values.parentCode))
      if (standing.has(key) || written.has(key)) continue
      refused.set(rowNumber, [
        {
          field: 'code',
          id: `Induknya ${values.parentCode} tidak ada di berkas ini maupun di versi ini. Tambahkan barisnya, atau betulkan kodenya.`,
          en: `Its parent ${values.parentCode} is neither in this file nor in this version. Add its row, or correct the code.`,
        },
      ])
    }
  }
  return refused
}

async function loadCodes(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ version: string; code: string }>`SELECT version, code FROM nomenclature`.execute(tx)
  return new Set(rows.map(row => codeKey(row.version, row.code)))
}

async function write(tx: Tx, batch: Batch) {
  await sql`
    INSERT INTO nomenclature (version, code, parent_code, level, government, name, verified, import_id)
    SELECT s.values->>'version', s.values->>'code', s.values->>'parentCode', s.values->>'level', s.values->>'government', s.values->>'name',
           true, ${batch.importId}::int
    FROM (${batch.rows}) s
    ON CONFLICT (version, code) DO UPDATE SET name = excluded.name, verified = true, import_id = excluded.import_id`.execute(tx)
}

export const nomenclatureImport: ImportKind = {
  kind: 'nomenklatur',
  national: true,
  sheet: 'ALL',
  name: { id: 'Nomenklatur program dan kegiatan', en: 'Nomenclature of programmes and kegiatan' },
  lead: {
    id: 'Kode dan nama urusan, program, kegiatan, dan sub kegiatan satu versi peraturan; berlaku bagi semua pemerintah daerah.',
    en: 'Codes and names of affairs, programmes, kegiatan and sub kegiatan of one version of the act; for all governments.',
  },
  notes: [
    {
      id: 'Lembar “KODEFIKASI SIPD” dapat langsung diunggah: yang dibaca lembar ALL bila ada. Pilih versinya satu kali untuk semua baris.',
      en: 'The sheet “KODEFIKASI SIPD” can be uploaded as it is: its sheet ALL is read. Choose the version once for all rows.',
    },
    {
      id: 'Kode di satu kolom, atau terpisah per tingkat seperti pada lampiran peraturan.',
      en: 'The code in one column, or split by level as in the annex of the act.',
    },
  ],
  fields,
  missing: mapped =>
    mapped.has('code') || mapped.has('urusan')
      ? null
      : {
          field: 'code',
          id: 'Pilih kolom kode; atau, bila kodenya terpisah, kolom urusan sampai sub kegiatan.',
          en: 'Choose the column of the code; or, where it is split, the columns from the affair to the sub kegiatan.',
        },
  subject: cells => subjectOf(cells, ['code', 'name']),
  async prepare(p) {
    const standing = await p.read(loadCodes)
    return { check: checkCode, together: rows => withoutParent(rows, standing) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_strip_nulls(jsonb_build_object('version', n.version, 'code', n.code, 'name', n.name, 'level', n.level,
      'verified', n.verified, 'parentCode', n.parent_code, 'government', n.government)) AS before
    FROM staged s JOIN nomenclature n ON n.version = s.values->>'version' AND n.code = s.values->>'code'`,
  apply: write,
}
