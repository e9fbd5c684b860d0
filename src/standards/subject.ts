import { chosenInstansi, type Instansi, jenjangLabels } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import type { Language } from '../platform/i18n/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import { managesOwner, readStandards, setsStandardsForAll } from './access.ts'
import { urusanName } from './labels.ts'
import { messages } from './messages.ts'
import type { Post } from './rules/inherit.ts'
import { type Jabatan, jabatanById } from './store/jabatan.ts'
import { type Target, targetOf, type Version } from './store/version.ts'

/** `instansi=` for what ships and holds for everybody. */
export const nationCode = 'nasional'
/** Longest name of a family of functional jabatan. */
const longestFamily = 80

/** A standard that is looked at: of one jabatan, or of a class of them. */
export type Subject = {
  target: Target
  post: Post
  name: string
  /** Above its name. */
  eyebrow: string
  lead: string
  /** Whose; null: it ships. */
  instansi: Pick<Instansi, 'id' | 'name' | 'regionCode'> | null
  jabatan: Jabatan | null
  today: string
  /** The address of one of its pages: '', '/ubah', '/riwayat' … */
  href(part?: string): string
  crumb: { href: string; label: string }
  mayManage: boolean
}

const query = (values: Record<string, string | null>) => {
  const set = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) set.set(name, value)
  return set.size > 0 ? `?${set}` : ''
}

/** `Ahli Muda · rumpun Auditor`, `Administrator · Kesehatan`. */
export function className(t: Pick<Target, 'jenjang' | 'urusan' | 'family'>, language: Language): string {
  const parts = [
    t.jenjang ? jenjangLabels[language][t.jenjang] : '',
    t.urusan ? urusanName(t.urusan) : '',
    t.family ? messages[language].family(t.family) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

export const classHref = (t: Target, ownerCode: string | null, part = '') =>
  `/standar/kelas/${t.jenjang}${part}${query({ instansi: ownerCode ?? nationCode, urusan: t.urusan, rumpun: t.family })}`

/** Where a version's standard is shown. */
export const standardHref = (row: Version, part = '') =>
  row.jabatanId !== null
    ? `/standar/${row.jabatanId}${part}`
    : classHref({ ...row, instansiId: row.ownerInstansiId }, row.ownerCode, part)

export const versionName = (row: Version, language: Language) => row.jabatan ?? className(row, language)

const listHref = (code: string) => `/standar?instansi=${encodeURIComponent(code)}`

export const targetOfJabatan = ({ id, instansi }: Jabatan): Target => ({
  instansiId: instansi.id,
  jabatanId: id,
  jenjang: null,
  urusan: null,
  family: null,
})
export const postOf = ({ id, instansi, jenjang, urusan, name }: Jabatan): Post => ({
  jabatanId: id,
  instansiId: instansi.id,
  jenjang,
  urusan,
  name,
})

/** The jabatan that `:id` names. @throws Refusal 404 outside what the asker may see */
export async function jabatanSubject(c: Ctx, services: Services): Promise<Subject> {
  const language = c.get('language')
  const m = messages[language]
  const actor = actorOf(c)
  const jabatan = await jabatanById(services.db, Number(c.req.param('id')))
  if (!jabatan || !coversInstansi(readStandards(actor), jabatan.instansi.id)) throw notFound()
  const { id, name, jenjang, instansi } = jabatan
  return {
    target: targetOfJabatan(jabatan),
    post: postOf(jabatan),
    name,
    eyebrow: m.standardOf,
    lead: [jenjangLabels[language][jenjang], jabatan.unit.name, instansi.name].join(' · '),
    instansi,
    jabatan,
    today: services.clock.today(instansi.timeZone),
    href: (part = '') => `/standar/${id}${part}`,
    crumb: { href: listHref(instansi.regionCode), label: m.standards },
    mayManage: managesOwner(actor, instansi.id),
  }
}

/** The class that `:jenjang`, `?urusan=` and `?rumpun=` name, of the instansi chosen. @throws Refusal 404 */
export async function classSubject(c: Ctx, services: Services): Promise<Subject> {
  const language = c.get('language')
  const m = messages[language]
  const actor = actorOf(c)
  const jenjang = c.req.param('jenjang') ?? ''
  const urusan = (c.req.query('urusan') ?? '').slice(0, 60) || null
  const family = (c.req.query('rumpun') ?? '').trim().slice(0, longestFamily) || null
  if (!Object.hasOwn(jenjangLabels.id, jenjang) || (urusan && family)) throw notFound()
  const code = c.req.query('instansi') ?? ''
  const instansi = code === nationCode ? null : (await chosenInstansi(c, services.db, readStandards(actor), code)).chosen
  const target: Target = { instansiId: instansi?.id ?? null, jabatanId: null, jenjang: jenjang as Jenjang, urusan, family }
  return {
    target,
    post: { jabatanId: null, instansiId: target.instansiId, jenjang, urusan, name: family ?? '' },
    name: className(target, language),
    eyebrow: m.classStandardOf,
    lead: instansi?.name ?? m.nation,
    instansi,
    jabatan: null,
    today: services.clock.today(instansi?.timeZone),
    href: (part = '') => classHref(target, instansi?.regionCode ?? null, part),
    crumb: { href: `/standar/kelas${query({ instansi: instansi?.regionCode ?? nationCode, urusan })}`, label: m.classes },
    mayManage: instansi ? managesOwner(actor, instansi.id) : setsStandardsForAll(actor),
  }
}

/** The standard of which this is a version. The route has seen that the asker may read it. */
export function subjectOfVersion(c: Ctx, services: Services, row: Version): Subject {
  const language = c.get('language')
  const m = messages[language]
  const name = versionName(row, language)
  return {
    target: targetOf(row),
    post: {
      jabatanId: row.jabatanId,
      instansiId: row.ownerInstansiId,
      jenjang: row.postJenjang ?? '',
      urusan: row.jabatanId === null ? row.urusan : row.postUrusan,
      name: row.jabatan ?? row.family ?? '',
    },
    name,
    eyebrow: row.jabatanId === null ? m.classStandardOf : m.standardOf,
    lead: [row.unit, row.owner ?? m.nation].filter(Boolean).join(' · '),
    instansi:
      row.ownerInstansiId === null ? null : { id: row.ownerInstansiId, name: row.owner ?? '', regionCode: row.ownerCode ?? '' },
    jabatan: null,
    today: services.clock.today(row.timeZone ?? undefined),
    href: (part = '') => standardHref(row, part),
    crumb: { href: standardHref(row), label: name },
    mayManage: managesOwner(actorOf(c), row.ownerInstansiId),
  }
}

/** The same, for who may change it. @throws Refusal 403 */
export const toManage = (subject: Subject): Subject => {
  if (!subject.mayManage) throw forbidden()
  return subject
}
