import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AppealState,
  type AppealStep,
  daysAfter,
  decisionFlaws,
  fileFlaws,
  isOpen,
  mayStep,
  readerFlaw,
  steps,
} from './appeal.ts'

const reason = 'Bukti kinerja tahun 2025 tidak ikut dinilai.'
const result = { recordedOn: '2026-11-01', replaced: false, hasOpenAppeal: false }

describe('filing', () => {
  it('is open for fourteen days where the rule says so, the last day included', () => {
    expect(fileFlaws({ reason, today: '2026-11-15' }, result, 14)).toEqual([])
    expect(fileFlaws({ reason, today: '2026-11-16' }, result, 14)).toEqual(['late'])
    expect(daysAfter('2026-12-25', 14)).toBe('2027-01-08')
  })
  it('needs a reason and a result that stands and is not already looked at', () => {
    expect(fileFlaws({ reason: 'tidak setuju', today: '2026-11-02' }, result, 14)).toEqual(['reason'])
    expect(fileFlaws({ reason, today: '2026-11-02' }, { ...result, hasOpenAppeal: true }, 14)).toEqual(['open'])
    expect(fileFlaws({ reason, today: '2026-11-02' }, { ...result, replaced: true }, 14)).toEqual(['replaced'])
  })
})

describe('four eyes', () => {
  const appeal = { pegawaiId: 7, filedBy: 'ani', recordedBy: 'asesor-1', readerId: 'asesor-2', levelBefore: 2 }
  it('keeps the person and who recorded the result from reading', () => {
    expect(readerFlaw({ accountId: 'asesor-2', pegawaiId: 9 }, appeal, [])).toBeNull()
    expect(readerFlaw({ accountId: 'asesor-1', pegawaiId: 8 }, appeal, [])).toBe('recorded')
    expect(readerFlaw({ accountId: 'x', pegawaiId: 7 }, appeal, [])).toBe('own')
  })
  it('keeps who rated in the campaign from reading, as a pegawai or by an account alone', () => {
    const raters = [
      { pegawaiId: 9, accountId: null },
      { pegawaiId: null, accountId: 'mitra' },
    ]
    expect(readerFlaw({ accountId: 'asesor-2', pegawaiId: 9 }, appeal, raters)).toBe('rated')
    expect(readerFlaw({ accountId: 'mitra', pegawaiId: null }, appeal, raters)).toBe('rated')
    expect(readerFlaw({ accountId: 'admin', pegawaiId: null }, appeal, raters)).toBeNull()
    expect(readerFlaw({ accountId: 'asesor-3', pegawaiId: 10 }, appeal, raters)).toBeNull()
  })
  it('keeps the reader and the person from deciding, and asks for grounds and another level', () => {
    const decision = { outcome: 'changed', level: 3, grounds: reason, accountId: 'pengelola', pegawaiId: 1 }
    expect(decisionFlaws(decision, appeal)).toEqual([])
    expect(decisionFlaws({ ...decision, accountId: 'asesor-2' }, appeal)).toEqual(['reader'])
    expect(decisionFlaws({ ...decision, pegawaiId: 7 }, appeal)).toEqual(['own'])
    expect(decisionFlaws({ ...decision, level: 2 }, appeal)).toEqual(['same_level'])
    expect(decisionFlaws({ ...decision, level: null, grounds: '' }, appeal)).toEqual(['level', 'grounds'])
    expect(decisionFlaws({ ...decision, outcome: 'upheld', level: null }, appeal)).toEqual([])
    expect(decisionFlaws({ ...decision, outcome: '' }, appeal)).toEqual(['outcome'])
  })
})

describe('the states', () => {
  it('end where it is decided or withdrawn: no step leaves either', () => {
    const taken = fc.array(fc.constantFrom(...(Object.keys(steps) as AppealStep[])), { maxLength: 12 })
    fc.assert(
      fc.property(taken, asked => {
        let state: AppealState = 'filed'
        for (const step of asked) {
          if (!isOpen(state)) expect(mayStep(state, step)).toBe(false)
          if (mayStep(state, step)) state = steps[step].to
        }
        return true
      }),
    )
    expect(mayStep('filed', 'decide')).toBe(false)
    expect(mayStep('read', 'withdraw')).toBe(false)
  })
})
