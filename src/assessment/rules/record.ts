import type { Method } from '../labels.ts'

/** What may be written down by hand; the others are found by a campaign or by learning. */
export const recordedMethods: readonly Method[] = [
  'assessment_center',
  'cact',
  'uji_kompetensi',
  'wawancara',
  'psikometri',
  'penilaian_atasan',
  'penilaian_360',
]

/** Results as they were typed; null where nothing was, or nothing that can be read. */
export type TypedResults = {
  method: Method | null
  assessedOn: string | null
  /** Null: by the rule of validity. */
  validUntil: string | null
  levels: readonly { competencyId: number; level: number | null }[]
}

export type RecordFlaw =
  | { field: 'method' | 'assessedOn' | 'levels'; flaw: 'missing' }
  | { field: 'assessedOn'; flaw: 'future' }
  | { field: 'validUntil'; flaw: 'before' }
  | { field: 'levels'; flaw: 'level' | 'competency'; competencyId: number }
  /** How long a result of that day holds is not known; `series` names the number that is missing. */
  | { field: 'validUntil'; flaw: 'unknown'; series: string }

/** What keeps results from being recorded on `today` (`yyyy-mm-dd`); empty where nothing does. */
export function recordFlaws({ method, assessedOn, validUntil, levels }: TypedResults, today: string): RecordFlaw[] {
  const flaws: RecordFlaw[] = []
  if (method === null || !recordedMethods.includes(method)) flaws.push({ field: 'method', flaw: 'missing' })
  if (assessedOn === null) flaws.push({ field: 'assessedOn', flaw: 'missing' })
  else if (assessedOn > today) flaws.push({ field: 'assessedOn', flaw: 'future' })
  if (assessedOn !== null && validUntil !== null && validUntil < assessedOn) flaws.push({ field: 'validUntil', flaw: 'before' })
  if (levels.length === 0) flaws.push({ field: 'levels', flaw: 'missing' })
  for (const { competencyId, level } of levels) {
    if (level === null || level < 1 || level > 5) flaws.push({ field: 'levels', flaw: 'level', competencyId })
  }
  return flaws
}
