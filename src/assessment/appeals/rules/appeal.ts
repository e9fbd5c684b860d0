export type AppealState = 'filed' | 'reading' | 'read' | 'decided' | 'withdrawn'
export type AppealStep = 'assign' | 'give_opinion' | 'decide' | 'withdraw'

/** From where each step may be taken, and where it leads. */
export const steps: Record<AppealStep, { from: readonly AppealState[]; to: AppealState }> = {
  assign: { from: ['filed', 'reading'], to: 'reading' },
  give_opinion: { from: ['reading'], to: 'read' },
  decide: { from: ['read'], to: 'decided' },
  withdraw: { from: ['filed', 'reading'], to: 'withdrawn' },
}
export const mayStep = (state: AppealState, step: AppealStep) => steps[step].from.includes(state)
export const isOpen = (state: AppealState) => state === 'filed' || state === 'reading' || state === 'read'

const day = 86_400_000
/** `days` after a date `yyyy-mm-dd`. */
export const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

export type FileFlaw = 'late' | 'replaced' | 'open' | 'reason'
const shortest = 20
const longest = 4000

/**
 * What stands in the way of filing; empty where nothing does. The last day to file is counted from the day the result was recorded.
 * @param fileDays how many days the instansi gives (local rule, no act was found that sets it)
 */
export function fileFlaws(
  asked: { reason: string; today: string },
  result: { recordedOn: string; replaced: boolean; hasOpenAppeal: boolean },
  fileDays: number,
): FileFlaw[] {
  const flaws: FileFlaw[] = []
  if (result.replaced) flaws.push('replaced')
  else if (result.hasOpenAppeal) flaws.push('open')
  else if (asked.today > daysAfter(result.recordedOn, fileDays)) flaws.push('late')
  if (asked.reason.length < shortest || asked.reason.length > longest) flaws.push('reason')
  return flaws
}

/** Who rated: a pegawai, or an account that is no pegawai's. */
export type RatedBy = { pegawaiId: number | null; accountId: string | null }

/**
 * Why this account may not read the appeal; null where it may. Neither the person, nor whoever recorded the result, nor who rated the
 * person in the campaign that made it reads it.
 */
export const readerFlaw = (
  reader: { accountId: string; pegawaiId: number | null },
  appeal: { pegawaiId: number; filedBy: string; recordedBy: string | null },
  raters: readonly RatedBy[],
): 'own' | 'recorded' | 'rated' | null => {
  if (reader.pegawaiId === appeal.pegawaiId || reader.accountId === appeal.filedBy) return 'own'
  if (reader.accountId === appeal.recordedBy) return 'recorded'
  const rated = raters.some(
    one => one.accountId === reader.accountId || (one.pegawaiId !== null && one.pegawaiId === reader.pegawaiId),
  )
  return rated ? 'rated' : null
}

export type DecisionFlaw = 'outcome' | 'level' | 'same_level' | 'grounds' | 'reader' | 'own'

/** What stands in the way of a decision. Who gave the opinion does not decide, nor does the person; another level needs a number. */
export function decisionFlaws(
  decision: { outcome: string; level: number | null; grounds: string; accountId: string; pegawaiId: number | null },
  appeal: { pegawaiId: number; readerId: string | null; levelBefore: number },
): DecisionFlaw[] {
  const flaws: DecisionFlaw[] = []
  if (decision.accountId === appeal.readerId) flaws.push('reader')
  if (decision.pegawaiId === appeal.pegawaiId) flaws.push('own')
  if (decision.outcome !== 'upheld' && decision.outcome !== 'changed') flaws.push('outcome')
  if (decision.outcome === 'changed' && decision.level === null) flaws.push('level')
  if (decision.outcome === 'changed' && decision.level === appeal.levelBefore) flaws.push('same_level')
  if (decision.grounds.length < shortest || decision.grounds.length > longest) flaws.push('grounds')
  return flaws
}
