import { type Cells, type Checked, type Claim, type ImportField, RowReader, type Values } from '../../imports/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Jenis } from '../labels.ts'
import { jenisJabatan, jenjangs, yesNo } from './choices.ts'
import type { Tree } from './jabatan-tree.ts'

export const jabatanFields: readonly ImportField[] = [
  {
    key: 'unitCode',
    label: { id: 'Kode unit', en: 'Unit code' },
    headers: ['KODE UNOR', 'Kode Unit Kerja', 'Kode Unit Organisasi', 'UNOR ID'],
    required: true,
    examples: ['DINKES', 'DINKES.B1'],
  },
  {
    key: 'unitName',
    label: { id: 'Nama unit', en: 'Unit name' },
    headers: ['UNOR NAMA', 'NAMA UNOR', 'Unit Kerja', 'Unit Organisasi', 'Unit', 'NamaUnor'],
    help: { id: 'Wajib untuk unit baru.', en: 'Needed for a new unit.' },
    examples: ['Dinas Kesehatan', 'Bidang Kesehatan Masyarakat'],
  },
  {
    key: 'unitParentCode',
    label: { id: 'Kode unit induk', en: 'Parent unit code' },
    headers: ['KODE UNOR INDUK', 'Kode Induk', 'Kode Atasan', 'DIATASAN ID'],
    help: {
      id: 'Kosong: unit baru langsung di bawah puncak instansi.',
      en: 'Blank: a new unit stands right below the top of the agency.',
    },
    examples: ['', 'DINKES'],
  },
  {
    key: 'code',
    label: { id: 'Kode jabatan', en: 'Post code' },
    headers: ['KODE JAB', 'ID Jabatan'],
    help: {
      id: 'Kosongkan bersama nama jabatan untuk baris yang hanya berisi unit.',
      en: 'Leave blank with the post name for a row that holds a unit only.',
    },
    examples: ['DINKES-KA', 'DINKES-KB1'],
  },
  {
    key: 'name',
    label: { id: 'Nama jabatan', en: 'Post name' },
    headers: ['JABATAN NAMA', 'Jabatan', 'NamaJabatan'],
    help: { id: 'Wajib untuk jabatan baru.', en: 'Needed for a new post.' },
    examples: ['Kepala Dinas Kesehatan', 'Kepala Bidang Kesehatan Masyarakat'],
  },
  {
    key: 'jenis',
    label: { id: 'Jenis jabatan', en: 'Kind of post' },
    headers: ['JENIS JABATAN NAMA', 'Jenis'],
    help: { id: 'Bila kosong, mengikuti jenjang.', en: 'Where blank, follows the jenjang.' },
    examples: ['Jabatan pimpinan tinggi', 'Jabatan administrator'],
    choices: jenisJabatan,
  },
  {
    key: 'jenjang',
    label: { id: 'Jenjang', en: 'Jenjang' },
    headers: ['Jenjang Jabatan', 'Eselon', 'ESELON NAMA', 'Kelas Jenjang'],
    help: {
      id: 'Wajib untuk jabatan baru, kecuali namanya berakhir dengan jenjang (… Ahli Muda).',
      en: 'Needed for a new post unless its name ends in one (… Ahli Muda).',
    },
    examples: ['JPT Pratama', 'Administrator'],
    choices: jenjangs,
  },
  {
    key: 'urusan',
    label: { id: 'Urusan', en: 'Affair' },
    headers: ['Urusan Pemerintahan', 'Bidang Urusan'],
    help: {
      id: 'Misalnya kesehatan; menentukan standar teknis bawaan.',
      en: 'Such as kesehatan; decides the default technical standard.',
    },
    examples: ['kesehatan', 'kesehatan'],
  },
  {
    key: 'isHead',
    label: { id: 'Kepala unit', en: 'Head of unit' },
    headers: ['Kepala', 'Pimpinan Unit', 'Jabatan Kepala'],
    help: { id: 'ya untuk jabatan yang memimpin unitnya.', en: 'ya for the post that leads its unit.' },
    examples: ['ya', 'ya'],
    choices: yesNo,
  },
  {
    key: 'seats',
    label: { id: 'Formasi', en: 'Seats' },
    headers: ['Kebutuhan', 'Jumlah formasi', 'Kuota', 'Jumlah kebutuhan'],
    help: { id: 'Berapa orang yang boleh mendudukinya.', en: 'How many may hold it.' },
    examples: [1, 1],
    type: 'number',
  },
]

const jenisOf = (jenjang: Jenjang): Jenis => {
  if (jenjang.startsWith('jpt')) return 'jpt'
  return jenjang === 'administrator' || jenjang === 'pengawas' || jenjang === 'pelaksana' ? jenjang : 'fungsional'
}

