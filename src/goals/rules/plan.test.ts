import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOfOwner, mayServe, nextStates, ownerOf, type PlanPlace, planKinds, planStates, readPlan } from './plan.ts'

const place = (kind: PlanPlace['kind'], instansiId: number | null, yearFrom = 2025, yearUntil = 2029): PlanPlace => ({
  kind,
  instansiId,
  yearFrom,
  yearUntil,
})
const rpjpn = place('rpjpn', null, 2025, 2045)

describe('what a plan may serve', () => {
  it('follows the chain: Renstra → RPJMD → RPJMN → RPJPN (DOMAIN 10)', () => {
    expect(mayServe(place('renstra', 2), place('rpjmd', 2), [])).toBe(true)
    expect(mayServe(place('rpjmd', 2), place('rpjmn', null), [])).toBe(true)
    expect(mayServe(place('rpjmn', null), rpjpn, [])).toBe(true)
    expect(mayServe(place('renstra', 2), place('strategi_sdm', 2), [])).toBe(true)
    expect(mayServe(place('strategi_sdm', 2), place('rpjmd', 2), [])).toBe(true)
  })

  it('never leads downward, to itself, or to a stranger', () => {
    expect(mayServe(place('rpjmd', 2), place('renstra', 2), [])).toBe(false)
    expect(mayServe(place('rpjmd', 2), place('rpjmd', 2), [])).toBe(false)
    expect(mayServe(place('rpjpd', null), place('rpjpd', null), [])).toBe(false)
    expect(mayServe(place('renstra', 3), place('rpjmd', 9), [2])).toBe(false)
  })

  it('lets a kabupaten serve the RPJMD of the province that guides it', () => {
    expect(mayServe(place('rpjmd', 3), place('rpjmd', 2), [2, 1])).toBe(true)
    expect(mayServe(place('rpjmd', 2), place('rpjmd', 3), [1])).toBe(false)
  })

  it('asks for a year that both cover', () => {
    expect(mayServe(place('rpjmd', 2, 2025, 2029), place('rpjmn', null, 2020, 2024), [])).toBe(false)
    expect(mayServe(place('rpjmd', 2, 2024, 2026), place('rpjmn', null, 2020, 2024), [])).toBe(true)
  })

  const anyPlace = fc.record({
    kind: fc.constantFrom(...planKinds),
    instansiId: fc.option(fc.integer({ min: 1, max: 6 })),
    yearFrom: fc.constant(2025),
    yearUntil: fc.constant(2029),
  })
  // 1 guides 2, 2 guides 3, and so on: nobody guides who guides him.
  const guides = (place: PlanPlace) => Array.from({ length: (place.instansiId ?? 1) - 1 }, (_, index) => index + 1)

  it('has no circle: whatever serves whatever, no chain comes back to where it began', () =>
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 2, maxLength: 8 }), places => {
        const chain = places.every((one, index) => {
          const next = places[(index + 1) % places.length]!
          return mayServe(one, next, guides(one))
        })
        expect(chain).toBe(false)
      }),
    ))
})

describe('the form of a plan', () => {
  const typed = {
    kind: 'rpjmd',
    name: 'RPJMD',
    unitId: null,
    from: '2025',
    until: '2029',
    legalBasis: 'Perda 2/2025',
    verified: true,
  }

  it('is read where nothing is wrong with it', () =>
    expect(readPlan(typed, 'daerah', false)).toEqual({
      ok: true,
      values: {
        kind: 'rpjmd',
        name: 'RPJMD',
        unitId: null,
        yearFrom: 2025,
        yearUntil: 2029,
        legalBasis: 'Perda 2/2025',
        verified: true,
      },
    }))

  it.each<[string, object, string[]]>([
    ['a kind of somebody else', { kind: 'rpjmn' }, ['kind']],
    ['a Renstra of no office', { kind: 'renstra' }, ['unit_missing']],
    ['an RPJMD of an office', { unitId: 7 }, ['unit_not_needed']],
    ['no name', { name: '' }, ['name_missing']],
    ['years that are none', { from: '25', until: 'x' }, ['from', 'until']],
    ['an end before its beginning', { from: '2029', until: '2025' }, ['until_before']],
    ['half a century', { until: '2075' }, ['too_long']],
    ['a plan in force without a legal basis', { legalBasis: '' }, ['basis_missing']],
  ])('refuses %s', (_, change, flaws) => expect(readPlan({ ...typed, ...change }, 'daerah', false)).toEqual({ ok: false, flaws }))

  it('lets a draft be without legal basis, and the Renstra of a ministry without office', () => {
    expect(readPlan({ ...typed, legalBasis: '' }, 'daerah', true)).toMatchObject({ ok: true, values: { legalBasis: null } })
    expect(readPlan({ ...typed, kind: 'renstra' }, 'pusat', false)).toMatchObject({ ok: true, values: { unitId: null } })
  })
})

it('every kind has one owner or more, and the archive is the end', () => {
  for (const kind of planKinds) expect(Object.values(kindsOfOwner).some(kinds => kinds.includes(kind))).toBe(true)
  expect([ownerOf(null), ownerOf('kota'), ownerOf('lembaga')]).toEqual(['nasional', 'daerah', 'pusat'])
  expect(planStates.filter(state => nextStates[state].length === 0)).toEqual(['archived'])
})
