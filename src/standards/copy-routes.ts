import { Hono } from 'hono'
import { jenjangLabels } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { pageNumber, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { copyStandard } from './copy-actions.ts'
import { CopyPage } from './pages/copy.tsx'
import { unitName } from './present.ts'
import { isBasis } from './standard-form.ts'
import { type Alike, type LikeFilter, likeIds, likeJabatan } from './store/copy.ts'
import { type Version, versionsOf } from './store/version.ts'
import { jabatanSubject, type Subject, toManage } from './subject.ts'
import { versionMessages } from './version-messages.ts'

const size = 50
const alikes = ['nama', 'jenjang', 'semua'] as const
type Values = { as: 'draft' | 'active'; basis: string; all: boolean; chosen: ReadonlySet<number> }

/** A draft may get its legal basis later; what is set at once needs one. */
const mayCopyWith = ({ as, basis }: Values) => isBasis(basis) || (as === 'draft' && basis === '')

/** A jabatan's own standard, copied to like ones. */
export function copyRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const path = '/standar/:id{[0-9]{1,9}}/salin'

  const sourceOf = async (subject: Subject) =>
    (await versionsOf(services.db, subject.target)).find(row => row.state === 'active') as
      | (Version & { ownerInstansiId: number; jabatanId: number })
      | undefined

  const filterOf = (c: Ctx, subject: Subject): LikeFilter => ({
    jabatanId: subject.target.jabatanId!,
    alike: alikes.find(one => one === c.req.query('sejenis')) ?? 'nama',
    q: sought(c),
  })

  const copyPage = async (c: Ctx, subject: Subject, values: Values, errors: { field: string; message: string }[]) => {
    const language = c.get('language')
    const v = versionMessages[language]
    const filter = filterOf(c, subject)
    const n = pageNumber(c)
    const rows = await likeJabatan(services.db, filter, (n - 1) * size, size)
    const total = rows[0]?.total ?? 0
    return page(
      c,
      {
        title: `${v.copyTitle}: ${subject.name}`,
        wide: true,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [subject.crumb, { href: subject.href(), label: subject.name }],
      },
      CopyPage({
        v,
        name: subject.name,
        lead: v.copyLead(subject.name),
        action: subject.href('/salin'),
        filter: { alike: filter.alike, q: filter.q, alikes: alikes.map(value => ({ value, label: v.alike[value as Alike] })) },
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          unit: unitName(row),
          jenjang: jenjangLabels[language][row.jenjang],
          standing: row.hasDraft ? 'draft' : row.hasOwn ? 'own' : 'none',
        })),
        total,
        totalText: formatNumber(total, language),
        values,
        asChoices: [
          { value: 'draft', label: v.copyAsDraft },
          { value: 'active', label: v.copyAsActive },
        ],
        errors,
        pager: pagerOf(c, n, size, total),
      }),
    )
  }

  const nothingToCopy = (c: Ctx, subject: Subject) => {
    flash(c, 'info', versionMessages[c.get('language')].copyNothingWhat)
    return c.redirect(subject.href(), 303)
  }

  app.get(path, async c => {
    const subject = toManage(await jabatanSubject(c, services))
    if (!(await sourceOf(subject))) return nothingToCopy(c, subject)
    return copyPage(c, subject, { as: 'draft', basis: '', all: false, chosen: new Set() }, [])
  })

  app.post(path, async c => {
    const subject = toManage(await jabatanSubject(c, services))
    const language = c.get('language')
    const v = versionMessages[language]
    const body = await c.req.parseBody({ all: true })
    const one = (name: string) => (typeof body[name] === 'string' ? body[name].replaceAll('\0', '').trim() : '')
    const chosen = [body.jabatan ?? []].flat().flatMap(id => (/^\d{1,9}$/.test(String(id)) ? [Number(id)] : []))
    const values: Values = {
      as: one('sebagai') === 'active' ? 'active' : 'draft',
      basis: one('dasar'),
      all: one('semua') === 'ya',
      chosen: new Set(chosen),
    }
    const from = await sourceOf(subject)
    if (!from) return nothingToCopy(c, subject)
    const errors = [
      ...(chosen.length === 0 && !values.all ? [{ field: 'jabatan', message: v.copyNone }] : []),
      ...(mayCopyWith(values) ? [] : [{ field: 'dasar', message: v.basisMissing }]),
    ]
    if (errors.length > 0) return copyPage(c, subject, values, errors)
    const jabatanIds = values.all ? await likeIds(services.db, filterOf(c, subject)) : chosen
    const copied = await copyStandard(services, actorOf(c), {
      from,
      jabatanIds,
      as: values.as,
      legalBasis: values.basis || null,
      today: subject.today,
    })
    const n = formatNumber(copied, language)
    const skipped = jabatanIds.length - copied
    const sentence = values.as === 'active' ? v.copiedActive(n) : v.copied(n)
    flash(c, copied > 0 ? 'ok' : 'warn', skipped > 0 ? `${sentence} ${v.copySkipped(formatNumber(skipped, language))}` : sentence)
    return c.redirect(
      values.as === 'active' || copied === 0 ? subject.href() : `/standar/rancangan?instansi=${subject.instansi!.regionCode}`,
      303,
    )
  })

  return app
}
