import type { Catalogue, Language } from '../platform/i18n/index.ts'
import type { Pillar } from '../regulation/index.ts'
import type { FormField, Importance, QualificationKind } from './rules/content.ts'
import type { Origin } from './rules/inherit.ts'

/** The four pillars (Permendagri 108/2017, PermenPANRB 38/2017). */
export const pillarLabels: Catalogue<Record<Pillar, string>> = {
  id: { manajerial: 'Manajerial', sosial_kultural: 'Sosial kultural', teknis: 'Teknis', pemerintahan: 'Pemerintahan' },
  en: { manajerial: 'Managerial', sosial_kultural: 'Socio-cultural', teknis: 'Technical', pemerintahan: 'Governmental' },
}

type FormLabels = {
  importance: Record<Importance, string>
  kind: Record<QualificationKind, string>
  field: Record<FormField, string>
}

/** The words of the official form (DOMAIN.md 1.4). */
export const formLabels: Catalogue<FormLabels> = {
  id: {
    importance: { mutlak: 'Mutlak', penting: 'Penting', perlu: 'Perlu' },
    kind: { pelatihan: 'Pelatihan', sertifikat: 'Sertifikat', pengalaman: 'Pengalaman kerja' },
    field: {
      summary: 'Ikhtisar jabatan',
      education: 'Pendidikan formal paling rendah',
      educationFields: 'Fakultas atau jurusan',
      golongan: 'Golongan ruang paling rendah',
      performanceIndicators: 'Indikator kinerja jabatan',
    },
  },
  en: {
    importance: { mutlak: 'Absolute', penting: 'Important', perlu: 'Useful' },
    kind: { pelatihan: 'Training', sertifikat: 'Certificate', pengalaman: 'Experience' },
    field: {
      summary: 'Summary of the post',
      education: 'Education, at least',
      educationFields: 'Faculty or field',
      golongan: 'Rank, at least',
      performanceIndicators: 'Performance indicators of the post',
    },
  },
}

/** Who says it, in a word or two; the owner's name stands beside it where there is one. */
export const originLabels: Catalogue<Record<Origin, string>> = {
  id: {
    own: 'Ditetapkan sendiri',
    instansi: 'Kelas jabatan',
    pembina: 'Instansi pembina',
    guide: 'Instansi yang membina',
    national: 'Bawaan nasional',
  },
  en: {
    own: 'Set for this post',
    instansi: 'Class of posts',
    pembina: 'Instansi pembina',
    guide: 'Guiding government',
    national: 'National default',
  },
}

/** The name of a competency in the language of the interface; where it has no English name, the Indonesian one. */
export const competencyName = (row: { name: string; nameEn: string | null }, language: Language) =>
  language === 'en' && row.nameEn ? row.nameEn : row.name

/** `pekerjaan_umum` → `Pekerjaan umum`. */
export const urusanName = (urusan: string) => {
  const words = urusan.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
