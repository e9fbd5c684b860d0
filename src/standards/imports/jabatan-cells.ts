import type { Cells, ImportField, RowReader } from '../../imports/index.ts'
import { namedBy } from '../../imports/index.ts'
import type { PostFinder } from '../../people/imports/index.ts'

/** The columns that name a jabatan. */
export const jabatanFields: readonly ImportField[] = [
  {
    key: 'jabatanCode',
    label: { id: 'Kode jabatan', en: 'Post code' },
    headers: ['KODE JAB', 'Kode'],
    examples: ['DINKES-KB1', ''],
    help: { id: 'Lebih pasti daripada nama.', en: 'Surer than the name.' },
  },
  {
    key: 'jabatan',
    label: { id: 'Nama jabatan', en: 'Post' },
    headers: ['Jabatan', 'JABATAN NAMA'],
    examples: ['', 'Analis Keuangan'],
  },
  {
    key: 'unit',
    label: { id: 'Unit', en: 'Unit' },
    headers: ['UNOR NAMA', 'Unit Kerja', 'Nama Unit', 'Kode Unit'],
    examples: ['', 'Sekretariat'],
    help: { id: 'Membedakan jabatan yang namanya sama.', en: 'Tells posts of the same name apart.' },
  },
  {
    key: 'unitParent',
    label: { id: 'Unit induk', en: 'Parent unit' },
    headers: ['UNOR INDUK NAMA', 'OPD', 'Perangkat Daerah', 'Office'],
    examples: ['', 'Dinas Kesehatan'],
  },
]

export const missingJabatan = (mapped: ReadonlySet<string>) =>
  mapped.has('jabatanCode') || mapped.has('jabatan')
    ? null
    : {
        field: 'jabatanCode',
        id: 'Pilih kolom kode jabatan atau nama jabatan.',
        en: 'Choose the column of the post code or the post name.',
      }

export const jabatanSubject = (cells: Cells) => namedBy(cells.jabatanCode, cells.jabatan, cells.unit)

/** The jabatan that a row names; null, with the reason said, where it names none. */
export function namedJabatan(row: RowReader, posts: PostFinder): { id: number; name: string } | null {
  const [code, name, unitText] = [row.text('jabatanCode', 100), row.text('jabatan'), row.text('unit')]
  // A code says enough: a unit beside it is for reading, and two units may bear one name.
  const unit = unitText === null || code !== null ? null : posts.unit(unitText, row.text('unitParent'))
  if (unit && !unit.ok) row.refuse(unit.field, unit.words)
  if (code === null && name === null) row.need('jabatanCode', null)
  if ((code === null && name === null) || (unit && !unit.ok)) return null
  const post = posts.jabatan(code, name, unit?.found ?? null)
  if (post.ok) return { id: post.found.id, name: post.found.name }
  row.refuse(post.field, post.words)
  return null
}
