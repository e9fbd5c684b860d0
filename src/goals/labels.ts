import type { Catalogue } from '../platform/i18n/index.ts'
import type { CodeGovernment, CodeLevel } from './rules/code.ts'
import type { GoalKind } from './rules/goal.ts'
import type { PlanKind, PlanState } from './rules/plan.ts'

export const planKindLabels: Catalogue<Record<PlanKind, string>> = {
  id: {
    rpjpn: 'RPJPN',
    rpjmn: 'RPJMN',
    rpjpd: 'RPJPD',
    rpjmd: 'RPJMD',
    strategi_sdm: 'Strategi pengembangan SDM',
    renstra: 'Renstra',
  },
  en: {
    rpjpn: 'RPJPN (nation, long term)',
    rpjmn: 'RPJMN (nation, five years)',
    rpjpd: 'RPJPD (region, long term)',
    rpjmd: 'RPJMD (region, five years)',
    strategi_sdm: 'HR development strategy',
    renstra: 'Renstra (office)',
  },
}

export const planStateLabels: Catalogue<Record<PlanState, string>> = {
  id: { draft: 'Draf', active: 'Berlaku', archived: 'Arsip' },
  en: { draft: 'Draft', active: 'In force', archived: 'Archived' },
}

export const goalKindLabels: Catalogue<Record<GoalKind, string>> = {
  id: {
    visi: 'Visi',
    misi: 'Misi',
    tujuan: 'Tujuan',
    sasaran: 'Sasaran',
    program: 'Program',
    kegiatan: 'Kegiatan',
    sub_kegiatan: 'Sub kegiatan',
    indikator: 'Indikator',
  },
  en: {
    visi: 'Vision',
    misi: 'Mission',
    tujuan: 'Aim',
    sasaran: 'Goal',
    program: 'Programme',
    kegiatan: 'Kegiatan',
    sub_kegiatan: 'Sub kegiatan',
    indikator: 'Indicator',
  },
}

export const codeLevelLabels: Catalogue<Record<CodeLevel, string>> = {
  id: { urusan: 'Urusan', bidang: 'Bidang urusan', program: 'Program', kegiatan: 'Kegiatan', sub_kegiatan: 'Sub kegiatan' },
  en: { urusan: 'Affair', bidang: 'Field of affairs', program: 'Programme', kegiatan: 'Kegiatan', sub_kegiatan: 'Sub kegiatan' },
}

export const codeGovernmentLabels: Catalogue<Record<CodeGovernment, string>> = {
  id: { provinsi: 'Provinsi', kabupaten_kota: 'Kabupaten/kota' },
  en: { provinsi: 'Province', kabupaten_kota: 'Kabupaten or kota' },
}
