import { describe, expect, it } from 'vitest'
import { potentialFlaws, type TypedPotential } from './record.ts'

const scale = { lowest: 1, highest: 3 }
const typed = (values: Partial<TypedPotential> = {}): TypedPotential => ({
  method: 'psikometri',
  assessedOn: '2026-11-20',
  validUntil: null,
  scores: [{ aspect: 'intelektual', score: 3 }],
  ...values,
})
const flaws = (values: Partial<TypedPotential>) => potentialFlaws(typed(values), '2026-11-22', scale)

describe('potential typed by hand', () => {
  it('may be of today and of one aspect alone', () => expect(flaws({ assessedOn: '2026-11-22' })).toEqual([]))

  it('is not of tomorrow, does not end before it begins, and says something', () => {
    expect(flaws({ assessedOn: '2026-11-23', validUntil: '2026-11-22', scores: [] })).toEqual([
      { field: 'assessedOn', flaw: 'future' },
      { field: 'validUntil', flaw: 'before' },
      { field: 'scores', flaw: 'missing' },
    ])
  })

  it('has scores of 1 to 3; each that is not is named', () => {
    const scores = [
      { aspect: 'intelektual', score: 0 },
      { aspect: 'interpersonal', score: 3 },
      { aspect: 'kesadaran_diri', score: 4 },
      { aspect: 'belajar_cepat', score: null },
    ] as const
    expect(flaws({ scores })).toEqual(
      ['intelektual', 'kesadaran_diri', 'belajar_cepat'].map(aspect => ({ field: 'scores', flaw: 'score', aspect })),
    )
  })

  it('is found by a method that finds potential', () => {
    for (const method of ['penilaian_atasan', 'penilaian_diri', null] as const)
      expect(flaws({ method })).toEqual([{ field: 'method', flaw: 'missing' }])
  })
})
