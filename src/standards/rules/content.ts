// What a standard says: the official form (DOMAIN.md 1.4), without the header that the jabatan itself gives.

export type QualificationKind = 'pelatihan' | 'sertifikat' | 'pengalaman'
export const qualificationKinds: readonly QualificationKind[] = ['pelatihan', 'sertifikat', 'pengalaman']

/** DOMAIN.md 1.4: 1 Mutlak, 2 Penting, 3 Perlu; the weightiest first. */
export type Importance = 'mutlak' | 'penting' | 'perlu'
export const importances: readonly Importance[] = ['mutlak', 'penting', 'perlu']

export type TrainingKind = 'manajerial' | 'teknis' | 'fungsional' | 'sosial_kultural'
export const trainingKinds: readonly TrainingKind[] = ['manajerial', 'teknis', 'fungsional', 'sosial_kultural']

export type Qualification = {
  kind: QualificationKind
  /** Of training; null: not said, or no training. */
  trainingKind: TrainingKind | null
  name: string
  /** Other names under which it is held: ['PIM IV']. */
  also: string[]
  /** Of experience, at least; null: not said, or no experience. */
  months: number | null
  importance: Importance
  /** The act that makes it a duty; null where none does. */
  mandateBasis: string | null
}

export const formFields = ['summary', 'education', 'educationFields', 'golongan', 'performanceIndicators'] as const
export type FormField = (typeof formFields)[number]
/** Null: not said here, so that what is inherited holds. */
export type FormTexts = Record<FormField, string | null>
export const emptyForm: FormTexts = {
  summary: null,
  education: null,
  educationFields: null,
  golongan: null,
  performanceIndicators: null,
}

/** `legalBasis` and `verified`: where they differ from the standard's own; null else. */
export type Level = { competencyId: number; level: number; legalBasis: string | null; verified: boolean | null }
export const levelOf = (competencyId: number, level: number): Level => ({ competencyId, level, legalBasis: null, verified: null })

export type Content = { levels: Level[]; form: FormTexts; qualifications: Qualification[] }

/** The lowest education first; as people are recorded. */
export const educations = ['sd', 'smp', 'sma', 'd1', 'd2', 'd3', 'd4', 's1', 'profesi', 's2', 's3'] as const
export type Education = (typeof educations)[number]

/** One requirement is told from another by its kind and name, whatever the case. */
export const qualificationKey = (row: Pick<Qualification, 'kind' | 'name'>) => `${row.kind} ${row.name.toLowerCase()}`

/** Training first, the weightiest first. */
export const inFormOrder = <Row extends Qualification>(rows: readonly Row[]): Row[] =>
  [...rows].sort(
    (a, b) =>
      qualificationKinds.indexOf(a.kind) - qualificationKinds.indexOf(b.kind) ||
      importances.indexOf(a.importance) - importances.indexOf(b.importance) ||
      (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
  )
