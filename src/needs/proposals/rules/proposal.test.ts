import { describe, expect, it } from 'vitest'
import { callOfDay, callStands, daysUntil, may, readProposal, type TypedProposal } from './proposal.ts'

describe('a proposal', () => {
  it('is edited, removed and sent while a draft; withdrawn or decided once sent; and decided once', () => {
    const deeds = ['edit', 'remove', 'send', 'withdraw', 'accept', 'join', 'reject'] as const
    const of = (state: Parameters<typeof may>[0]) => deeds.filter(deed => may(state, deed))
    expect(of('draft')).toEqual(['edit', 'remove', 'send'])
    expect(of('sent')).toEqual(['withdraw', 'accept', 'join', 'reject'])
    for (const state of ['accepted', 'joined', 'rejected'] as const) expect(of(state)).toEqual([])
  })
})

describe('a call', () => {
  const call = (opensOn: string, closesOn: string) => ({ opensOn, closesOn })
  it('is open from its first to its last day, both included', () => {
    const november = call('2026-11-01', '2026-11-30')
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(day => callStands(november, day))).toEqual([
      'early',
      'open',
      'open',
      'late',
    ])
    expect(daysUntil('2026-11-22', '2026-11-30')).toBe(8)
  })
  it('meant is the open one, else the next, else the last', () => {
    const [past, open, next] = [
      call('2025-11-01', '2025-11-30'),
      call('2026-11-01', '2026-11-30'),
      call('2027-11-01', '2027-11-30'),
    ]
    expect(callOfDay([past, next, open], '2026-11-22')).toBe(open)
    expect(callOfDay([past, next], '2026-11-22')).toBe(next)
    expect(callOfDay([past], '2026-11-22')).toBe(past)
    expect(callOfDay([], '2026-11-22')).toBeNull()
  })
})

describe('what is typed', () => {
  const known = { unitIds: [3], competencies: new Map([[7, 'Literasi digital']]), peopleIds: new Set([11, 12]) }
  const typed = (more: Partial<TypedProposal>): TypedProposal => ({
    unit: '3',
    about: 'kompetensi',
    competency: '7',
    level: '3',
    training: '',
    title: '',
    reason: 'Layanan baru memakai data digital.',
    urgency: 'tinggi',
    people: '5',
    named: [11, 12, 12],
    ...more,
  })
  const flaws = (more: Partial<TypedProposal>) => {
    const read = readProposal(typed(more), known)
    return read.ok ? [] : read.flaws.map(({ field, flaw }) => `${field} ${flaw}`)
  }
  it('is called by its competency, and counts who is not named beside who is', () =>
    expect(readProposal(typed({}), known)).toEqual({
      ok: true,
      values: {
        unitId: 3,
        competencyId: 7,
        level: 3,
        training: null,
        title: 'Literasi digital',
        reason: 'Layanan baru memakai data digital.',
        urgency: 'tinggi',
        named: [11, 12],
        others: 3,
      },
    }))
  it('needs no number where people are named', () =>
    expect(readProposal(typed({ people: '' }), known)).toMatchObject({ values: { others: 0 } }))
  it('is refused with everything that is wrong with it at once', () => {
    expect(flaws({ unit: '4', level: '6', reason: 'perlu', urgency: '', people: '1' })).toEqual([
      'unit unknown',
      'level level',
      'urgency missing',
      'reason short',
      'people fewer',
    ])
    expect(flaws({ about: 'pelatihan', named: [99], people: 'x' })).toEqual([
      'training missing',
      'named unknown',
      'people number',
    ])
    expect(flaws({ about: '' })).toEqual(['about missing'])
  })
})
