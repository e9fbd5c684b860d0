import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, emptyForm, type Level, levelOf, type Qualification, qualificationKey } from './content.ts'
import { editContent, type Typed, type TypedRow, typedRow, typedTexts } from './edit.ts'

const inherited = (competencyId: number) => ({ competencyId, own: null })
const own = (competencyId: number, level: number, legalBasis: string | null = null) => ({
  competencyId,
  own: { ...levelOf(competencyId, level), legalBasis } as Level | null,
})
const typed = (levels: Record<number, string>, more: Partial<Typed> = {}): Typed => ({
  levels: new Map(Object.entries(levels).map(([id, level]) => [Number(id), level])),
  added: [],
  form: typedTexts(emptyForm),
  qualifications: [],
  ...more,
})
const row = (values: Partial<TypedRow> = {}): TypedRow => ({
  kind: 'pelatihan',
  trainingKind: '',
  name: '',
  also: '',
  months: '',
  importance: 'mutlak',
  mandateBasis: '',
  ...values,
})
const known = new Set([1, 2, 3, 4])
const levelsOf = (edit: ReturnType<typeof editContent>) => (edit.ok ? edit.content.levels : edit.flaws)

describe('the levels of a standard', () => {
  it('become its own, also one that equals what is inherited, and the rest follows', () => {
    const shown = [inherited(1), inherited(2), inherited(3)]
    expect(levelsOf(editContent(shown, typed({ 1: '4', 2: '3', 3: '' }), known))).toEqual([levelOf(1, 4), levelOf(2, 3)])
  })

  it('return to what is inherited, and what only this standard asks for is dropped', () => {
    expect(levelsOf(editContent([own(1, 4), own(2, 2)], typed({ 1: '', 2: '' }), known))).toEqual([])
  })

  it('stay where the form did not show them, and a line not touched keeps its basis', () => {
    const shown = [own(1, 4, 'SK 1'), own(2, 4, 'SK 2'), inherited(3)]
    expect(levelsOf(editContent(shown, typed({ 2: '4' }), known))).toEqual([
      { ...levelOf(1, 4), legalBasis: 'SK 1' },
      { ...levelOf(2, 4), legalBasis: 'SK 2' },
    ])
    expect(levelsOf(editContent(shown, typed({ 1: '5', 2: '4' }), known))).toEqual([
      levelOf(1, 5),
      { ...levelOf(2, 4), legalBasis: 'SK 2' },
    ])
  })

  it('are added once, with a level', () => {
    const add = (...added: [string, string][]) =>
      levelsOf(
        editContent(
          [inherited(1)],
          typed({ 1: '' }, { added: added.map(([competency, level]) => ({ competency, level })) }),
          known,
        ),
      )
    expect(add(['2', '5'], ['', ''])).toEqual([levelOf(2, 5)])
    expect(add(['1', '5'])).toEqual([{ at: 'added_twice', row: 0 }])
    expect(add(['2', '5'], ['2', '4'])).toEqual([{ at: 'added_twice', row: 1 }])
    expect(add(['9', '5'])).toEqual([{ at: 'added_competency', row: 0 }])
    expect(add(['2', ''])).toEqual([{ at: 'added_level', row: 0 }])
    expect(add(['', '3'])).toEqual([{ at: 'added_competency', row: 0 }])
  })

  it.each(['0', '6', '-1', '2.5', 'tiga', '1e0', '99'])('refuse the level %s', level =>
    expect(levelsOf(editContent([inherited(1)], typed({ 1: level }), known))).toEqual([{ at: 'level', competencyId: 1 }]),
  )
})

