import type { Catalogue } from '../platform/i18n/index.ts'

export type Method =
  | 'assessment_center'
  | 'cact'
  | 'wawancara'
  | 'psikometri'
  | 'penilaian_atasan'
  | 'penilaian_360'
  | 'uji_kompetensi'
  | 'penilaian_rekan'
  | 'penilaian_bawahan'
  | 'penilaian_diri'
  | 'pembelajaran'

/** How a level was found. */
export const methodLabels: Catalogue<Record<Method, string>> = {
  id: {
    assessment_center: 'Assessment center',
    cact: 'CACT BKN',
    wawancara: 'Wawancara',
    psikometri: 'Psikometri',
    penilaian_atasan: 'Penilaian atasan',
    penilaian_360: 'Penilaian 360°',
    uji_kompetensi: 'Uji kompetensi',
    penilaian_rekan: 'Penilaian rekan',
    penilaian_bawahan: 'Penilaian bawahan',
    penilaian_diri: 'Penilaian diri',
    pembelajaran: 'Hasil belajar',
  },
  en: {
    assessment_center: 'Assessment centre',
    cact: 'CACT (BKN)',
    wawancara: 'Interview',
    psikometri: 'Psychometric test',
    penilaian_atasan: 'Rating by the line manager',
    penilaian_360: '360° rating',
    uji_kompetensi: 'Competence test',
    penilaian_rekan: 'Rating by peers',
    penilaian_bawahan: 'Rating by subordinates',
    penilaian_diri: 'Self-rating',
    pembelajaran: 'Learning result',
  },
}