const suffixes: [RegExp, Jenjang][] = [
  [/ahli pertama$/i, 'ahli_pertama'],
  [/ahli muda$/i, 'ahli_muda'],
  [/ahli madya$/i, 'ahli_madya'],
  [/ahli utama$/i, 'ahli_utama'],
  [/pemula$/i, 'pemula'],
  [/terampil$/i, 'terampil'],
  [/mahir$/i, 'mahir'],
  [/penyelia$/i, 'penyelia'],
]

/** One row: a unit, and a jabatan in it unless both its code and name are blank. */
export function checkJabatan(cells: Cells, tree: Tree): Checked {
  const row = new RowReader(cells, jabatanFields)
  const values: Values = {}
  const claims: Claim[] = []
  const set = (key: string, value: string | number | boolean | null) => {
    if (value !== null) values[key] = value
  }
  const unitCode = row.need('unitCode', row.text('unitCode', 100))
  readUnit(row, unitCode, tree, set)
  const [code, name] = [row.text('code', 100), row.text('name')]
  if (code !== null || name !== null) {
    set('code', row.need('code', code))
    set('name', name)
    readJabatan(row, code !== null && !tree.hasJabatan(code), name, set)
  }
  if (row.errors.length > 0) return { ok: false, errors: row.errors }
  const unit = { id: `unit ${unitCode}`, en: `unit ${unitCode}` }
  if (values.unitName)
    claims.push({ field: 'unitName', thing: `name of ${unitCode}`, says: String(values.unitName), name: unit, shared: true })
  if (values.unitParentCode) {
    claims.push({
      field: 'unitParentCode',
      thing: `parent of ${unitCode}`,
      says: String(values.unitParentCode),
      name: unit,
      shared: true,
    })
  }
  if (code === null) claims.push({ field: 'unitCode', thing: `unit ${unitCode}`, says: '', name: unit })
  else
    claims.push({
      field: 'code',
      thing: `jabatan ${code}`,
      says: JSON.stringify(values),
      name: { id: `jabatan ${code}`, en: `post ${code}` },
    })
  if (values.isHead === true) {
    claims.push({
      field: 'isHead',
      thing: `head of ${unitCode}`,
      says: String(code),
      name: { id: `kepala unit ${unitCode}`, en: `the head of unit ${unitCode}` },
    })
  }
  return { ok: true, values, claims }
}

function readUnit(row: RowReader, unitCode: string | null, tree: Tree, set: (key: string, value: string | null) => void) {
  const [unitName, parent] = [row.text('unitName'), row.text('unitParentCode', 100)]
  set('unitCode', unitCode)
  set('unitName', unitName)
  if (unitCode === null) return
  if (parent !== null && parent === unitCode) {
    row.refuse('unitParentCode', {
      id: `Unit ${unitCode} menjadi induk dirinya sendiri. Isi kode unit di atasnya, atau kosongkan bila langsung di bawah puncak.`,
      en: `Unit ${unitCode} is its own parent. Give the code of the unit above, or leave it blank right below the top.`,
    })
  }
  set('unitParentCode', parent ?? tree.defaultParent(unitCode))
}

function readJabatan(
  row: RowReader,
  isNew: boolean,
  name: string | null,
  set: (key: string, value: string | number | boolean | null) => void,
) {
  const given = row.choice('jenjang', jenjangs) as Jenjang | null
  const jenis = row.choice('jenis', jenisJabatan) as Jenis | 'struktural' | null
  const byName = name === null ? null : (suffixes.find(([suffix]) => suffix.test(name))?.[1] ?? null)
  const onlyOne = jenis === 'administrator' || jenis === 'pengawas' || jenis === 'pelaksana' ? jenis : null
  const jenjang = given ?? onlyOne ?? (isNew ? byName : null)
  if (isNew) {
    row.need('name', name)
    row.need('jenjang', jenjang)
  }
  if (jenjang !== null && jenis !== null) {
    const fits =
      jenis === 'struktural' ? ['jpt', 'administrator', 'pengawas'].includes(jenisOf(jenjang)) : jenisOf(jenjang) === jenis
    if (!fits) {
      row.refuse('jenis', {
        id: 'Jenis jabatan tidak cocok dengan jenjangnya. Betulkan salah satu; bila jenis dikosongkan, jenjang yang dipakai.',
        en: 'The kind of post does not fit its jenjang. Correct one; where the kind is blank, the jenjang decides.',
      })
    }
  }
  const isHead = row.choice('isHead', yesNo)
  set('jenjang', jenjang)
  set('jenis', jenjang === null ? null : jenisOf(jenjang))
  set('urusan', row.text('urusan', 100)?.toLowerCase().replace(/\s+/g, '_') ?? null)
  set('isHead', isHead === null ? (isNew ? false : null) : isHead === 'ya')
  set('seats', row.whole('seats', 0, 9999))
}
