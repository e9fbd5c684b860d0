import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompetencyContent, isCode, readCompetency, type TypedCompetency, typedCompetency } from './dictionary.ts'

const levels = (indicators = '') => [1, 2, 3, 4, 5].map(n => ({ label: `Mampu ${n}`, indicators }))
const typed = (more: Partial<TypedCompetency> = {}): TypedCompetency => ({
  code: 'T.AUD.1',
  name: 'Audit kinerja',
  nameEn: '',
  pillar: 'teknis',
  urusan: 'Pengawasan',
  definition: '',
  pembina: '',
  legalBasis: 'Peraturan BPKP 1/2025',
  levels: levels(),
  ...more,
})
const pembina = new Set([1])
const flawsOf = (more: Partial<TypedCompetency>) => {
  const read = readCompetency(typed(more), pembina)
  return read.ok ? [] : read.flaws
}

describe('a competency of a dictionary', () => {
  it('has five levels with their indicators, and its urusan as jabatan bear it', () => {
    const read = readCompetency(typed({ levels: levels(' Menyusun rencana \n\nMenguji bukti\n'), pembina: '1' }), pembina)
    expect(read).toMatchObject({
      ok: true,
      content: { code: 'T.AUD.1', pillar: 'teknis', urusan: 'pengawasan', pembinaId: 1, nameEn: null },
    })
    expect(read.ok && read.content.levels[4]).toEqual({
      level: 5,
      label: 'Mampu 5',
      indicators: ['Menyusun rencana', 'Menguji bukti'],
    })
  })

  it('is refused at the field', () => {
    expect(flawsOf({ code: 'T AUD' })).toEqual([{ at: 'code' }])
    expect(flawsOf({ name: '' })).toEqual([{ at: 'name' }])
    expect(flawsOf({ pillar: 'lain' })).toEqual([{ at: 'pillar' }])
    expect(flawsOf({ pembina: '2' })).toEqual([{ at: 'pembina' }])
    expect(flawsOf({ legalBasis: 'SK' })).toEqual([{ at: 'basis' }])
    expect(flawsOf({ levels: levels().slice(0, 4) })).toEqual([{ at: 'level', level: 5 }])
    expect(flawsOf({ levels: levels(Array(21).fill('x').join('\n')) })).toHaveLength(5)
  })

  it.each(['daftar', 'Daftar', '', '.1', 'a b', 'x'.repeat(21)])('does not bear the code “%s”', code =>
    expect(isCode(code)).toBe(false),
  )

  it('comes back as it was when the form is sent as it was shown', () => {
    const text = fc.stringMatching(/^[a-z]([a-z ]{0,10}[a-z])?$/)
    const content = fc.record({
      code: fc.stringMatching(/^[A-Z]{1,3}\.[1-9]$/),
      name: text,
      nameEn: fc.option(text, { nil: null }),
      pillar: fc.constantFrom('teknis', 'manajerial', 'sosial_kultural', 'pemerintahan'),
      urusan: fc.constantFrom(null, 'pekerjaan_umum'),
      definition: fc.option(text, { nil: null }),
      pembinaId: fc.constantFrom(null, 1),
      legalBasis: fc.constant('SK 1/2026'),
      levels: fc
        .array(fc.record({ label: text, indicators: fc.array(text, { maxLength: 3 }) }), { minLength: 5, maxLength: 5 })
        .map(rows => rows.map((row, index) => ({ level: index + 1, ...row }))),
    })
    fc.assert(
      fc.property(content, one => {
        expect(readCompetency(typedCompetency(one as CompetencyContent), pembina)).toEqual({ ok: true, content: one })
      }),
    )
  })
})
