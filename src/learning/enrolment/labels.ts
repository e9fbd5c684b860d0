import type { Catalogue } from '../../platform/i18n/index.ts'
import type { Tone } from '../../ui/index.ts'
import type { EnrolmentState, EnrolmentWay } from './rules/enrol.ts'

export const enrolmentStateLabels: Catalogue<Record<EnrolmentState, string>> = {
  id: {
    requested: 'Menunggu keputusan',
    waiting: 'Daftar tunggu',
    enrolled: 'Terdaftar',
    withdrawn: 'Mengundurkan diri',
    rejected: 'Tidak diterima',
    completed: 'Lulus',
    failed: 'Belum lulus',
    cancelled: 'Kelas dibatalkan',
  },
  en: {
    requested: 'Waiting for a decision',
    waiting: 'Waiting list',
    enrolled: 'Enrolled',
    withdrawn: 'Withdrawn',
    rejected: 'Not accepted',
    completed: 'Passed',
    failed: 'Not passed',
    cancelled: 'Class cancelled',
  },
}
export const enrolmentStateTones: Record<EnrolmentState, Tone> = {
  requested: 'warn',
  waiting: 'info',
  enrolled: 'ok',
  withdrawn: 'neutral',
  rejected: 'bad',
  completed: 'ok',
  failed: 'bad',
  cancelled: 'bad',
}

export const wayLabels: Catalogue<Record<EnrolmentWay, string>> = {
  id: { self: 'Mendaftar sendiri', nominated: 'Diusulkan', planned: 'Dari rencana' },
  en: { self: 'Asked oneself', nominated: 'Nominated', planned: 'From a plan' },
}
