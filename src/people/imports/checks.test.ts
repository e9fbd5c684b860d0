import { describe, expect, it } from 'vitest'
import type { Cells } from '../../imports/index.ts'
import { PostFinder } from './finder.ts'
import { checkJabatan } from './jabatan-check.ts'
import { Tree } from './jabatan-tree.ts'
import { checkPegawai } from './pegawai-check.ts'
import type { Person } from './persons.ts'

const units = [
  { id: 1, code: 'R', name: 'Pemerintah Provinsi', parentId: null },
  { id: 2, code: 'DINKES', name: 'Dinas Kesehatan', parentId: 1 },
  { id: 3, code: 'DISDIK', name: 'Dinas Pendidikan', parentId: 1 },
  { id: 4, code: 'DINKES.SEK', name: 'Sekretariat', parentId: 2 },
  { id: 5, code: 'DISDIK.SEK', name: 'Sekretariat', parentId: 3 },
  { id: 6, code: '1.11', name: 'Bidang Satu', parentId: 2 },
  { id: 7, code: '11.1', name: 'Bidang Dua', parentId: 2 },
]
const posts = new PostFinder(units, [
  { id: 10, code: 'KA', name: 'Kepala Dinas', unitId: 2 },
  { id: 11, code: 'AK1', name: 'Analis Keuangan', unitId: 4 },
  { id: 12, code: 'AK2', name: 'Analis Keuangan', unitId: 5 },
])
const person = (nip: string, instansiId = 19): Person => ({ pegawaiId: 7, instansiId, nip, name: 'Siti', employment: 'pns' })
const known = '198505172010012014'
const persons = {
  byNip: new Map([
    [known, person(known)],
    ['197001011995031001', person('197001011995031001', 20)],
  ]),
  byFormerNip: new Map([['198505172022212014', person(known)]]),
}
const lookup = { instansiId: 19, today: '2026-11-22', persons, posts }
const fresh = { nip: '199001012020121001', name: 'Budi', employment: 'PNS', jabatan: 'Kepala Dinas', unit: 'DINKES' }
const pegawai = (cells: Cells) => checkPegawai(cells, lookup)
const reasons = (result: ReturnType<typeof pegawai>) =>
  result.ok ? [] : result.errors.map(error => `${error.field}: ${error.id}`)

