import { describe, expect, it } from 'vitest'
import { usualPass } from '../../rules/pass.ts'
import { difference, isSame } from './difference.ts'
import { type ScoredLessons, sumOf, type VersionContent, versionFlaws } from './version.ts'

const version: VersionContent & { scoredLessons: ScoredLessons } = {
  title: 'Pelatihan Kepemimpinan Pengawas',
  summary: '',
  audience: 'Pejabat pengawas',
  form: 'struktural',
  international: false,
  programme: 'PKP',
  jp: 830,
  conformity: 'sesuai',
  conformityBasis: 'PerLAN 15/2019',
  entryRules: { jenjang: ['pengawas'], maxAge: 55 },
  pass: usualPass,
  costParticipant: null,
  // DOMAIN.md 5: 290 JP of training and 540 JP at home make 830.
  subjects: [
    { title: 'Pelatihan', jp: 290 },
    { title: 'Di tempat kerja', jp: 540 },
  ],
  competencies: [{ competencyId: 1, level: 3 }],
  scoredLessons: [],
}

describe('a version', () => {
  it('of 290 and 540 JP is 830 JP, as the PKP says', () => {
    expect(sumOf(version.subjects)).toBe(830)
    expect(versionFlaws(version)).toEqual([])
  })

  it('is not put into force with a wrong sum, without a subject, without a competency', () => {
    expect(versionFlaws({ ...version, jp: 829 })).toEqual(['jp_sum'])
    expect(versionFlaws({ ...version, subjects: [], competencies: [] })).toEqual(['no_subjects', 'no_competency'])
  })

  it('has the lessons that its marks come from, among those that must be done', () => {
    const pass = { ...usualPass, mark: 70, components: [{ key: 'kuis', name: 'Kuis', weight: 100, from: 'quiz' as const }] }
    const lessons = (required: boolean) => [{ source: 'quiz' as const, required }]
    expect(versionFlaws({ ...version, pass })).toEqual(['no_lesson'])
    expect(versionFlaws({ ...version, pass, scoredLessons: lessons(false) })).toEqual(['no_lesson'])
    expect(versionFlaws({ ...version, pass: { ...pass, lessons: 'all' }, scoredLessons: lessons(false) })).toEqual([])
    expect(versionFlaws({ ...version, pass, scoredLessons: lessons(true) })).toEqual([])
  })

  it('must say by which standard it conforms, where it says that it does', () => {
    expect(versionFlaws({ ...version, conformityBasis: null })).toEqual(['conformity_basis'])
    expect(versionFlaws({ ...version, conformity: 'belum', conformityBasis: null })).toEqual([])
  })

  it('is held up by a rule of passing that does not add up', () => {
    const components = [{ key: 'a', name: 'A', weight: 90 }]
    expect(versionFlaws({ ...version, pass: { ...usualPass, mark: 70, components } })).toEqual(['weights'])
  })
})

describe('the difference of two versions', () => {
  it('is none of a version with itself, however the keys of its rules lie', () => {
    const same = { ...version, entryRules: { maxAge: 55, jenjang: ['pengawas'] } }
    expect(isSame(difference(version, same))).toBe(true)
  })

  it('names what came, went and changed, and leaves out what stayed', () => {
    const after: VersionContent = {
      ...version,
      jp: 840,
      audience: null,
      subjects: [
        { title: 'Pelatihan', jp: 300 },
        { title: 'Magang', jp: 540 },
      ],
      competencies: [
        { competencyId: 1, level: 4 },
        { competencyId: 2, level: 3 },
      ],
      pass: { ...usualPass, attendance: 90 },
    }
    const found = difference(version, after)
    expect(found).toEqual({
      fields: [
        { field: 'audience', before: 'Pejabat pengawas', after: null },
        { field: 'jp', before: 830, after: 840 },
      ],
      subjects: [
        { title: 'Pelatihan', before: 290, after: 300 },
        { title: 'Di tempat kerja', before: 540, after: null },
        { title: 'Magang', before: null, after: 540 },
      ],
      competencies: [
        { competencyId: 1, before: 3, after: 4 },
        { competencyId: 2, before: null, after: 3 },
      ],
      pass: true,
      entryRules: false,
    })
    expect(isSame(found)).toBe(false)
  })
})
