import { describe, expect, it } from 'vitest'
import type { Cell } from '../../platform/sheet/index.ts'
import type { Choice, ImportField } from '../kind.ts'
import { NameIndex, plainName } from './plain-name.ts'
import { columnsOf, recogniseColumns } from './recognise.ts'
import { RowReader } from './row-reader.ts'
import { settleClaims } from './settle-claims.ts'

const field = (key: string, label: string, ...headers: string[]): ImportField => ({
  key,
  label: { id: label, en: key },
  headers,
  examples: [],
})
const read = (cell: Cell, work: (row: RowReader) => unknown) => {
  const row = new RowReader({ x: cell }, [field('x', 'Isian')])
  return { value: work(row), errors: row.errors.map(error => error.id) }
}

describe('names', () => {
  it('are one whatever their case and signs', () => {
    expect(['NIP_BARU', 'Nip Baru', 'nipBaru', ' nip-baru '].map(plainName)).toEqual(Array(4).fill('nipbaru'))
    expect(plainName('Orientasi pada Hasil')).toBe(plainName('orientasiPadaHasil'))
  })
  it('misspelt ones find what they mean, others nothing', () => {
    const index = new NameIndex(['Analis Keuangan', 'Kepala Dinas Kesehatan', 'Pranata Komputer Ahli Muda'])
    expect(index.nearest('Analis Keungan')).toBe('Analis Keuangan')
    expect(index.nearest('Kepala Dinas Kesehatn')).toBe('Kepala Dinas Kesehatan')
    expect(index.nearest('Juru Masak')).toBeNull()
    const offices = ['Perhubungan', 'Perdagangan', 'Pertanian dan Pangan', 'Sosial', 'Kesehatan'].map(
      name => `Kepala Dinas ${name}`,
    )
    expect(new NameIndex(offices).nearest('Kepala Dinas Pertanin dan Pangan')).toBe('Kepala Dinas Pertanian dan Pangan')
    expect(new NameIndex(offices).nearest('Kepala Dinas Kebakaran')).toBeNull()
  })
})

describe('columns', () => {
  const fields = [field('nip', 'NIP', 'NIP BARU'), field('name', 'Nama'), field('post', 'Jabatan', 'JABATAN NAMA')]
  it('are known by label or by another name, one column a field', () => {
    expect(recogniseColumns(['No', 'NIP LAMA', 'NIP BARU', 'nama', 'JABATAN_NAMA'], fields)).toEqual({ nip: 2, name: 3, post: 4 })
    expect(recogniseColumns(['NIP', 'NIP BARU'], [fields[0]!, field('other', 'NIP')])).toEqual({ nip: 0 })
  })
  it('are found under titles and a merged header of two rows, with examples', () => {
    const rows: Cell[][] = [
      ['REKAPITULASI HASIL'],
      [],
      ['No', 'Nama', 'NIP', 'Kompetensi', null],
      [null, null, null, 'Integritas', 'Kerja Sama'],
      [1, 'Siti', '199001012020122001', 3, 2],
    ]
    const found = columnsOf(rows)!
    expect(found.columns.map(column => column.header)).toEqual(['No', 'Nama', 'NIP', 'Integritas', 'Kerja Sama'])
    expect(found.dataStart).toBe(4)
    expect(found.columns[2]!.examples).toEqual(['199001012020122001'])
  })
})