describe('a row of the roster', () => {
  it('of somebody new takes birth date and sex from the NIP', () => {
    expect(pegawai(fresh)).toMatchObject({
      ok: true,
      values: {
        nip: '199001012020121001',
        name: 'Budi',
        employment: 'pns',
        status: 'aktif',
        sex: 'l',
        birthDate: '1990-01-01',
        unitId: 2,
        jabatanId: 10,
        employedFrom: '2020-12-01',
      },
    })
  })
  it('of somebody known holds only what is filled', () => {
    expect(pegawai({ nip: known, golongan: 'iii/D', education: 'S-1/Sarjana', status: 'Tugas Belajar' })).toMatchObject({
      ok: true,
      values: { nip: known, pegawaiId: 7, golongan: 'III/d', education: 's1', status: 'tugas_belajar' },
    })
    expect(Object.keys((pegawai({ nip: known }) as { values: object }).values).sort()).toEqual(['nip', 'pegawaiId'])
  })
  it('needs name, employment and a place for somebody new, and says all at once', () => {
    expect(reasons(pegawai({ nip: '199001012020121001' }))).toEqual([
      'name: Nama kosong. Isi kolom ini.',
      'employment: Status kepegawaian kosong. Isi kolom ini.',
      'unit: Unit kosong. Isi kolom ini.',
    ])
  })
  it('reads the employment of SIASN: P, C, and PPPK in the legal standing', () => {
    const employment = (cells: Cells) =>
      (pegawai({ ...fresh, ...cells }) as { values: Record<string, unknown> }).values.employment
    expect(employment({ employment: 'P' })).toBe('pns')
    expect(employment({ employment: 'C' })).toBe('cpns')
    expect(employment({ nip: '199001012022211001', employment: 'P', status: 'PPPK Aktif' })).toBe('pppk')
    expect(employment({ nip: '199001012022211001', employment: undefined, golongan: 'IX' })).toBe('pppk')
  })
  it('puts titles around the name, once', () => {
    const name = (cells: Cells) => (pegawai({ ...fresh, ...cells }) as { values: Record<string, unknown> }).values.name
    expect(name({ titleBefore: 'dr.', titleAfter: 'M.Kes.' })).toBe('dr. Budi, M.Kes.')
    expect(name({ name: 'dr. Budi, M.Kes.', titleBefore: 'dr.', titleAfter: 'M.Kes.' })).toBe('dr. Budi, M.Kes.')
  })
  it.each<[string, Cells, RegExp]>([
    [
      'a birth date that contradicts the NIP',
      { ...fresh, birthDate: '02-01-1990' },
      /^birthDate: Tanggal lahir 02-01-1990 tidak sama dengan 01-01-1990 di dalam NIP/,
    ],
    ['a sex that contradicts the NIP', { ...fresh, sex: 'P' }, /^sex: .*angka ke-15/],
    [
      'a NIP of another instansi',
      { ...fresh, nip: '197001011995031001' },
      /^nip: Orang dengan NIP ini terdaftar di instansi lain/,
    ],
    [
      'a NIP that was replaced',
      { ...fresh, nip: '198505172022212014', employment: 'PPPK' },
      /^nip: NIP ini sudah diganti menjadi 198505172010012014/,
    ],
    [
      'a jabatan that does not exist',
      { ...fresh, jabatan: 'Kepala Dinass' },
      /^jabatan: Jabatan “Kepala Dinass” tidak ada.*Mungkin maksudnya “Kepala Dinas”/,
    ],
    [
      'a unit that does not exist',
      { ...fresh, unit: 'Dinas Kesehatn' },
      /^unit: Unit “Dinas Kesehatn” tidak ada.*Mungkin maksudnya “Dinas Kesehatan”/,
    ],
    ['a jabatan of another unit', { ...fresh, unit: 'DISDIK' }, /^jabatan: Jabatan “Kepala Dinas” ada di unit “Dinas Kesehatan”/],
    [
      'a unit name that several have',
      { ...fresh, jabatan: 'Analis Keuangan', unit: 'Sekretariat' },
      /^unit: Ada 2 unit bernama “Sekretariat”.*DINKES\.SEK \(di Dinas Kesehatan\)/,
    ],
    [
      'a post name that several have',
      { ...fresh, jabatan: 'Analis Keuangan', unit: undefined },
      /^jabatan: Ada 2 jabatan bernama/,
    ],
    ['a TMT to come', { ...fresh, tmtJabatan: '01-01-2030' }, /^tmtJabatan: TMT 01-01-2030 belum tiba/],
    ['an unknown rank', { ...fresh, golongan: 'V/z' }, /^golongan: Golongan “V\/z” tidak dikenal/],
  ])('refuses %s', (_, cells, reason) => {
    expect(reasons(pegawai(cells))).toHaveLength(1)
    expect(reasons(pegawai(cells))[0]).toMatch(reason)
  })
  it('finds a unit by name and parent, by a path either way, and codes by their signs', () => {
    const unitId = (cells: Cells) =>
      (pegawai({ ...fresh, jabatan: undefined, ...cells }) as { values: Record<string, unknown> }).values?.unitId
    expect(unitId({ unit: 'SEKRETARIAT', unitParent: 'DINAS PENDIDIKAN' })).toBe(5)
    expect(unitId({ unit: 'Sekretariat - Dinas Kesehatan' })).toBe(4)
    expect(unitId({ unit: 'Dinas Kesehatan / Sekretariat' })).toBe(4)
    expect(unitId({ unit: '1.11' })).toBe(6)
    expect(unitId({ unit: '11.1' })).toBe(7)
  })
  it('gives a known person a new NIP only by the previous one', () => {
    const renewed = pegawai({ nip: '198505172026012014', previousNip: known, employment: 'PNS' })
    expect(renewed).toMatchObject({ ok: true, values: { nip: '198505172026012014', pegawaiId: 7 } })
    expect(reasons(pegawai({ ...fresh, previousNip: '199001012020121009' }))[0]).toMatch(/^previousNip: Tidak ada pegawai/)
  })
})

