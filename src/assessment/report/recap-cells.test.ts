import { describe, expect, it } from 'vitest'
import { recapCells } from './recap-cells.ts'
import type { GapBelow, RecapRow, Weighing } from './store/standings.ts'

const gap = (name: string, pillar: GapBelow['pillar'], held: number): GapBelow => ({
  code: name,
  name,
  nameEn: null,
  pillar,
  required: 4,
  held,
})
const gaps = [
  gap('Komunikasi', 'manajerial', 1),
  gap('Integritas', 'manajerial', 2),
  gap('Perekat Bangsa', 'sosial_kultural', 3),
  gap('Audit', 'teknis', 3),
  gap('Anggaran', 'teknis', 3),
]
const row = (of: readonly GapBelow[], more: Partial<RecapRow> = {}): RecapRow => ({
  pegawaiId: 1,
  nip: '199001012015011001',
  name: 'Ani',
  jabatan: 'Auditor Ahli Muda',
  unit: 'Inspektorat',
  opd: 'Inspektorat',
  held: 10,
  capped: 10,
  required: 20,
  assessed: 5,
  asked: 5,
  potential: null,
  potentialOf: null,
  aspects: 0,
  validUntil: '2028-01-01',
  band: null,
  ikk: null,
  category: 'kurang_optimal',
  rated: false,
  predicate: null,
  gaps: [...of],
  ...more,
})
const by: Weighing = { cap: 'total', weights: { potensi: 30, kompetensi: 70 }, purpose: 'pemetaan', day: '2026-11-22' }
const cells = (of: RecapRow, language: 'id' | 'en' = 'id') =>
  recapCells(of, 1, { language, by, instansi: 'Provinsi', soon: '2027-02-20' })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('what to develop', () => {
  it('is whole in the form, and the three widest gaps on the screen with how many are left', () => {
    const { suggestion, suggestionBrief } = cells(row(gaps))
    expect(plain(suggestion)).toBe('Komunikasi 1 → 4; Integritas 2 → 4; Perekat Bangsa 3 → 4; Audit 3 → 4; Anggaran 3 → 4')
    expect(plain(suggestionBrief)).toBe('Komunikasi 1 → 4; Integritas 2 → 4; Perekat Bangsa 3 → 4; dan 2 lagi pada laporannya')
    expect(plain(cells(row(gaps), 'en').suggestionBrief)).toMatch(/and 2 more in the report$/)
  })

  it('is the same on both where there are few, or none, or nothing is known', () => {
    expect(cells(row(gaps.slice(0, 3))).suggestionBrief).toBe(cells(row(gaps.slice(0, 3))).suggestion)
    expect(cells(row([])).suggestionBrief).toBe('Tidak ada kesenjangan pada yang sudah dinilai')
    expect(cells(row([], { held: null, capped: null, required: null })).suggestionBrief).toBe('–')
  })

  it('by kind names the competencies where they are few, and counts them where they are many', () => {
    expect(cells(row(gaps.slice(0, 2))).kindsBrief).toBe('Manajerial: Komunikasi, Integritas')
    expect(cells(row(gaps)).kindsBrief).toBe('Manajerial 2, Sosial kultural 1, Teknis 2')
    expect(cells(row(gaps)).kinds).toContain('Teknis: Audit, Anggaran')
  })
})
