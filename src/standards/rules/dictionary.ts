import { highestLevel, lowestLevel, type Pillar, pillars } from '../../regulation/index.ts'

export type TypedCompetency = Record<
  'code' | 'name' | 'nameEn' | 'pillar' | 'urusan' | 'definition' | 'pembina' | 'legalBasis',
  string
> & {
  /** Of the levels in order: what is expected, and indicators, one a line. */
  levels: readonly { label: string; indicators: string }[]
}
export type CompetencyContent = {
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  urusan: string | null
  definition: string | null
  pembinaId: number | null
  legalBasis: string
  levels: { level: number; label: string; indicators: string[] }[]
}
export type CompetencyFlaw =
  | { at: 'code' | 'name' | 'pillar' | 'urusan' | 'definition' | 'pembina' | 'basis' }
  | { at: 'level' | 'indicators'; level: number }
export type CompetencyRead = { ok: true; content: CompetencyContent } | { ok: false; flaws: CompetencyFlaw[] }

/** Words of an address below /kamus, which no competency may bear. */
const reserved = new Set(['daftar'])
export const isCode = (text: string) => /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/.test(text) && !reserved.has(text.toLowerCase())

/** `Pekerjaan umum` → `pekerjaan_umum`, as jabatan bear it. */
export const urusanOf = (text: string) => text.trim().toLowerCase().replace(/\s+/g, '_') || null

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

const mostIndicators = 20
const levelCount = highestLevel - lowestLevel + 1

/**
 * A competency with its five levels, as a form or a sheet says it. Every level says what is expected; indicators may follow.
 * @param pembinaIds the ministries and agencies that may stand as instansi pembina
 */
export function readCompetency(typed: TypedCompetency, pembinaIds: ReadonlySet<number>): CompetencyRead {
  const flaws: CompetencyFlaw[] = []
  const check = (holds: boolean, at: Exclude<CompetencyFlaw['at'], 'level' | 'indicators'>) => {
    if (!holds) flaws.push({ at })
  }
  const pillar = pillars.find(one => one === typed.pillar)
  const pembinaId = typed.pembina === '' ? null : Number(typed.pembina)
  check(isCode(typed.code), 'code')
  check(typed.name.length >= 1 && typed.name.length <= 200 && typed.nameEn.length <= 200, 'name')
  check(pillar !== undefined, 'pillar')
  check(typed.urusan.length <= 60, 'urusan')
  check(typed.definition.length <= 2000, 'definition')
  check(pembinaId === null || pembinaIds.has(pembinaId), 'pembina')
  check(typed.legalBasis.length >= 5 && typed.legalBasis.length <= 300, 'basis')
  const levels = Array.from({ length: levelCount }, (_, index) => {
    const level = lowestLevel + index
    const label = typed.levels[index]?.label.trim() ?? ''
    const indicators = linesOf(typed.levels[index]?.indicators ?? '')
    if (label === '' || label.length > 1000) flaws.push({ at: 'level', level })
    if (indicators.length > mostIndicators || indicators.some(line => line.length > 500)) flaws.push({ at: 'indicators', level })
    return { level, label, indicators }
  })
  if (flaws.length > 0 || !pillar) return { ok: false, flaws }
  const { code, name, legalBasis } = typed
  return {
    ok: true,
    content: {
      code,
      name,
      nameEn: typed.nameEn || null,
      pillar,
      urusan: urusanOf(typed.urusan),
      definition: typed.definition || null,
      pembinaId,
      legalBasis,
      levels,
    },
  }
}

/** How a competency is typed: reading it again gives it back. */
export const typedCompetency = (row: CompetencyContent): TypedCompetency => ({
  code: row.code,
  name: row.name,
  nameEn: row.nameEn ?? '',
  pillar: row.pillar,
  urusan: row.urusan ?? '',
  definition: row.definition ?? '',
  pembina: row.pembinaId === null ? '' : String(row.pembinaId),
  legalBasis: row.legalBasis,
  levels: row.levels.map(({ label, indicators }) => ({ label, indicators: indicators.join('\n') })),
})
