import { describe, expect, it } from 'vitest'
import type { LearningForm } from '../../../regulation/index.ts'
import { formAtTheBeginning, formByName } from './form-by-name.ts'

describe('the form that a name says', () => {
  it.each<[string, LearningForm]>([
    ['Webinar ASN Belajar: Etika Pelayanan', 'seminar'],
    ['  LOKAKARYA   Penyusunan SKP', 'workshop'],
    ['Bimbingan  Teknis Tata Naskah', 'bimtek'],
    ['Pelatihan Kepemimpinan Administrator', 'struktural'],
    ['Diklat PIM IV', 'struktural'],
    ['Pendidikan dan Pelatihan Kepemimpinan Tingkat III', 'struktural'],
    ['SPAMA', 'struktural'],
    ['E-learning Core Values', 'e_learning'],
    ['Elearning Anggaran', 'e_learning'],
    ['Mengikuti seminar nasional', 'seminar'],
    ['Sosialisasi Pencegahan Gratifikasi', 'sosialisasi'],
    ['Program magang di BUMD', 'magang'],
    ['Kursus Bahasa Inggris', 'kursus'],
    ['Pelatihan Dasar CPNS Golongan III', 'klasikal_lain'],
    ['Seminari dan Coachingan', 'klasikal_lain'],
  ])('%s: %s', (name, form) => expect(formByName(name)).toBe(form))

  it('is nobody’s guess for a kind that is known, unless the name begins with it', () => {
    expect(formAtTheBeginning('Workshop Penyusunan SKP')).toBe('workshop')
    expect(formAtTheBeginning('Pelatihan Penyelenggaraan Seminar')).toBeNull()
  })
})
