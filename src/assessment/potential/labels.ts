import type { Catalogue } from '../../platform/i18n/index.ts'
import type { Aspect } from './rules/potential.ts'

export const aspectLabels: Catalogue<Record<Aspect, string>> = {
  id: {
    intelektual: 'Kemampuan intelektual',
    interpersonal: 'Kemampuan interpersonal',
    kesadaran_diri: 'Kesadaran diri',
    berpikir_kritis_strategis: 'Berpikir kritis dan strategis',
    pemecahan_masalah: 'Pemecahan masalah',
    kecerdasan_emosi: 'Kecerdasan emosi',
    belajar_cepat: 'Belajar cepat dan pengembangan diri',
    motivasi_komitmen: 'Motivasi dan komitmen',
  },
  en: {
    intelektual: 'Intellectual ability',
    interpersonal: 'Interpersonal ability',
    kesadaran_diri: 'Self-awareness',
    berpikir_kritis_strategis: 'Critical and strategic thinking',
    pemecahan_masalah: 'Problem solving',
    kecerdasan_emosi: 'Emotional intelligence',
    belajar_cepat: 'Quick learning and self-development',
    motivasi_komitmen: 'Motivation and commitment',
  },
}
