import type { Words } from '../../platform/i18n/index.ts'
import type { LearningForm } from '../../regulation/index.ts'
import type { Tone } from '../../ui/index.ts'
import type { ClaimState } from './rules/moves.ts'

/** The forms as somebody would ask for them who never read the act. */
export const formGroups: readonly { name: Words; forms: Partial<Record<LearningForm, Words>> }[] = [
  {
    name: { id: 'Pelatihan dan kursus', en: 'Training and courses' },
    forms: {
      teknis: { id: 'Pelatihan teknis, untuk pekerjaan saya', en: 'Technical training, for my work' },
      bimtek: { id: 'Bimbingan teknis (bimtek)', en: 'Technical guidance (bimtek)' },
      kursus: { id: 'Kursus', en: 'Course' },
      fungsional: { id: 'Pelatihan jabatan fungsional', en: 'Training of a functional post' },
      manajerial: { id: 'Pelatihan manajerial', en: 'Managerial training' },
      sosial_kultural: { id: 'Pelatihan sosial kultural', en: 'Socio-cultural training' },
      struktural: { id: 'Pelatihan kepemimpinan (PKP, PKA, PKN)', en: 'Leadership training (PKP, PKA, PKN)' },
      penataran: { id: 'Penataran', en: 'Upgrading (penataran)' },
      outbound: { id: 'Pembelajaran alam terbuka (outbound)', en: 'Outbound' },
    },
  },
  {
    name: { id: 'Seminar dan pertemuan', en: 'Seminars and meetings' },
    forms: {
      seminar: { id: 'Seminar, webinar, konferensi, sarasehan', en: 'Seminar, webinar, conference' },
      workshop: { id: 'Workshop, lokakarya', en: 'Workshop' },
      sosialisasi: { id: 'Sosialisasi', en: 'Information session' },
    },
  },
  {
    name: { id: 'Belajar daring', en: 'Learning online' },
    forms: {
      e_learning: { id: 'E-learning, MOOC, kursus daring mandiri', en: 'E-learning, MOOC' },
      jarak_jauh: { id: 'Pelatihan jarak jauh dengan pengajar', en: 'Distance training with a trainer' },
      belajar_mandiri: { id: 'Belajar mandiri', en: 'Self-directed learning' },
    },
  },
  {
    name: { id: 'Belajar dari orang lain', en: 'Learning from others' },
    forms: {
      coaching: { id: 'Coaching', en: 'Coaching' },
      mentoring: { id: 'Mentoring', en: 'Mentoring' },
      komunitas_belajar: { id: 'Komunitas belajar', en: 'Community of practice' },
      patok_banding: { id: 'Patok banding, studi tiru', en: 'Benchmarking, study visit' },
    },
  },
  {
    name: { id: 'Belajar sambil bekerja', en: 'Learning at work' },
    forms: {
      magang: { id: 'Magang, praktik kerja', en: 'Internship' },
      bimbingan_kerja: { id: 'Bimbingan di tempat kerja', en: 'Guidance at work' },
      detasering: { id: 'Detasering (penugasan sementara)', en: 'Secondment' },
      pertukaran: { id: 'Pertukaran dengan swasta, BUMN, BUMD', en: 'Exchange with enterprises' },
    },
  },
  {
    name: { id: 'Lainnya', en: 'Other' },
    forms: {
      klasikal_lain: { id: 'Tatap muka lainnya', en: 'Other classroom learning' },
      nonklasikal_lain: { id: 'Bukan tatap muka lainnya', en: 'Other learning outside a classroom' },
    },
  },
]

export const formWords = (form: LearningForm, language: 'id' | 'en'): string =>
  formGroups.map(group => group.forms[form]).find(words => words !== undefined)?.[language] ?? form

export const formOptions = (language: 'id' | 'en') =>
  formGroups.flatMap(({ name, forms }) =>
    Object.entries(forms).map(([value, words]) => ({ value, label: words[language], group: name[language] })),
  )

export const stateTone: Record<ClaimState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warn',
  verified: 'ok',
  rejected: 'bad',
  withdrawn: 'neutral',
}