describe('a row', () => {
  it.each<[Cell, string]>([
    [1.99e17, 'Excel mengubah NIP menjadi 1,99E+17 sehingga angkanya hilang.'],
    ['1,99001E+17', 'Excel mengubah NIP menjadi 1,99001E+17'],
    ['199001012020121000', 'berakhir 000: Excel membulatkan'],
    ['19900101', 'NIP ini 8 angka, seharusnya 18.'],
    ['199002302020121001', 'NIP memuat tanggal lahir 30-02-1990 yang tidak ada.'],
    ['199001012020131001', 'bulan pengangkatan 13'],
    ['199001012020123001', 'Angka ke-15 NIP adalah 3'],
    ['1990010120201210ab', 'NIP hanya boleh berisi angka'],
  ])('refuses the NIP %s and says why', (cell, words) => {
    const { value, errors } = read(cell, row => row.nip('x', 'pns'))
    expect(value).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(words)
  })
  it('reads a NIP with spaces; that of a PPPK holds no month', () => {
    expect(read("'19900101 202012 1 001", row => row.nip('x', 'pns'))).toEqual({ value: '199001012020121001', errors: [] })
    expect(read('199001012022211001', row => row.nip('x', 'pppk'))).toEqual({ value: '199001012022211001', errors: [] })
  })
  it.each<[Cell, string | null]>([
    ['31-12-2025', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    [new Date('2025-12-31T00:00:00Z'), '2025-12-31'],
    ['31/02/2025', null],
    ['kemarin', null],
    ['-', null],
  ])('reads the date %s', (cell, date) => expect(read(cell, row => row.date('x')).value).toBe(date))
  it('says which day does not exist', () =>
    expect(read('31-02-2025', row => row.date('x')).errors).toEqual([
      'Tanggal 31-02-2025 tidak ada dalam kalender. Tulis hari-bulan-tahun, misalnya 31-12-2025.',
    ]))
  it.each<[Cell, number | null, string[]]>([
    [3, 3, []],
    ['4', 4, []],
    [7, null, ['Tingkat 7 tidak ada; isi 1 sampai 5.']],
    [0, null, ['Tingkat 0 tidak ada; isi 1 sampai 5.']],
    [3.5, null, ['Tingkat 3,5 tidak ada; isi 1 sampai 5.']],
    ['tinggi', null, ['Tingkat tinggi tidak ada; isi 1 sampai 5.']],
    [null, null, []],
    ['-', null, []],
  ])('reads the level %s', (cell, level, errors) => expect(read(cell, row => row.level('x'))).toEqual({ value: level, errors }))
  it('knows a category by its spellings and names the choices otherwise', () => {
    const sexes: Choice[] = [{ value: 'l', label: { id: 'Laki-laki', en: 'Male' }, names: ['M'] }]
    expect(read('LAKI LAKI', row => row.choice('x', sexes)).value).toBe('l')
    expect(read('m', row => row.choice('x', sexes)).value).toBe('l')
    expect(read('apa', row => row.choice('x', sexes)).errors).toEqual(['“apa” tidak dikenal. Pilih salah satu: Laki-laki.'])
  })
  it('names a blank field once', () => {
    const row = new RowReader({}, [field('x', 'Nama jabatan')])
    row.need('x', row.text('x'))
    row.need('x', null)
    expect(row.errors.map(error => error.id)).toEqual(['Nama jabatan kosong. Isi kolom ini.'])
  })
  it('keeps HTML as the text it is, and refuses what is far too long', () => {
    expect(read('<b>Siti</b> & co', row => row.text('x')).value).toBe('<b>Siti</b> & co')
    expect(read('a'.repeat(301), row => row.text('x')).errors).toEqual([
      'Isi terlalu panjang (301 huruf); paling banyak 300. Ringkaskan.',
    ])
  })
})

describe('rows of one file', () => {
  const claim = (thing: string, says: string, shared = false) => ({
    field: 'f',
    thing,
    says,
    name: { id: thing, en: thing },
    shared,
  })
  it('that say the same twice are skipped, naming the first', () => {
    const { refused, skipped } = settleClaims([
      { rowNumber: 2, claims: [claim('a', '1')] },
      { rowNumber: 3, claims: [claim('b', '1')] },
      { rowNumber: 4, claims: [claim('a', '1')] },
    ])
    expect(refused.size).toBe(0)
    expect([...skipped]).toEqual([[4, { id: 'Sama persis dengan baris 2; dilewati.', en: 'Exactly like row 2; skipped.' }]])
  })
  it('that contradict each other are all refused, each naming the other', () => {
    const { refused, skipped } = settleClaims([
      { rowNumber: 2, claims: [claim('a', '1')] },
      { rowNumber: 3, claims: [claim('a', '2')] },
      { rowNumber: 4, claims: [claim('a', '1')] },
    ])
    expect(skipped.size).toBe(0)
    expect([...refused].map(([row, errors]) => [row, /baris (\d+)/.exec(errors[0]!.id.slice(20))![1]])).toEqual([
      [2, '3'],
      [3, '2'],
      [4, '3'],
    ])
  })
  it('of which many name one thing: only who differs from most is refused', () => {
    const { refused } = settleClaims([
      { rowNumber: 2, claims: [claim('u', 'x', true), claim('a', '')] },
      { rowNumber: 3, claims: [claim('u', 'y', true), claim('b', '')] },
      { rowNumber: 4, claims: [claim('u', 'x', true), claim('c', '')] },
    ])
    expect([...refused.keys()]).toEqual([3])
  })
  it('that repeat only a part say something new', () => {
    const { skipped } = settleClaims([
      { rowNumber: 2, claims: [claim('a', '1')] },
      { rowNumber: 3, claims: [claim('a', '1'), claim('b', '1')] },
    ])
    expect(skipped.size).toBe(0)
  })
})