describe('a row of units and posts', () => {
  const standing = {
    regionCode: '19',
    units: [
      { code: 'R', parentCode: null },
      { code: 'A', parentCode: 'R' },
      { code: 'B', parentCode: 'A' },
    ],
    jabatan: [{ code: 'A-KA', unitCode: 'A', isHead: true }],
  }
  const run = (rows: Cells[], from = standing) => {
    const tree = new Tree(from, rows)
    const checked = rows.map((cells, index) => ({ rowNumber: index + 2, result: checkJabatan(cells, tree) }))
    const accepted = checked.flatMap(({ rowNumber, result }) => (result.ok ? [{ rowNumber, values: result.values }] : []))
    const refused = new Map(
      [...checked].flatMap(({ rowNumber, result }) => (result.ok ? [] : [[rowNumber, result.errors] as const])),
    )
    for (const [rowNumber, errors] of tree.refuse(accepted)) refused.set(rowNumber, errors)
    return { accepted, refused: [...refused].map(([row, errors]) => `${row} ${errors[0]!.field}: ${errors[0]!.id}`) }
  }
  it('derives jenis and jenjang where they are clear', () => {
    const { accepted } = run([
      { unitCode: 'A', code: 'X', name: 'Analis Hukum Ahli Muda' },
      { unitCode: 'A', code: 'Y', name: 'Pengadministrasi', jenis: 'JFU' },
      { unitCode: 'A', code: 'Z', name: 'Kabid', jenis: 'Jabatan Struktural', jenjang: 'III.a' },
    ])
    expect(accepted.map(({ values }) => [values.jenis, values.jenjang])).toEqual([
      ['fungsional', 'ahli_muda'],
      ['pelaksana', 'pelaksana'],
      ['administrator', 'administrator'],
    ])
  })
  it('refuses a unit that is its own parent', () => {
    expect(run([{ unitCode: 'N', unitName: 'Baru', unitParentCode: 'N' }]).refused[0]).toMatch(
      /^2 unitParentCode: Unit N menjadi induk dirinya sendiri/,
    )
  })
  it('refuses a circle, with the way round, and what hangs on a refused row', () => {
    const { refused } = run([
      { unitCode: 'A', unitName: 'A', unitParentCode: 'B' },
      { unitCode: 'P', unitName: 'P', unitParentCode: 'Q' },
      { unitCode: 'Q', unitName: 'Q', unitParentCode: 'P' },
      { unitCode: 'P', code: 'P1', name: 'Analis Ahli Muda' },
      { unitCode: 'C', unitName: 'C', unitParentCode: 'A' },
    ])
    expect(refused.map(one => one.slice(0, 22))).toEqual([
      '2 unitParentCode: Unit',
      '3 unitParentCode: Unit',
      '4 unitParentCode: Unit',
      '5 unitName: Unit P bel',
    ])
    expect(refused[0]).toContain('A → B → A')
  })
  it('refuses a parent that nobody defines', () => {
    expect(run([{ unitCode: 'N', unitName: 'Baru', unitParentCode: 'HILANG' }]).refused[0]).toMatch(
      /^2 unitParentCode: Unit induk HILANG tidak ada/,
    )
  })
  it('refuses a second head unless the first steps back in the same file', () => {
    const second = { unitCode: 'A', code: 'A-KA2', name: 'Plt', jenjang: 'JPT Pratama', isHead: 'ya' }
    expect(run([second]).refused[0]).toMatch(/^2 isHead: Unit A sudah punya kepala: jabatan A-KA/)
    expect(run([second, { unitCode: 'A', code: 'A-KA', isHead: 'tidak' }]).refused).toEqual([])
  })
  it('finds the top: the one that stands, the one without a parent, or one named after the instansi', () => {
    const parents = (rows: Cells[], units: typeof standing.units) =>
      run(rows, { ...standing, units, jabatan: [] }).accepted.map(({ values }) => values.unitParentCode)
    expect(parents([{ unitCode: 'N', unitName: 'N' }], standing.units)).toEqual(['R'])
    expect(
      parents(
        [
          { unitCode: 'TOP', unitName: 'T' },
          { unitCode: 'N', unitName: 'N', unitParentCode: 'TOP' },
        ],
        [],
      ),
    ).toEqual([undefined, 'TOP'])
    expect(
      parents(
        [
          { unitCode: 'N', unitName: 'N' },
          { unitCode: 'M', unitName: 'M' },
        ],
        [],
      ),
    ).toEqual(['19', '19'])
  })
  it('refuses a jenis that does not fit the jenjang', () => {
    expect(run([{ unitCode: 'A', code: 'X', name: 'X', jenis: 'Pengawas', jenjang: 'Ahli Muda' }]).refused[0]).toMatch(
      /^2 jenis: Jenis jabatan tidak cocok/,
    )
  })
})
