import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, emptyForm, levelOf, type Qualification, qualificationKey } from './content.ts'
import { applied, countOf, difference } from './difference.ts'

const training = (name: string, more: Partial<Qualification> = {}): Qualification => ({
  kind: 'pelatihan',
  trainingKind: 'manajerial',
  name,
  also: [],
  months: null,
  importance: 'mutlak',
  mandateBasis: null,
  ...more,
})
const content = (levels: [number, number][], more: Partial<Content> = {}): Content => ({
  levels: levels.map(([id, level]) => levelOf(id, level)),
  form: emptyForm,
  qualifications: [],
  ...more,
})

describe('the difference of two standards', () => {
  it('names what came, what went, and which way a level moved', () => {
    const before = content([
      [1, 3],
      [2, 3],
      [3, 2],
      [4, 1],
    ])
    const after = content([
      [1, 4],
      [2, 2],
      [4, 1],
      [5, 2],
    ])
    expect(difference(before, after).levels).toEqual([
      { competencyId: 1, kind: 'raised', from: 3, to: 4 },
      { competencyId: 2, kind: 'lowered', from: 3, to: 2 },
      { competencyId: 3, kind: 'removed', from: 2, to: null },
      { competencyId: 5, kind: 'added', from: null, to: 2 },
    ])
  })

  it('names texts and requirements that changed, whatever their order', () => {
    const before = content([], {
      form: { ...emptyForm, education: 'd3' },
      qualifications: [training('PKP'), training('PBJ Level 1', { importance: 'penting' }), training('AMDAL')],
    })
    const after = content([], {
      form: { ...emptyForm, education: 's1' },
      qualifications: [training('PBJ Level 1'), training('pkp', { name: 'PKP' }), training('APKD')],
    })
    const found = difference(before, after)
    expect(found.fields).toEqual([{ field: 'education', from: 'd3', to: 's1' }])
    expect(found.qualifications).toEqual([
      { from: null, to: training('APKD') },
      { from: training('PBJ Level 1', { importance: 'penting' }), to: training('PBJ Level 1') },
      { from: training('AMDAL'), to: null },
    ])
    expect(countOf(found)).toBe(4)
  })
})

const text = fc.constantFrom('a', 'b', 'c')
const anyContent = fc.record({
  levels: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })), { selector: ([id]) => id })
    .map(rows => rows.map(([id, level]) => levelOf(id, level))),
  form: fc.record({
    summary: fc.option(text, { nil: null }),
    education: fc.constantFrom(null, 's1'),
    educationFields: fc.option(text, { nil: null }),
    golongan: fc.option(text, { nil: null }),
    performanceIndicators: fc.option(text, { nil: null }),
  }),
  qualifications: fc.uniqueArray(
    fc
      .record({
        name: text,
        kind: fc.constantFrom<Qualification['kind']>('pelatihan', 'sertifikat'),
        importance: fc.constantFrom<Qualification['importance']>('mutlak', 'perlu'),
        also: fc.array(text, { maxLength: 2 }),
      })
      .map(values => training(values.name, values)),
    { selector: qualificationKey },
  ),
})
const plain = ({ levels, form, qualifications }: Content) => ({
  levels: [...levels].sort((a, b) => a.competencyId - b.competencyId),
  form,
  qualifications: [...qualifications].sort((a, b) => (qualificationKey(a) < qualificationKey(b) ? -1 : 1)),
})

describe('for any two standards', () => {
  it('nothing differs from itself', () => fc.assert(fc.property(anyContent, one => countOf(difference(one, one)) === 0)))

  it('the difference applied to the one gives the other', () =>
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        expect(plain(applied(one, difference(one, other)))).toEqual(plain(other))
      }),
    ))

  it('the way back is as long, and raises what the way there lowered', () =>
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        const [there, back] = [difference(one, other), difference(other, one)]
        expect(countOf(back)).toBe(countOf(there))
        const mirror = { added: 'removed', removed: 'added', raised: 'lowered', lowered: 'raised' }
        expect(back.levels.map(row => row.kind)).toEqual(there.levels.map(row => mirror[row.kind]))
      }),
    ))
})
