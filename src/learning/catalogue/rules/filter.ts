import { formEntries, type LearningForm, type LearningRoute, learningForms, type Pillar } from '../../../regulation/index.ts'

export const kinds = ['kursus', 'program', 'penawaran'] as const
/** A course of one's own system, a sequence of them, or what an institution outside offers. */
export type CatalogueKind = (typeof kinds)[number]

export const patterns = ['klasikal', 'in_house', 'fasilitasi', 'blended', 'jarak_jauh', 'mandiri'] as const
export type Pattern = (typeof patterns)[number]

export const lengths = ['5', '20', '60', 'lebih'] as const
/** Up to so many JP; `lebih`: more than sixty. */
export type Length = (typeof lengths)[number]

/** Whole JP, both ends included; null: no end. */
export const spanOf = (length: Length): { from: number; until: number | null } =>
  ({
    '5': { from: 1, until: 5 },
    '20': { from: 6, until: 20 },
    '60': { from: 21, until: 60 },
    lebih: { from: 61, until: null },
  })[length]

export const formsOf = (route: LearningRoute): LearningForm[] => learningForms.filter(form => formEntries[form].route === route)

export type CatalogueFilter = {
  kind: CatalogueKind | null
  competencyId: number | null
  /** Reaches this level at least: of the competency, else of any. */
  level: number | null
  pillar: Pillar | null
  form: LearningForm | null
  route: LearningRoute | null
  pattern: Pattern | null
  length: Length | null
  free: boolean
  providerId: number | null
  /** Reaches something that this jabatan demands. */
  jabatanId: number | null
  q: string
}

export const catalogueOrders = ['saran', 'judul', 'jp', 'mulai', 'biaya'] as const
/** `saran`: what can be begun first, and of that what reaches most of what the jabatan demands. */
export type CatalogueOrder = (typeof catalogueOrders)[number]

/** Whether anything narrows the list, `jabatanId` of one's own post apart. */
export const isNarrowed = ({ q, free, ...rest }: CatalogueFilter): boolean =>
  q !== '' || free || Object.values(rest).some(value => value !== null)
