import { describe, expect, it } from 'vitest'
import { transferFlaws } from './transfer.ts'

const now = { jabatanId: 7, since: '2024-02-01', today: '2026-11-22' }
const destination = { jabatanId: 8, isHead: false, holder: 'Budi' }
const move = { from: '2026-11-01', basis: 'SK 821/12/2026', destination }

describe('a transfer', () => {
  it('goes into a post that others hold too, but not into a head post that is held', () => {
    expect(transferFlaws(move, now)).toEqual([])
    expect(transferFlaws({ ...move, destination: { ...destination, isHead: true } }, now)).toEqual(['taken'])
    expect(transferFlaws({ ...move, destination: { jabatanId: 8, isHead: true, holder: null } }, now)).toEqual([])
  })
  it('needs another post, a day that has come and follows the last move, and a decree', () => {
    expect(transferFlaws({ from: '', basis: '', destination: null }, now)).toEqual(['jabatan', 'date', 'basis'])
    expect(transferFlaws({ ...move, destination: { ...destination, jabatanId: 7 } }, now)).toEqual(['same'])
    expect(transferFlaws({ ...move, from: '2026-11-23' }, now)).toEqual(['date_future'])
    expect(transferFlaws({ ...move, from: '2024-01-31' }, now)).toEqual(['date_before'])
    expect(transferFlaws({ ...move, from: '2026-02-31' }, now)).toEqual(['date'])
    expect(transferFlaws({ ...move, from: '2024-01-31' }, { ...now, since: null })).toEqual([])
  })
})
