import { describe, expect, it } from 'vitest'
import { recordFlaws, type TypedResults } from './record.ts'

const typed = (values: Partial<TypedResults> = {}): TypedResults => ({
  method: 'cact',
  assessedOn: '2026-11-20',
  validUntil: null,
  levels: [{ competencyId: 1, level: 3 }],
  ...values,
})

describe('results typed by hand', () => {
  it('may be of today, and hold until a later day or the same', () => {
    expect(recordFlaws(typed({ assessedOn: '2026-11-22', validUntil: '2026-11-22' }), '2026-11-22')).toEqual([])
  })

  it('are not of tomorrow, do not end before they begin, and say something', () => {
    expect(recordFlaws(typed({ assessedOn: '2026-11-23', validUntil: '2026-11-22', levels: [] }), '2026-11-22')).toEqual([
      { field: 'assessedOn', flaw: 'future' },
      { field: 'validUntil', flaw: 'before' },
      { field: 'levels', flaw: 'missing' },
    ])
  })

  it('have levels of 1 to 5; each that is not is named', () => {
    const levels = [
      { competencyId: 1, level: 5 },
      { competencyId: 2, level: 6 },
      { competencyId: 3, level: null },
      { competencyId: 4, level: 0 },
    ]
    expect(recordFlaws(typed({ levels }), '2026-11-22')).toEqual(
      [2, 3, 4].map(competencyId => ({ field: 'levels', flaw: 'level', competencyId })),
    )
  })

  it('are not made by hand where colleagues or a course make them', () => {
    for (const method of ['penilaian_rekan', 'penilaian_bawahan', 'penilaian_diri', 'pembelajaran', null] as const) {
      expect(recordFlaws(typed({ method }), '2026-11-22')).toEqual([{ field: 'method', flaw: 'missing' }])
    }
  })
})
