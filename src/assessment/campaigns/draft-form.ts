import type { Jenjang, JpmPurpose } from '../../regulation/index.ts'
import { isDay } from '../record-form.ts'
import type { Messages } from './messages.ts'
import { type CampaignMethod, campaignMethods } from './rules/outcome.ts'
import type { Population } from './rules/population.ts'
import type { Wave } from './rules/waves.ts'
import type { Campaign, Draft } from './store/campaign.ts'
import type { ByNip } from './store/population.ts'

export type FormError = { field: string; message: string }

/** A form as it was posted: text fields, and those that may be ticked several times. */
export type Typed = { text: Record<string, string>; many: Record<string, string[]> }

const lists = ['metode', 'unit', 'jenis', 'jenjang', 'kepegawaian', 'asesor', 'orang'] as const

export function typedForm(body: Record<string, unknown>): Typed {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').trim() : null)
  const all = (value: unknown) => (Array.isArray(value) ? value : [value]).map(clean).filter((one): one is string => one !== null)
  const text = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, all(value)[0] ?? '']))
  return { text, many: Object.fromEntries(lists.map(name => [name, body[name] === undefined ? [] : all(body[name])])) }
}

/** The numbers in a box of NIP, in whatever way they are set apart; each once. */
export const nipsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]+/)
      .map(line => line.replace(/[\s.]/g, ''))
      .filter(Boolean),
  ),
]

type Known = { jenis: readonly string[]; jenjang: readonly string[]; employment: readonly string[]; unitIds: readonly number[] }

/** The rule of the population as it was typed; what is not known is left out, never widened. */
export function readPopulation({ text, many }: Typed, known: Known): Population {
  const mapped = text.hasil === 'unmapped' || text.hasil === 'expiring' ? text.hasil : 'any'
  return {
    unitIds: (many.unit ?? []).map(Number).filter(id => known.unitIds.includes(id)),
    jenis: (many.jenis ?? []).filter(one => known.jenis.includes(one)),
    jenjang: (many.jenjang ?? []).filter(one => known.jenjang.includes(one)) as Jenjang[],
    employment: (many.kepegawaian ?? []).filter(one => known.employment.includes(one)),
    mapped,
    before: mapped === 'expiring' && isDay(text.sebelum ?? '') ? text.sebelum! : null,
  }
}

const quotaIn = (text: string): number | null | undefined =>
  text === '' ? null : /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : undefined

export type ReadDraft = { draft: Draft; wave: Wave; errors: FormError[] }

/** A campaign as it was typed, and what is wrong with it. `first`: the form holds the first wave too. */
export function readDraft(typed: Typed, known: Known & { threshold: number; first: boolean }, m: Messages): ReadDraft {
  const { errors: words } = m
  const errors: FormError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const of = (name: string) => typed.text[name] ?? ''
  const population = readPopulation(typed, known)
  const methods = campaignMethods.filter(method => typed.many.metode?.includes(method))
  const each = /^\d{1,2}$/.test(of('penilai')) ? Number(of('penilai')) : Number.NaN
  if (of('nama') === '' || of('nama').length > 160) wrong('nama', words.name)
  if (of('dasar') === '' || of('dasar').length > 300) wrong('dasar', words.legalBasis)
  const purpose = (['pemetaan', 'pengisian'] as JpmPurpose[]).find(one => one === of('tujuan'))
  if (!purpose) wrong('tujuan', words.purpose)
  if (methods.length === 0) wrong('metode', words.methods)
  if (!(each >= known.threshold && each <= 15)) wrong('penilai', words.ratersEach(String(known.threshold)))
  if (population.mapped === 'expiring' && population.before === null)
    wrong('sebelum', of('sebelum') === '' ? words.before : words.date)
  const quota = quotaIn(of('kuota'))
  if (known.first) {
    for (const field of ['mulai', 'selesai']) if (!isDay(of(field))) wrong(field, words.date)
    if (isDay(of('mulai')) && isDay(of('selesai')) && of('selesai') < of('mulai')) wrong('selesai', words.order)
    if (quota === undefined) wrong('kuota', words.quota)
  }
  return {
    draft: {
      name: of('nama'),
      purpose: purpose ?? 'pemetaan',
      legalBasis: of('dasar'),
      methods: methods as CampaignMethod[],
      population,
      ratersEach: each,
    },
    wave: { number: 1, startsOn: of('mulai'), endsOn: of('selesai'), quota: quota ?? null },
    errors,
  }
}

