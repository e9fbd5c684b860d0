import type { LearningForm } from '../../../regulation/index.ts'
import { type PassFlaw, type PassRule, passFlaws, type ScoreSource } from '../../rules/pass.ts'

export type VersionState = 'draft' | 'active' | 'archived'
/** A draft is put into force, or thrown away; what was in force stays in the archive. */
export const nextStates: Readonly<Record<VersionState, readonly VersionState[]>> = {
  draft: ['active'],
  active: ['archived'],
  archived: [],
}
export const versionStates = Object.keys(nextStates) as VersionState[]

/** Held against the curriculum standard of the instansi pembina: the same, in part, not compared yet, or there is no such standard. */
export const conformities = ['sesuai', 'sebagian', 'belum', 'tidak_ada'] as const
export type Conformity = (typeof conformities)[number]

export const openings = ['instansi', 'guided', 'all'] as const
/** To whom a course is open, seen from its provider: its instansi; those it guides, too; everybody. */
export type Opening = (typeof openings)[number]

export type Subject = { title: string; jp: number }
export type Reached = { competencyId: number; level: number }

/** What a version teaches. `jp`: as it is said; the sum of its subjects once it is in force. Money in whole rupiah, null: not known. */
export type VersionContent = {
  title: string
  summary: string
  audience: string | null
  form: LearningForm
  international: boolean
  programme: string | null
  jp: number
  conformity: Conformity
  conformityBasis: string | null
  entryRules: object
  pass: PassRule
  costParticipant: number | null
  subjects: readonly Subject[]
  competencies: readonly Reached[]
}

export const sumOf = (subjects: readonly Subject[]) => subjects.reduce((sum, one) => sum + one.jp, 0)

/** What the lessons of a version are scored for. */
export type ScoredLessons = readonly { source: ScoreSource; required: boolean }[]

export type VersionFlaw = 'no_lesson' | 'no_subjects' | 'no_competency' | 'jp_sum' | 'conformity_basis' | PassFlaw

/** What keeps a version from being put into force: who learns by it must find out what, how long, and what for. */
export function versionFlaws(
  version: Pick<VersionContent, 'subjects' | 'competencies' | 'jp' | 'conformity' | 'conformityBasis' | 'pass'> & {
    scoredLessons: ScoredLessons
  },
) {
  const flaws: VersionFlaw[] = []
  if (version.subjects.length === 0) flaws.push('no_subjects')
  else if (sumOf(version.subjects) !== version.jp) flaws.push('jp_sum')
  if (version.competencies.length === 0) flaws.push('no_competency')
  const claims = version.conformity === 'sesuai' || version.conformity === 'sebagian'
  if (claims && version.conformityBasis === null) flaws.push('conformity_basis')
  const { components, lessons } = version.pass
  const counted = new Set(version.scoredLessons.filter(one => one.required || lessons === 'all').map(one => one.source))
  if (components.some(one => one.from && !counted.has(one.from))) flaws.push('no_lesson')
  return [...flaws, ...passFlaws(version.pass)]
}
