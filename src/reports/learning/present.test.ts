import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../assessment/index.ts'
import { levelLines, risenSince } from './present.ts'

const row = (values: Partial<Evidence>): Evidence => ({
  id: 1,
  pegawaiId: 1,
  name: 'Ani',
  nip: '',
  unit: '',
  instansiId: 1,
  classId: 1,
  competencyId: 1,
  competency: 'Integritas',
  competencyEn: 'Integrity',
  title: 'Kursus',
  completedOn: '2026-11-20',
  score: 80,
  taught: 3,
  before: 2,
  to: 3,
  outcome: 'raised',
  why: 'rule',
  decidedName: null,
  decidedAt: null,
  decidedWhy: null,
  ...values,
})
const words = (one: Partial<Evidence>, required: number | null = 3) =>
  levelLines([row(one)], new Map(required === null ? [] : [[1, required]]), 'id').map(({ words, tone, why }) => [
    words,
    tone,
    why,
  ])[0]

describe('what a passed learning did to a level', () => {
  it('is said in a sentence with its reason, by what came of it', () => {
    expect(words({})).toEqual(['Integritas naik dari tingkat 2 ke 3', 'ok', 'Memenuhi standar jabatan. Menurut aturan instansi.'])
    expect(words({}, 4)).toEqual(['Integritas naik dari tingkat 2 ke 3', 'ok', 'Standar jabatan 4. Menurut aturan instansi.'])
    expect(words({ before: null, outcome: 'accepted' }, null)).toEqual([
      'Integritas kini tingkat 3',
      'ok',
      'Menurut aturan instansi.',
    ])
    expect(words({ outcome: 'proposed', before: null, why: 'unassessed' }, null)).toEqual([
      'Integritas diusulkan ke tingkat 3',
      'warn',
      'Belum pernah dinilai, atau hasilnya sudah kedaluwarsa. Pengelola kepegawaian atau asesor memutuskannya.',
    ])
    expect(words({ outcome: 'confirmed', before: 4, to: null, why: 'held' })).toEqual([
      'Integritas tetap tingkat 4',
      'neutral',
      'Memenuhi standar jabatan. Tingkat itu sudah dimiliki.',
    ])
    expect(words({ outcome: 'ignored', to: null })?.[0]).toBe('Integritas dicatat sebagai bukti')
    expect(words({ outcome: 'rejected', decidedWhy: 'Belum tampak.' })).toEqual([
      'Integritas dicatat sebagai bukti',
      'neutral',
      'Standar jabatan 3. Belum tampak.',
    ])
  })
  it('puts what rose first', () =>
    expect(
      levelLines(
        [row({ outcome: 'confirmed', competencyId: 2 }), row({ outcome: 'proposed', competencyId: 3 }), row({})],
        new Map(),
        'en',
      ).map(one => one.competencyId),
    ).toEqual([1, 2, 3]))
})

describe('beside the radar', () => {
  it('stands what rose since a day, with the learning and its day', () =>
    expect(
      risenSince(
        [
          row({ completedOn: '2026-10-23' }),
          row({ completedOn: '2026-10-22' }),
          row({ outcome: 'proposed' }),
          row({ outcome: 'confirmed' }),
        ],
        '2026-10-23',
        'id',
      ),
    ).toEqual([{ words: 'Integritas naik dari tingkat 2 ke 3', why: 'Lulus Kursus, 23 Oktober 2026. Menurut aturan instansi.' }]))
})
