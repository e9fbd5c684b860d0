import { expect, it } from 'vitest'
import { evidenceLine } from './present.ts'
import type { Evidence } from './store.ts'

it('a decision made before seven in the morning was made that day, not the day before in Greenwich', () => {
  const row: Evidence = {
    id: 1,
    pegawaiId: 2,
    name: 'Ani',
    nip: '199001012015032001',
    unit: 'Bidang',
    instansiId: 1,
    classId: 1,
    competencyId: 1,
    competency: 'Integritas',
    competencyEn: null,
    title: 'Pelatihan',
    completedOn: '2026-11-20',
    score: null,
    taught: 3,
    before: 2,
    to: 3,
    outcome: 'accepted',
    why: 'rule',
    decidedName: 'Budi',
    decidedAt: new Date('2026-11-21T23:30:00Z'),
    decidedWhy: null,
  }
  expect(evidenceLine(row, 'id', null).decided).toContain('22 November 2026')
})
