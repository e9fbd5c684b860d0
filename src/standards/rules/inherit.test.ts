import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyForm, levelOf, type Qualification } from './content.ts'
import { contentOf, nearestFirst, type Post, placeOf, type Reach, resolve, type Standing } from './inherit.ts'

const [kabupaten, provinsi, kementerian, other] = [3, 2, 1, 9]
const auditor: Post = {
  jabatanId: 7,
  instansiId: kabupaten,
  jenjang: 'ahli_muda',
  urusan: 'pengawasan',
  name: 'Auditor Ahli Muda',
}
const guides = [provinsi, kementerian]
const reach = (id: number, more: Partial<Reach>): Reach => ({
  id,
  ownerInstansiId: null,
  ownerIsCentral: false,
  jabatanId: null,
  jenjang: 'ahli_muda',
  urusan: null,
  family: null,
  ...more,
})
const standing = (id: number, of: Partial<Reach>, levels: [number, number][], more: Partial<Standing> = {}): Standing => ({
  ...reach(id, of),
  levels: levels.map(([competencyId, level]) => levelOf(competencyId, level)),
  form: emptyForm,
  qualifications: [],
  legalBasis: `SK ${id}`,
  verified: true,
  ...more,
})
const training = (name: string, importance: Qualification['importance']): Qualification => ({
  kind: 'pelatihan',
  trainingKind: null,
  name,
  also: [],
  months: null,
  importance,
  mandateBasis: null,
})

describe('how near a standard is', () => {
  it.each<[string, Partial<Reach>, string, number]>([
    ['its own', { jabatanId: 7, ownerInstansiId: kabupaten, jenjang: null }, 'own', 0],
    ['the family in its instansi', { ownerInstansiId: kabupaten, family: 'Auditor' }, 'instansi', 10],
    ['the urusan in its instansi', { ownerInstansiId: kabupaten, urusan: 'pengawasan' }, 'instansi', 11],
    ['the jenjang in its instansi', { ownerInstansiId: kabupaten }, 'instansi', 12],
    ['the instansi pembina of the family', { ownerInstansiId: other, ownerIsCentral: true, family: 'auditor' }, 'pembina', 20],
    [
      'the instansi pembina that also guides',
      { ownerInstansiId: kementerian, ownerIsCentral: true, family: 'Auditor' },
      'pembina',
      20,
    ],
    ['the urusan of the province', { ownerInstansiId: provinsi, urusan: 'pengawasan' }, 'guide', 36],
    ['the ministry above the province', { ownerInstansiId: kementerian, ownerIsCentral: true }, 'guide', 42],
    ['what ships for the urusan', { urusan: 'pengawasan' }, 'national', 91],
    ['what ships for the jenjang', {}, 'national', 92],
  ])('%s', (_, of, origin, place) => expect(placeOf(reach(1, of), auditor, guides)).toEqual({ origin, place }))

  it.each<[string, Partial<Reach>]>([
    ['another jabatan’s own', { jabatanId: 8, ownerInstansiId: kabupaten, jenjang: null }],
    ['another jenjang', { jenjang: 'ahli_madya' }],
    ['another urusan', { urusan: 'kesehatan' }],
    ['a family that only begins alike', { family: 'Audit' }],
    ['a family of a government that does not guide', { ownerInstansiId: other, family: 'Auditor' }],
    ['a class of a government that does not guide', { ownerInstansiId: other }],
    ['a class of a ministry that does not guide', { ownerInstansiId: other, ownerIsCentral: true, urusan: 'pengawasan' }],
  ])('says nothing: %s', (_, of) => expect(placeOf(reach(1, of), auditor, guides)).toBeNull())
})

