import { describe, expect, it } from 'vitest'
import { readContent, type Typed, toldBy } from './content.ts'
import { daysOf } from './days.ts'
import { claimMoves, claimStates, isEditable, moved, movesOf, needsReason } from './moves.ts'

const today = '2026-11-22'
const typed: Typed = {
  form: 'bimtek',
  name: 'Bimtek Statistik Sektoral',
  organiser: 'BPS',
  startedOn: '2026-11-02',
  endedOn: '2026-11-04',
  jp: '20',
  sessions: '',
  certificateNumber: '',
  international: false,
  note: '',
}
const flaws = (changes: Partial<Typed>, hasFile = true) =>
  readContent({ ...typed, ...changes }, hasFile, today).flaws.map(({ field, flaw }) => `${field} ${flaw}`)

describe('what is typed into a claim', () => {
  it('is read as it stands', () => {
    expect(readContent(typed, true, today)).toEqual({
      content: { ...typed, jp: 20, sessions: null, certificateNumber: null, note: null },
      flaws: [],
    })
  })

  it.each([
    ['31 February is no day', { endedOn: '2026-02-31', startedOn: '' }, ['endedOn no_day']],
    ['nor is it on the first day', { startedOn: '2026-02-31' }, ['startedOn no_day']],
    ['29 February of a year that leaps not', { endedOn: '2025-02-29', startedOn: '' }, ['endedOn no_day']],
    ['tomorrow is not over', { endedOn: '2026-11-23' }, ['endedOn future']],
    ['the first day lies ahead', { startedOn: '2026-12-01', endedOn: '' }, ['startedOn future', 'endedOn missing']],
    ['it ends before it begins', { endedOn: '2026-11-01' }, ['endedOn before_start']],
    ['three years are no activity', { startedOn: '2023-11-01' }, ['endedOn too_long']],
    ['a year that nobody served in', { startedOn: '', endedOn: '0199-11-01' }, ['endedOn too_early']],
    ['no hours where hours count', { jp: '' }, ['jp missing']],
    ['half an hour', { jp: '1,5' }, ['jp number']],
    ['none at all', { jp: '0' }, ['jp number']],
    ['too many', { jp: '2001' }, ['jp number']],
    ['no form', { form: 'diklat' }, ['form missing']],
    ['a name of three letters', { name: 'Etik' }, ['name short']],
    ['no name', { name: '  ' }, ['name missing']],
    ['a name that is a text', { name: 'x'.repeat(301) }, ['name long']],
    ['sessions where sessions count', { form: 'coaching', jp: '' }, ['sessions missing']],
    ['by days nothing more is needed', { form: 'seminar', jp: '' }, []],
    ['by activity neither', { form: 'magang', jp: '' }, []],
  ] as [string, Partial<Typed>, string[]][])('%s', (_, changes, expected) => expect(flaws(changes)).toEqual(expected))

  it('wants its proof', () => expect(flaws({}, false)).toEqual(['file missing']))

  it('keeps what is right beside what is wrong', () => {
    const { content } = readContent({ ...typed, endedOn: '2026-02-31', jp: 'banyak' }, true, today)
    expect(content).toMatchObject({ name: typed.name, organiser: 'BPS', startedOn: '2026-11-02', endedOn: null, jp: null })
  })

  it('lasts one day where the first is not known', () => {
    expect(daysOf({ startedOn: null, endedOn: '2026-11-04' })).toBe(1)
    expect(daysOf({ startedOn: '2026-02-27', endedOn: '2026-03-01' })).toBe(3)
  })

  it('is told by JP, by sessions or by days, as its form is counted', () => {
    expect([toldBy('bimtek', today), toldBy('mentoring', today), toldBy('workshop', today), toldBy('magang', today)]).toEqual([
      'jp',
      'sessions',
      'days',
      'days',
    ])
    expect(toldBy('bimtek', '2015-01-01')).toBe('jp')
  })
})

describe('where a claim goes', () => {
  it('follows the table', () => {
    const table = claimMoves.map(move => [
      move,
      claimStates.flatMap(from => (moved(move, from) ? [`${from}→${moved(move, from)}`] : [])),
    ])
    expect(Object.fromEntries(table)).toEqual({
      submit: ['draft→submitted', 'returned→submitted'],
      withdraw: ['draft→withdrawn', 'submitted→withdrawn', 'returned→withdrawn'],
      verify: ['submitted→verified'],
      return: ['submitted→returned'],
      reject: ['submitted→rejected'],
      revoke: ['verified→rejected'],
    })
  })

  it('asks for a reason wherever the person must know why', () =>
    expect(claimMoves.filter(needsReason)).toEqual(['return', 'reject', 'revoke']))

  it('is changed by the person only before it is decided', () => {
    expect(claimStates.filter(isEditable)).toEqual(['draft', 'returned'])
    expect(movesOf('verifier', 'submitted')).toEqual(['verify', 'return', 'reject'])
    expect(movesOf('person', 'verified')).toEqual([])
    expect(movesOf('person', 'rejected')).toEqual([])
  })
})
