import { describe, expect, test } from 'vitest'
import { findHeaderRow } from './header-row.ts'

describe('findHeaderRow', () => {
  test('under title rows', () => {
    const rows = [
      ['DAFTAR PEGAWAI'],
      ['Instansi:', 'Pemerintah Kota Mataram'],
      [],
      ['No', 'NIP', 'Nama', 'Unit'],
      [1, '199001012020121001', 'Budi', 'Dinas A'],
    ]
    expect(findHeaderRow(rows)).toEqual({ headerRow: 3, headers: ['No', 'NIP', 'Nama', 'Unit'], dataStart: 4 })
  })

  test('above rows that hold only texts, and with a column that has no name', () => {
    const rows = [
      ['Nama', 'Jabatan', ' Unit  kerja', null],
      ['Budi', 'Analis', 'Dinas A', 'catatan'],
    ]
    expect(findHeaderRow(rows)).toEqual({ headerRow: 0, headers: ['Nama', 'Jabatan', 'Unit kerja', ''], dataStart: 1 })
  })

  test('over two rows: the lower text where there is one', () => {
    const rows = [
      ['HASIL PEMETAAN'],
      ['No', 'NIP', 'Kompetensi', null, null, 'Ket.'],
      [null, null, 'Integritas', 'Kerja sama', 'Komunikasi', null],
      ['1', '2', '3', '4', '5', '6'],
      [1, '199001012020121001', 3, 2, 4, null],
    ]
    expect(findHeaderRow(rows)).toEqual({
      headerRow: 2,
      headers: ['No', 'NIP', 'Integritas', 'Kerja sama', 'Komunikasi', 'Ket.'],
      dataStart: 4,
    })
  })

  test('over two rows with more names below than above', () => {
    const lower = ['Integritas', 'Kerja sama', 'Komunikasi', 'Orientasi', 'Pelayanan', 'Pengembangan', 'Perubahan', 'Keputusan']
    const rows = [
      ['Nama', 'Kompetensi'],
      [null, ...lower],
      ['Budi', 1, 2, 3, 4, 5, 1, 2],
    ]
    expect(findHeaderRow(rows)).toEqual({ headerRow: 1, headers: ['Nama', ...lower], dataStart: 2 })
  })

  test('the same name in two groups gets the group before it', () => {
    const rows = [
      ['Nama', 'SKP', null, 'Penghargaan', null],
      [null, 'Tahun', 'Predikat', 'Tahun', 'Nama penghargaan'],
      ['Budi', 2023, 'Baik', 2020, 'Satyalancana'],
    ]
    expect(findHeaderRow(rows)?.headers).toEqual(['Nama', 'SKP Tahun', 'Predikat', 'Penghargaan Tahun', 'Nama penghargaan'])
  })

  test('skips column numbers and blank rows, but not data that only looks alike', () => {
    const header = ['No', 'Nama', 'Level']
    expect(findHeaderRow([header, [], ['(1)', '(2)', '(3)'], [], [1, 'Budi', 3]])?.dataStart).toBe(4)
    expect(findHeaderRow([header, [1, 'Budi', 3]])?.dataStart).toBe(1)
    expect(findHeaderRow([header, [3, 4, 5]])?.dataStart).toBe(1)
    expect(
      findHeaderRow([
        ['No', 'Level'],
        [1, 2],
      ])?.dataStart,
    ).toBe(1)
  })

  test('a template without data, and a sheet without text', () => {
    expect(findHeaderRow([['Templat'], ['NIP', 'Nama']])).toEqual({ headerRow: 1, headers: ['NIP', 'Nama'], dataStart: 2 })
    expect(findHeaderRow([[1, 2], [3]])).toBeNull()
    expect(findHeaderRow([])).toBeNull()
    expect(findHeaderRow([...Array.from({ length: 20 }, () => []), ['NIP', 'Nama']])).toBeNull()
  })
})
