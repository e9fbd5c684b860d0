import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basisOf, editStandard, type Line, type Typed } from './edit.ts'

const fromClass = (competencyId: number, level: number): Line => ({
  competencyId,
  level,
  classLevel: level,
  fromClass: true,
  legalBasis: 'kelas',
})
const own = (competencyId: number, level: number, classLevel: number | null, legalBasis: string | null = null): Line => ({
  competencyId,
  level,
  classLevel,
  fromClass: false,
  legalBasis,
})
const typed = (levels: Record<number, string>, more: Partial<Typed> = {}): Typed => ({
  levels: new Map(Object.entries(levels).map(([id, level]) => [Number(id), level])),
  added: { competency: '', level: '' },
  legalBasis: '',
  ...more,
})
const known = new Set([1, 2, 3, 4])

describe('the edit of a standard', () => {
  it('sets a level of its own, also one that equals the class, and lets the rest follow the class', () => {
    const current = [fromClass(1, 3), fromClass(2, 3), fromClass(3, 3)]
    expect(editStandard(current, typed({ 1: '4', 2: '3', 3: '' }, { legalBasis: 'SK 1' }), known)).toEqual({
      ok: true,
      own: [
        { competencyId: 1, level: 4, legalBasis: 'SK 1' },
        { competencyId: 2, level: 3, legalBasis: 'SK 1' },
      ],
    })
  })

  it('returns a level to the class, and drops what only the jabatan asks for', () => {
    expect(editStandard([own(1, 4, 3), own(2, 2, null)], typed({ 1: '', 2: '' }), known)).toEqual({ ok: true, own: [] })
  })

  it('leaves alone what the form did not show', () => {
    expect(editStandard([own(1, 4, 3, 'SK 1'), fromClass(2, 2)], typed({}, { legalBasis: 'SK 1' }), known)).toEqual({
      ok: true,
      own: [{ competencyId: 1, level: 4, legalBasis: 'SK 1' }],
    })
  })

  it('adds a competency, once, with a level', () => {
    const add = (competency: string, level: string) =>
      editStandard([fromClass(1, 3)], typed({ 1: '' }, { added: { competency, level } }), known)
    expect(add('2', '5')).toEqual({ ok: true, own: [{ competencyId: 2, level: 5, legalBasis: null }] })
    expect(add('1', '5')).toEqual({ ok: false, flaws: [{ field: 'added_twice' }] })
    expect(add('9', '5')).toEqual({ ok: false, flaws: [{ field: 'added_competency' }] })
    expect(add('2', '')).toEqual({ ok: false, flaws: [{ field: 'added_level' }] })
    expect(add('', '3')).toEqual({ ok: false, flaws: [{ field: 'added_competency' }] })
  })

  it.each(['0', '6', '-1', '2.5', 'tiga', '1e0', '99'])('refuses the level %s', level =>
    expect(editStandard([fromClass(1, 3)], typed({ 1: level }), known)).toEqual({
      ok: false,
      flaws: [{ field: 'level', competencyId: 1 }],
    }),
  )

  it('keeps the basis of what stays, unless the basis itself was changed', () => {
    const current = [own(1, 4, 3, 'SK 1'), own(2, 4, 3, 'SK 2'), fromClass(3, 3)]
    expect(basisOf(current.filter(line => !line.fromClass))).toBe('SK 1')
    const levels = { 1: '4', 2: '4', 3: '5' }
    const bases = (legalBasis: string) => {
      const edit = editStandard(current, typed(levels, { legalBasis }), known)
      return edit.ok ? edit.own.map(row => row.legalBasis) : []
    }
    expect(bases('SK 1')).toEqual(['SK 1', 'SK 2', 'SK 1'])
    expect(bases('SK 9')).toEqual(['SK 9', 'SK 9', 'SK 9'])
    expect(editStandard(current, typed(levels, { legalBasis: 'x'.repeat(301) }), known)).toEqual({
      ok: false,
      flaws: [{ field: 'basis' }],
    })
  })

  it('changes nothing when the form is sent back as it was shown, whatever the standard', () => {
    const lines = fc.uniqueArray(
      fc.record({
        competencyId: fc.integer({ min: 1, max: 50 }),
        level: fc.integer({ min: 1, max: 5 }),
        fromClass: fc.boolean(),
        basis: fc.constantFrom('SK 1', 'SK 2', null),
      }),
      { selector: line => line.competencyId },
    )
    fc.assert(
      fc.property(lines, rows => {
        const current = rows.map(
          ({ basis, ...row }): Line => ({
            ...row,
            classLevel: row.fromClass ? row.level : null,
            legalBasis: row.fromClass ? 'kelas' : basis,
          }),
        )
        const shown = Object.fromEntries(current.map(line => [line.competencyId, line.fromClass ? '' : String(line.level)]))
        const before = current.filter(line => !line.fromClass)
        const edit = editStandard(current, typed(shown, { legalBasis: basisOf(before) ?? '' }), known)
        return (
          edit.ok &&
          JSON.stringify(edit.own) ===
            JSON.stringify(before.map(({ competencyId, level, legalBasis }) => ({ competencyId, level, legalBasis })))
        )
      }),
    )
  })
})
