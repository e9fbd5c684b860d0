import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentKey, type PassRule, passes, passFlaws, storedPass, usualPass } from './pass.ts'

const nothing = { all: { done: 0, of: 0 }, required: { done: 0, of: 0 } }
const rule = (values: Partial<PassRule>): PassRule => ({
  mark: null,
  components: [],
  attendance: null,
  lessons: 'required',
  ...values,
})

// DOMAIN.md 4, an older way of BPSDM: 0.35 pre-test or knowledge, 0.35 skill, 0.30 activity; 80 and more is the top band.
const bpsdm = rule({
  mark: 80,
  components: [
    { key: 'pengetahuan', name: 'Pengetahuan', weight: 35 },
    { key: 'keterampilan', name: 'Keterampilan', weight: 35 },
    { key: 'aktivitas', name: 'Aktivitas', weight: 30 },
  ],
})

describe('passing', () => {
  it('weighs 35, 35 and 30 as BPSDM did: 80, 90 and 70 make 80.5, which is 80 or more', () => {
    const { passed, final, why } = passes(bpsdm, { pengetahuan: 80, keterampilan: 90, aktivitas: 70 }, null, nothing)
    expect({ passed, final }).toEqual({ passed: true, final: 80.5 })
    expect(why).toEqual([{ condition: 'mark', standing: 'met', need: 80, have: 80.5, without: [] }])
  })

  it('fails by the hundredth below: 79.99 is not 80, and 79.997 is shown as 80 and still is not', () => {
    const of = (score: number) => passes(bpsdm, { pengetahuan: score, keterampilan: score, aktivitas: score }, null, nothing)
    expect(of(79.99)).toMatchObject({ passed: false, final: 79.99 })
    expect(of(80)).toMatchObject({ passed: true, final: 80 })
    const near = passes(bpsdm, { pengetahuan: 80, keterampilan: 80, aktivitas: 79.99 }, null, nothing)
    expect(near).toMatchObject({ passed: false, final: 80 })
  })

  it('keeps the unknown unknown: one score missing, and neither the final score nor the end is known', () => {
    const { passed, final, why } = passes(bpsdm, { pengetahuan: 100, keterampilan: 100, aktivitas: null }, null, nothing)
    expect({ passed, final }).toEqual({ passed: null, final: null })
    expect(why[0]).toMatchObject({ standing: 'unknown', without: ['Aktivitas'] })
    expect(passes(bpsdm, {}, null, nothing).passed).toBeNull()
  })

  it('fails by attendance alone at 84 of 85 percent, whatever the marks; without a list it is unknown', () => {
    const both = { ...bpsdm, attendance: 85 }
    const scores = { pengetahuan: 100, keterampilan: 100, aktivitas: 100 }
    expect(passes(both, scores, 84, nothing).passed).toBe(false)
    expect(passes(both, scores, 85, nothing).passed).toBe(true)
    expect(passes(both, scores, null, nothing).passed).toBeNull()
    expect(passes(both, {}, 84, nothing).passed).toBe(false)
  })

  it('asks for the lessons that must be done, or for all', () => {
    const done = { all: { done: 4, of: 5 }, required: { done: 3, of: 3 } }
    expect(passes(rule({ lessons: 'required' }), {}, null, done).passed).toBe(true)
    expect(passes(rule({ lessons: 'all' }), {}, null, done)).toMatchObject({
      passed: false,
      why: [{ condition: 'lessons', standing: 'missed', need: 5, have: 4 }],
    })
    expect(passes(rule({}), {}, null, null).passed).toBeNull()
  })

  it('passes nobody where nothing is asked', () => expect(passes(rule({}), {}, null, nothing).passed).toBeNull())

  it('keeps the final score between the lowest and the highest score, and a better score never makes it worse', () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map(n => n / 100)
    fc.assert(
      fc.property(score, score, score, score, (a, b, c, more) => {
        const final = passes(bpsdm, { pengetahuan: a, keterampilan: b, aktivitas: c }, null, nothing).final!
        const better = passes(bpsdm, { pengetahuan: Math.max(a, more), keterampilan: b, aktivitas: c }, null, nothing).final!
        return final >= Math.min(a, b, c) && final <= Math.max(a, b, c) && better >= final
      }),
    )
  })

  it('is passed exactly where no condition is missed or unknown and there is one', () => {
    const maybe = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
    fc.assert(
      fc.property(maybe, maybe, maybe, fc.integer({ min: 0, max: 3 }), (mark, attendance, there, done) => {
        const asked = rule({ mark, attendance, components: mark === null ? [] : [{ key: 'a', name: 'A', weight: 100 }] })
        const { passed, why } = passes(asked, { a: there }, there, { all: { done, of: 3 }, required: { done, of: 3 } })
        const standings = why.map(one => one.standing)
        expect(passed === true).toBe(standings.every(one => one === 'met'))
        expect(passed === false).toBe(standings.includes('missed'))
      }),
    )
  })
})

describe('a rule', () => {
  it('refuses weights that make 99 or 101, takes those that make 100', () => {
    const of = (...weights: number[]) =>
      passFlaws(rule({ components: weights.map((weight, n) => ({ key: `k${n}`, name: `K${n}`, weight })) }))
    expect(of(35, 35, 30)).toEqual([])
    expect(of(33, 33, 33)).toEqual(['weights'])
    expect(of(50, 51)).toEqual(['weights'])
    expect(of(0, 100)).toEqual(['weight_range'])
    expect(of(33.5, 66.5)).toEqual(['weight_range'])
    expect(passFlaws(bpsdm)).toEqual([])
  })

  it('refuses a mark that nothing is marked for, what passes 100, and one thing twice', () => {
    expect(passFlaws(rule({ mark: 70 }))).toEqual(['mark_alone'])
    expect(passFlaws({ ...bpsdm, mark: 101, attendance: -1 })).toEqual(['mark_range', 'attendance_range'])
    const twice = { key: 'a', name: 'A', weight: 50 }
    expect(passFlaws(rule({ components: [twice, twice] }))).toEqual(['twice'])
    expect(passFlaws(rule({ components: [{ key: '', name: '', weight: 100 }] }))).toEqual(['name_missing'])
  })

  it('comes back from the database as it went, and is the usual one where none was written', () => {
    expect(storedPass(JSON.parse(JSON.stringify(bpsdm)))).toEqual(bpsdm)
    expect(storedPass({})).toEqual({ mark: null, components: [], attendance: 85, lessons: 'required' })
    expect(storedPass(null)).toBe(usualPass)
    expect(storedPass({ mark: 'tinggi', attendance: null })).toEqual(rule({}))
  })

  it('keeps scores by a key made of the name', () => {
    expect(componentKey('Aksi perubahan')).toBe('aksi-perubahan')
    expect(componentKey(' Uji (praktik)! ')).toBe('uji-praktik')
  })
})