describe('the requirements', () => {
  const read = (...qualifications: TypedRow[]) => {
    const edit = editContent([], typed({}, { qualifications }), known)
    return edit.ok ? edit.content.qualifications : edit.flaws
  }

  it('are read as the form of a Kasubdit says them (DOMAIN.md 1.4)', () => {
    expect(
      read(
        row({ name: 'PKP', also: 'PIM IV; Pelatihan Kepemimpinan Pengawas ;', trainingKind: 'manajerial' }),
        row({ name: 'Hukum kontrak konstruksi', trainingKind: 'teknis', importance: 'penting' }),
        row({ kind: 'pengalaman', name: 'Jabatan Pengawas atau JF Ahli Muda yang setara', months: '36' }),
        row(),
      ),
    ).toEqual([
      {
        kind: 'pelatihan',
        trainingKind: 'manajerial',
        name: 'PKP',
        also: ['PIM IV', 'Pelatihan Kepemimpinan Pengawas'],
        months: null,
        importance: 'mutlak',
        mandateBasis: null,
      },
      {
        kind: 'pelatihan',
        trainingKind: 'teknis',
        name: 'Hukum kontrak konstruksi',
        also: [],
        months: null,
        importance: 'penting',
        mandateBasis: null,
      },
      {
        kind: 'pengalaman',
        trainingKind: null,
        name: 'Jabatan Pengawas atau JF Ahli Muda yang setara',
        also: [],
        months: 36,
        importance: 'mutlak',
        mandateBasis: null,
      },
    ])
  })

  it('are refused with the row and the field', () => {
    expect(read(row({ mandateBasis: 'UU 1/2022' }))).toEqual([{ at: 'qualification', row: 0, field: 'name', why: 'missing' }])
    expect(read(row({ name: 'PKA' }), row({ name: 'pka' }))).toEqual([
      { at: 'qualification', row: 1, field: 'name', why: 'twice' },
    ])
    expect(read(row({ name: 'PKA', importance: 'wajib' }))).toEqual([
      { at: 'qualification', row: 0, field: 'importance', why: 'unknown' },
    ])
    for (const months of ['0', '601', 'dua', '1,5'])
      expect(read(row({ kind: 'pengalaman', name: 'x', months }))).toEqual([
        { at: 'qualification', row: 0, field: 'months', why: 'number' },
      ])
  })

  it('of another kind may bear the same name', () =>
    expect(read(row({ name: 'PBJ Level 1' }), row({ kind: 'sertifikat', name: 'PBJ Level 1' }))).toHaveLength(2))
})

describe('the texts', () => {
  const read = (form: Partial<Typed['form']>) => {
    const edit = editContent([], typed({}, { form: { ...typedTexts(emptyForm), ...form } }), known)
    return edit.ok ? edit.content.form : edit.flaws
  }
  it('are kept, and left blank follow what is inherited', () =>
    expect(read({ education: 's1', golongan: ' III/d ', summary: '' })).toEqual({
      ...emptyForm,
      education: 's1',
      golongan: 'III/d',
    }))
  it('lose needless blanks, but not their lines', () =>
    expect(read({ performanceIndicators: ' Nilai  SAKIP \n\nOpini WTP ' })).toMatchObject({
      performanceIndicators: 'Nilai SAKIP\nOpini WTP',
    }))
  it('are refused where nobody can mean them', () => {
    expect(read({ education: 'S9' })).toEqual([{ at: 'form', field: 'education', why: 'unknown' }])
    expect(read({ summary: 'x'.repeat(2001) })).toEqual([{ at: 'form', field: 'summary', why: 'long' }])
  })
})

describe('the form sent back as it was shown', () => {
  const text = fc.stringMatching(/^[a-zA-Z]{1,8}( [a-zA-Z/]{1,6})?$/)
  const qualification = fc
    .record({
      kind: fc.constantFrom('pelatihan', 'sertifikat', 'pengalaman'),
      trainingKind: fc.constantFrom('manajerial', 'teknis', null),
      name: text,
      also: fc.array(text, { maxLength: 2 }),
      months: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
      importance: fc.constantFrom('mutlak', 'penting', 'perlu'),
      mandateBasis: fc.option(text, { nil: null }),
    })
    .map(
      (one): Qualification =>
        ({
          ...one,
          trainingKind: one.kind === 'pelatihan' ? one.trainingKind : null,
          months: one.kind === 'pengalaman' ? one.months : null,
        }) as Qualification,
    )
  const content = fc.record({
    levels: fc.uniqueArray(
      fc.record({
        competencyId: fc.integer({ min: 1, max: 40 }),
        level: fc.integer({ min: 1, max: 5 }),
        legalBasis: fc.constantFrom(null, 'SK 1'),
        verified: fc.constantFrom(null, false),
      }),
      { selector: one => one.competencyId },
    ),
    form: fc.record({
      summary: fc.option(text, { nil: null }),
      education: fc.constantFrom(null, 's1', 'd3'),
      educationFields: fc.option(text, { nil: null }),
      golongan: fc.constantFrom(null, 'III/d'),
      performanceIndicators: fc.option(text, { nil: null }),
    }),
    qualifications: fc.uniqueArray(qualification, { selector: qualificationKey }),
  })

  it('changes nothing, whatever the standard', () => {
    fc.assert(
      fc.property(content, fc.array(fc.integer({ min: 41, max: 60 })), (before: Content, others) => {
        const shown = [
          ...before.levels.map(one => ({ competencyId: one.competencyId, own: one })),
          ...[...new Set(others)].map(inherited),
        ]
        const sent = typed(Object.fromEntries(shown.map(one => [one.competencyId, one.own ? String(one.own.level) : ''])), {
          form: typedTexts(before.form),
          qualifications: [...before.qualifications.map(typedRow), row()],
        })
        expect(editContent(shown, sent, known)).toEqual({ ok: true, content: before })
      }),
    )
  })
})
