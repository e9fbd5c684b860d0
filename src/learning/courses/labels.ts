import type { Catalogue, Language } from '../../platform/i18n/index.ts'
import { formEntries, type LearningForm, type LearningRoute, learningForms } from '../../regulation/index.ts'
import type { Tone } from '../../ui/index.ts'
import type { Conformity, Opening, VersionState } from './rules/version.ts'

export const stateLabels: Catalogue<Record<VersionState, string>> = {
  id: { draft: 'Rancangan', active: 'Berlaku', archived: 'Arsip' },
  en: { draft: 'Draft', active: 'In force', archived: 'Archived' },
}
const stateTones: Record<VersionState, Tone> = { draft: 'info', active: 'ok', archived: 'neutral' }
export const stateBadge = (state: VersionState, language: Language) => ({
  label: stateLabels[language][state],
  tone: stateTones[state],
})

export const openingLabels: Catalogue<Record<Opening, string>> = {
  id: { instansi: 'Pegawai instansi ini', guided: 'Instansi ini dan yang dibinanya', all: 'Semua instansi' },
  en: { instansi: 'People of this agency', guided: 'This agency and those it guides', all: 'Every agency' },
}

export const conformityLabels: Catalogue<Record<Conformity, string>> = {
  id: { sesuai: 'Sesuai', sebagian: 'Sesuai sebagian', belum: 'Belum dibandingkan', tidak_ada: 'Tidak ada standarnya' },
  en: { sesuai: 'Conforms', sebagian: 'Conforms in part', belum: 'Not compared yet', tidak_ada: 'There is no standard' },
}

export const routeLabels: Catalogue<Record<LearningRoute, string>> = {
  id: { klasikal: 'Klasikal', nonklasikal: 'Nonklasikal' },
  en: { klasikal: 'Classical', nonklasikal: 'Non-classical' },
}

export const formLabel = (form: LearningForm, language: Language) => formEntries[form].name[language]
export const formChoices = (language: Language) => learningForms.map(form => ({ value: form, label: formLabel(form, language) }))
