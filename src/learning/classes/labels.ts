import type { Catalogue } from '../../platform/i18n/index.ts'
import type { Tone } from '../../ui/index.ts'
import type { Admission, ClassPattern, ClassState } from './rules/class.ts'

export const patternLabels: Catalogue<Record<ClassPattern, string>> = {
  id: {
    klasikal: 'Klasikal',
    in_house: 'In-house di instansi sendiri',
    fasilitasi: 'Fasilitasi di daerah',
    blended: 'Blended',
    jarak_jauh: 'Jarak jauh',
    mandiri: 'Mandiri, kapan saja',
  },
  en: {
    klasikal: 'Classical',
    in_house: 'In-house',
    fasilitasi: 'Facilitated in the region',
    blended: 'Blended',
    jarak_jauh: 'Distance',
    mandiri: 'Alone, at any time',
  },
}

export const classStateLabels: Catalogue<Record<ClassState, string>> = {
  id: { draft: 'Draf', open: 'Pendaftaran dibuka', running: 'Berjalan', closed: 'Selesai', cancelled: 'Dibatalkan' },
  en: { draft: 'Draft', open: 'Open for enrolment', running: 'Running', closed: 'Closed', cancelled: 'Cancelled' },
}

export const classStateTones: Record<ClassState, Tone> = {
  draft: 'neutral',
  open: 'ok',
  running: 'info',
  closed: 'neutral',
  cancelled: 'bad',
}

export const admissionLabels: Catalogue<Record<Admission, { label: string; help: string }>> = {
  id: {
    open: { label: 'Terbuka', help: 'Siapa yang mendaftar langsung mendapat kursi selama masih ada.' },
    approval: { label: 'Dengan persetujuan', help: 'Pegawai mendaftar atau diusulkan; Anda yang memutuskan.' },
    nomination: { label: 'Hanya lewat usulan', help: 'Atasan atau pengelola kepegawaian mengusulkan; Anda yang memutuskan.' },
  },
  en: {
    open: { label: 'Open', help: 'Whoever asks has a seat while there is one.' },
    approval: { label: 'With approval', help: 'People ask or are nominated; you decide.' },
    nomination: { label: 'Nominated only', help: 'Line managers or HR staff nominate; you decide.' },
  },
}
