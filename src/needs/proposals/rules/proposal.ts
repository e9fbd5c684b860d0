export type ProposalState = 'draft' | 'sent' | 'accepted' | 'joined' | 'rejected'
export const proposalStates: readonly ProposalState[] = ['draft', 'sent', 'accepted', 'joined', 'rejected']
type ProposalDeed = 'edit' | 'remove' | 'send' | 'withdraw' | 'accept' | 'join' | 'reject'

/** What may be done with a proposal in each state, and where it leads; null: it is gone. What is not here may not be done. */
const deeds: Readonly<Record<ProposalState, Partial<Record<ProposalDeed, ProposalState | null>>>> = {
  draft: { edit: 'draft', remove: null, send: 'sent' },
  sent: { withdraw: 'draft', accept: 'accepted', join: 'joined', reject: 'rejected' },
  accepted: {},
  joined: {},
  rejected: {},
}

export const may = (state: ProposalState, deed: ProposalDeed): boolean => deed in deeds[state]

/** Where a call for proposals stands on a day; dates `yyyy-mm-dd`, the last day included. */
export function callStands(call: { opensOn: string; closesOn: string }, today: string): 'early' | 'open' | 'late' {
  if (today < call.opensOn) return 'early'
  return today > call.closesOn ? 'late' : 'open'
}

/** Whole days from one date to another. */
export const daysUntil = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The call people mean on a day: the one that is open, else the next to open, else the last that was. */
export function callOfDay<C extends { opensOn: string; closesOn: string }>(calls: readonly C[], today: string): C | null {
  const open = calls.filter(call => callStands(call, today) === 'open').sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1))
  const early = calls.filter(call => callStands(call, today) === 'early').sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))
  const late = calls.filter(call => callStands(call, today) === 'late').sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1))
  return open[0] ?? early[0] ?? late[0] ?? null
}

/** As it is typed: texts trimmed, '' where nothing was typed. */
export type TypedProposal = {
  unit: string
  about: string
  competency: string
  level: string
  training: string
  title: string
  reason: string
  urgency: string
  people: string
  named: readonly number[]
}

export type ProposalValues = {
  unitId: number
  competencyId: number | null
  level: number | null
  training: string | null
  title: string
  reason: string
  urgency: 'tinggi' | 'sedang' | 'rendah'
  named: number[]
  /** People beside those who are named. */
  others: number
}
export type ProposalFlaw = { field: keyof TypedProposal; flaw: 'missing' | 'unknown' | 'level' | 'number' | 'fewer' | 'short' }

type Known = {
  /** Units one may propose for. */
  unitIds: readonly number[]
  competencies: ReadonlyMap<number, string>
  /** People one may name. */
  peopleIds: ReadonlySet<number>
}

const urgencies = ['tinggi', 'sedang', 'rendah'] as const
const mostPeople = 100_000

/** What was typed as a proposal, or everything that is wrong with it. */
export function readProposal(
  typed: TypedProposal,
  known: Known,
): { ok: true; values: ProposalValues } | { ok: false; flaws: ProposalFlaw[] } {
  const flaws: ProposalFlaw[] = []
  const refuse = (field: ProposalFlaw['field'], flaw: ProposalFlaw['flaw']) => void flaws.push({ field, flaw })
  const unitId = known.unitIds.find(id => String(id) === typed.unit) ?? null
  if (unitId === null) refuse('unit', typed.unit === '' ? 'missing' : 'unknown')
  const competencyId = typed.about === 'kompetensi' ? Number(typed.competency) : null
  const level = typed.about === 'kompetensi' ? Number(typed.level) : null
  if (typed.about === 'kompetensi') {
    if (!known.competencies.has(competencyId!)) refuse('competency', typed.competency === '' ? 'missing' : 'unknown')
    if (!/^[1-5]$/.test(typed.level)) refuse('level', 'level')
  } else if (typed.about === 'pelatihan') {
    if (typed.training.length < 3) refuse('training', typed.training === '' ? 'missing' : 'short')
  } else if (typed.about === 'lainnya') {
    if (typed.title.length < 5) refuse('title', typed.title === '' ? 'missing' : 'short')
  } else refuse('about', 'missing')
  const urgency = urgencies.find(one => one === typed.urgency)
  if (!urgency) refuse('urgency', 'missing')
  if (typed.reason.length < 10) refuse('reason', typed.reason === '' ? 'missing' : 'short')
  const named = [...new Set(typed.named)]
  if (named.some(id => !known.peopleIds.has(id))) refuse('named', 'unknown')
  const people = typed.people === '' && named.length > 0 ? named.length : Number(typed.people)
  if (typed.people === '' && named.length === 0) refuse('people', 'missing')
  else if (!Number.isInteger(people) || people < 1 || people > mostPeople) refuse('people', 'number')
  else if (people < named.length) refuse('people', 'fewer')
  if (flaws.length > 0 || unitId === null || !urgency) return { ok: false, flaws }
  return {
    ok: true,
    values: {
      unitId,
      competencyId,
      level,
      training: typed.about === 'pelatihan' ? typed.training : null,
      title:
        competencyId !== null
          ? known.competencies.get(competencyId)!
          : typed.about === 'pelatihan'
            ? typed.training
            : typed.title,
      reason: typed.reason,
      urgency,
      named,
      others: people - named.length,
    },
  }
}
