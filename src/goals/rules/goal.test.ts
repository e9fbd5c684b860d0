import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byCode,
  childKinds,
  goalCode,
  goalKinds,
  inTreeOrder,
  parentFlaw,
  parentKinds,
  readGoal,
  type TypedGoal,
} from './goal.ts'

const province = { owner: 'daerah', isProvince: true } as const
const regency = { owner: 'daerah', isProvince: false } as const

describe('the place of a goal', () => {
  it('is under tujuan for a sasaran, under sasaran for an indicator, never under itself', () => {
    expect(parentFlaw('sasaran', 'tujuan')).toBeNull()
    expect(parentFlaw('indikator', 'sasaran')).toBeNull()
    expect(parentFlaw('indikator', null)).toBe('parent_missing')
    expect(parentFlaw('tujuan', 'sasaran')).toBe('parent_kind')
    expect(childKinds('sasaran')).toEqual(['program', 'indikator'])
  })

  it('has no circle: a parent is always of an earlier kind', () => {
    for (const kind of goalKinds) {
      for (const parent of parentKinds[kind]) expect(goalKinds.indexOf(parent)).toBeLessThan(goalKinds.indexOf(kind))
    }
  })
})

describe('the code of a goal', () => {
  it('is any text for a sasaran', () => {
    expect(goalCode('sasaran', ' PN7.1. ', province)).toEqual({ ok: true, code: 'PN7.1' })
    expect(goalCode('sasaran', '', province)).toEqual({ ok: false, flaw: { flaw: 'missing' } })
  })

  it('is the nomenclature code of its own level of government for program and below', () => {
    expect(goalCode('program', '5.03.02', province)).toEqual({ ok: true, code: '5.03.02' })
    expect(goalCode('kegiatan', '5.03.02.1.03', province)).toEqual({ ok: true, code: '5.03.02.1.03' })
    expect(goalCode('kegiatan', '5.03.02.2.03', province)).toEqual({
      ok: false,
      flaw: { flaw: 'government', code: '5.03.02.2.03' },
    })
    expect(goalCode('sub_kegiatan', '5.03.02.1.03.0001', regency)).toEqual({
      ok: false,
      flaw: { flaw: 'government', code: '5.03.02.1.03.0001' },
    })
    expect(goalCode('program', '5.03.02.1.03', province)).toEqual({ ok: false, flaw: { flaw: 'level', level: 'kegiatan' } })
    expect(goalCode('program', '5.3.2', province)).toEqual({
      ok: false,
      flaw: { flaw: 'shape', part: { part: 2, text: '3' } },
    })
  })

  it('of a ministry is its own affair', () =>
    expect(goalCode('program', 'WA.01', { owner: 'pusat', isProvince: false })).toEqual({ ok: true, code: 'WA.01' }))
})

const indicator: TypedGoal = {
  kind: 'indikator',
  code: '1.1.a',
  name: 'Indeks Profesionalitas ASN',
  unitOfMeasure: 'indeks',
  baseline: '64,3',
  baselineYear: '2024',
  direction: 'naik',
  targets: new Map([
    [2025, '66'],
    [2026, ''],
    [2027, '70,5'],
  ]),
}

describe('the form of a goal', () => {
  it('keeps numbers as numbers and a year without a target out', () =>
    expect(readGoal(indicator, 'sasaran', province)).toEqual({
      ok: true,
      values: {
        kind: 'indikator',
        code: '1.1.a',
        name: 'Indeks Profesionalitas ASN',
        unitOfMeasure: 'indeks',
        baseline: 64.3,
        baselineYear: 2024,
        higherIsBetter: true,
        targets: { 2025: 66, 2027: 70.5 },
      },
    }))

  it('says everything that is wrong at once', () => {
    const typed = { ...indicator, name: '', unitOfMeasure: '', direction: '', baselineYear: '24', code: '' }
    const read = readGoal(typed, 'misi', province)
    expect(read.ok ? [] : read.flaws.map(flaw => flaw.field)).toEqual([
      'parent_kind',
      'code',
      'name_missing',
      'unit_of_measure_missing',
      'baseline_year',
      'direction',
    ])
  })

  it('measures nothing but an indicator', () =>
    expect(readGoal({ ...indicator, kind: 'sasaran', code: '1.1' }, 'tujuan', province)).toMatchObject({
      ok: true,
      values: { unitOfMeasure: null, baseline: null, higherIsBetter: null, targets: {} },
    }))
})

describe('the order of a plan', () => {
  it('counts: 1.2 before 1.10', () => expect(['1.10', '1.2', '1', '1.a'].sort(byCode)).toEqual(['1', '1.2', '1.10', '1.a']))

  const anyGoals = fc
    .array(fc.tuple(fc.constantFrom(...goalKinds), fc.nat(20), fc.integer({ min: 1, max: 40 })), { maxLength: 25 })
    .map(rows =>
      rows.map(([kind, parent, code], id) => ({
        id,
        kind,
        code: String(code),
        // A parent that came earlier, or one that is not there.
        parentId: parent < id ? parent : parent === 20 ? 999 : null,
      })),
    )
  it('holds every goal once, each after its parent and one deeper', () =>
    fc.assert(
      fc.property(anyGoals, goals => {
        const ordered = inTreeOrder(goals)
        expect(ordered.map(one => one.goal.id).sort((a, b) => a - b)).toEqual(goals.map(goal => goal.id))
        const depths = new Map<number, number>()
        for (const { goal, depth } of ordered) {
          const above = goal.parentId === null || goal.parentId === 999 ? -1 : depths.get(goal.parentId)
          expect(above).toBe(depth - 1)
          depths.set(goal.id, depth)
        }
      }),
    ))
})
