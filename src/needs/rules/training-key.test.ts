import { describe, expect, it } from 'vitest'
import { trainingKey } from './training-key.ts'

describe('the key of a training', () => {
  it.each([
    ['Pelatihan Kepemimpinan Pengawas (PKP)', 'kepemimpinan pengawas'],
    ['DIKLAT KEPEMIMPINAN PENGAWAS', 'kepemimpinan pengawas'],
    ['Pendidikan dan Pelatihan Kepemimpinan Pengawas', 'kepemimpinan pengawas'],
    ['Diklatpim Tk. IV', 'kepemimpinan 4'],
    ['Diklat PIM Tingkat IV', 'kepemimpinan 4'],
    ['Pelatihan Kepemimpinan Nasional Tingkat II', 'kepemimpinan nasional 2'],
    ['Pelatihan Kepemimpinan Nasional (II)', 'kepemimpinan nasional 2'],
    ['Pelatihan Pengadaan Barang/Jasa Pemerintah Level 1', 'pengadaan barang jasa pemerintah 1'],
    ['Program Pendidikan Guru Penggerak', 'program pendidikan guru penggerak'],
    ['Sertifikasi Kompetensi PBJ (dasar)', 'sertifikasi kompetensi pbj dasar'],
  ])('of “%s” is “%s”', (name, key) => expect(trainingKey(name)).toBe(key))

  it('keeps apart what only looks alike: another level, another programme, a certificate', () => {
    expect(trainingKey('Diklatpim Tk. III')).not.toBe(trainingKey('Diklatpim Tk. IV'))
    expect(trainingKey('Pelatihan Dasar CPNS Golongan II')).not.toBe(trainingKey('Pelatihan Dasar CPNS Golongan III'))
    expect(trainingKey('Sertifikasi Auditor')).not.toBe(trainingKey('Pelatihan Auditor'))
  })

  it('of a name made of form words alone is the name', () => expect(trainingKey('Diklat')).toBe('diklat'))
})