export type ReadPicks = { picks: { id: number; kind: 'added' | 'excluded' }[]; errors: FormError[] }

/** Who was added and left out by number; numbers that nobody here bears are named. */
export function readPicks({ text }: Typed, found: readonly ByNip[], m: Messages): ReadPicks {
  const errors: FormError[] = []
  const byNip = new Map(found.map(one => [one.nip, one.id]))
  const [added, excluded] = [nipsIn(text.tambah ?? ''), nipsIn(text.kecuali ?? '')]
  for (const [field, nips] of [
    ['tambah', added],
    ['kecuali', excluded],
  ] as const) {
    const unknown = nips.filter(nip => !byNip.has(nip))
    if (unknown.length > 0) errors.push({ field, message: m.errors.nips(unknown.slice(0, 5).join(', ')) })
  }
  const both = added.filter(nip => excluded.includes(nip))
  if (both.length > 0) errors.push({ field: 'kecuali', message: m.errors.both(both.slice(0, 5).join(', ')) })
  const ids = (nips: readonly string[], kind: 'added' | 'excluded') =>
    nips.flatMap(nip => (byNip.has(nip) ? [{ id: byNip.get(nip)!, kind }] : []))
  return { picks: [...ids(added, 'added'), ...ids(excluded, 'excluded')], errors }
}

/** A saved draft as the form shows it. */
export function formOf(campaign: Campaign, picks: readonly { kind: 'added' | 'excluded'; nip: string }[]): Typed {
  const nips = (kind: 'added' | 'excluded') =>
    picks
      .filter(one => one.kind === kind)
      .map(one => one.nip)
      .join('\n')
  const { population } = campaign
  return {
    text: {
      nama: campaign.name,
      dasar: campaign.legalBasis,
      tujuan: campaign.purpose,
      penilai: String(campaign.ratersEach),
      hasil: population.mapped,
      sebelum: population.before ?? '',
      tambah: nips('added'),
      kecuali: nips('excluded'),
      versi: String(campaign.version),
    },
    many: {
      metode: [...campaign.methods],
      unit: population.unitIds.map(String),
      jenis: [...population.jenis],
      jenjang: [...population.jenjang],
      kepegawaian: [...population.employment],
    },
  }
}

/** Waves of a posted table, the empty new one left out; what is wrong is named at its field. */
export function readWaves(typed: Typed, count: number, m: Messages): { waves: Wave[]; errors: FormError[] } {
  const errors: FormError[] = []
  const waves: Wave[] = []
  for (let row = 1; row <= count + 1; row++) {
    const of = (name: string) => typed.text[`${name}-${row}`] ?? ''
    const isNew = row === count + 1
    if (of('hapus') === '1' || (isNew && of('mulai') === '' && of('selesai') === '')) continue
    for (const field of ['mulai', 'selesai']) {
      if (!isDay(of(field))) errors.push({ field: `${field}-${row}`, message: of(field) === '' ? m.errors.wave : m.errors.date })
    }
    const quota = quotaIn(of('kuota'))
    if (quota === undefined) errors.push({ field: `kuota-${row}`, message: m.errors.quota })
    waves.push({ number: row, startsOn: of('mulai'), endsOn: of('selesai'), quota: quota ?? null })
  }
  return { waves, errors }
}