describe('what is inherited', () => {
  const ships = standing(
    1,
    {},
    [
      [1, 3],
      [2, 3],
    ],
    {
      form: { ...emptyForm, education: 's1', golongan: 'III/c' },
      qualifications: [training('Pelatihan fungsional', 'penting')],
      verified: false,
    },
  )
  const province = standing(2, { ownerInstansiId: provinsi }, [[2, 4]], {
    form: { ...emptyForm, golongan: 'III/d' },
    qualifications: [training('PBJ Level 1', 'perlu')],
  })
  const own = standing(
    3,
    { ownerInstansiId: kabupaten, jabatanId: 7, jenjang: null },
    [
      [2, 3],
      [5, 2],
    ],
    { qualifications: [training('pelatihan fungsional', 'mutlak')] },
  )

  it('comes down competency by competency, and is overridden where somebody nearer says else', () => {
    const { levels } = resolve(nearestFirst([ships, province, own], auditor, guides), own.id)
    expect([...levels].map(([id, held]) => [id, held.value, held.origin, held.inherited?.value, held.inherited?.origin])).toEqual(
      [
        [2, 3, 'own', 4, 'guide'],
        [5, 2, 'own', undefined, undefined],
        [1, 3, 'national', 3, 'national'],
      ],
    )
  })

  it('comes down field by field and requirement by requirement', () => {
    const { form, qualifications } = resolve(nearestFirst([ships, province, own], auditor, guides), own.id)
    expect([form.education?.value, form.education?.origin]).toEqual(['s1', 'national'])
    expect([form.golongan?.value, form.golongan?.origin]).toEqual(['III/d', 'guide'])
    expect(form.summary).toBeNull()
    expect(
      qualifications.map(held => [held.value.name, held.value.importance, held.origin, held.inherited?.value.importance]),
    ).toEqual([
      ['pelatihan fungsional', 'mutlak', 'own', 'penting'],
      ['PBJ Level 1', 'perlu', 'guide', 'perlu'],
    ])
  })

  it('is for a whole instansi what others say', () => {
    const itsClass = standing(4, { ownerInstansiId: kabupaten }, [[2, 5]])
    const { levels } = resolve(nearestFirst([ships, province, itsClass, own], auditor, guides), own.id)
    const { inherited, fromElsewhere } = levels.get(2)!
    expect([inherited?.value, inherited?.origin, fromElsewhere?.value, fromElsewhere?.origin]).toEqual([
      5,
      'instansi',
      4,
      'guide',
    ])
    expect(levels.get(5)!.fromElsewhere).toBeNull()
  })

  it('counts the later of two equally near', () => {
    const later = standing(8, {}, [[1, 5]])
    expect(resolve(nearestFirst([ships, later], auditor, guides), null).levels.get(1)!.value).toBe(5)
  })
})

describe('for any standards', () => {
  const anyStanding = fc.record({
    owner: fc.constantFrom(null, kabupaten, provinsi, kementerian, other),
    urusan: fc.constantFrom(null, 'pengawasan'),
    level: fc.integer({ min: 1, max: 5 }),
    competency: fc.integer({ min: 1, max: 3 }),
  })
  const many = fc
    .array(anyStanding, { maxLength: 8 })
    .map(rows =>
      rows.map((row, index) =>
        standing(index + 1, { ownerInstansiId: row.owner, urusan: row.urusan }, [[row.competency, row.level]]),
      ),
    )

  it('their order makes no difference', () =>
    fc.assert(
      fc.property(many, standards => {
        const held = (rows: Standing[]) => contentOf(resolve(nearestFirst(rows, auditor, guides), null))
        const sorted = (rows: Standing[]) => held(rows).levels.sort((a, b) => a.competencyId - b.competencyId)
        expect(sorted(standards.toReversed())).toEqual(sorted(standards))
      }),
    ))

  it('what is inherited is what would hold without the one that is looked at', () =>
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 8 }), (standards, ownId) => {
        const all = resolve(nearestFirst(standards, auditor, guides), ownId)
        const without = resolve(
          nearestFirst(
            standards.filter(one => one.id !== ownId),
            auditor,
            guides,
          ),
          null,
        )
        for (const [id, held] of all.levels) expect(held.inherited?.value).toBe(without.levels.get(id)?.value)
        for (const id of without.levels.keys()) expect(all.levels.has(id)).toBe(true)
      }),
    ))
})
