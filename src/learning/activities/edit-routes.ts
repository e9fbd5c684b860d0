import { Hono } from 'hono'
import { personById } from '../../people/index.ts'
import { asJob } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { draftActivity, editActivity } from './actions.ts'
import {
  type ActivityForm,
  activityErrors,
  activityForm,
  blankActivity,
  kindOf,
  readActivityForm,
  typedActivity,
} from './form.ts'
import { activityHere, partnerOfNip } from './here.ts'
import { activityMessages } from './messages.ts'
import { ActivityFormPage, ActivityKindsPage } from './pages/form.tsx'
import { activityKinds, kindsOfActivity } from './rules/activity.ts'
import type { Activity } from './store/activity.ts'

/** The form of an activity: new, or one that nobody has agreed to yet. */
export function activityEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]

  const show = (c: Ctx, form: ActivityForm, one: Activity | null, errors: { field: string; message: string }[]) => {
    const t = m(c)
    const kind = kindOf(form.jenis) ?? 'coaching'
    const { partner, host } = kindsOfActivity[kind]
    return page(
      c,
      {
        title: one ? t.edit : t.create,
        breadcrumb: [{ href: '/kegiatan', label: t.title }],
        status: errors.length > 0 ? 422 : 200,
      },
      ActivityFormPage({
        m: t,
        title: one ? t.edit : t.create,
        action: one ? `/kegiatan/${one.id}/ubah` : '/kegiatan/baru',
        backHref: one ? `/kegiatan/${one.id}` : '/kegiatan',
        kind: t.kinds[kind],
        otherHref: one ? null : '/kegiatan/baru',
        about: t.kindHelp[kind],
        values: { ...form, jenis: kind },
        partner,
        host,
        errors,
      }),
    )
  }

  const read = async (c: Ctx, one: Activity | null) => {
    const form = readActivityForm(await formFields(c))
    const partner = await partnerOfNip(services, actorOf(c), form.nip, one)
    return { form, typed: typedActivity(form, partner, actorOf(c).pegawaiId) }
  }

  app.get('/kegiatan/baru', c => {
    if (actorOf(c).pegawaiId === null) throw forbidden()
    const kind = kindOf(c.req.query('jenis') ?? '')
    if (kind) return show(c, blankActivity(kind), null, [])
    const t = m(c)
    const kinds = activityKinds.map(value => ({
      href: `/kegiatan/baru?jenis=${value}`,
      label: t.kinds[value],
      about: t.kindHelp[value],
      counted: t.countedBy[kindsOfActivity[value].counts],
    }))
    return page(c, { title: t.create, breadcrumb: [{ href: '/kegiatan', label: t.title }] }, ActivityKindsPage({ m: t, kinds }))
  })

  app.post('/kegiatan/baru', async c => {
    if (actorOf(c).pegawaiId === null) throw forbidden()
    const { form, typed } = await read(c, null)
    if (!typed.ok) return show(c, form, null, activityErrors(typed.flaws, m(c)))
    const id = await draftActivity(services, actorOf(c), typed.values)
    flash(c, 'ok', m(c).saved)
    return c.redirect(`/kegiatan/${id}`, 303)
  })

  /** @throws Refusal 404 for anybody but whose it is, and once somebody agreed to it */
  const own = async (c: Ctx): Promise<Activity> => {
    const { activity, parts } = await activityHere(services, actorOf(c), Number(c.req.param('id')))
    if (!parts.includes('learner') || !['draft', 'returned'].includes(activity.state)) throw notFound()
    return activity
  }

  app.get('/kegiatan/:id{[0-9]{1,9}}/ubah', async c => {
    const one = await own(c)
    const { partnerId } = one
    const partner = partnerId === null ? null : await asJob(services.db, tx => personById(tx, partnerId))
    return show(c, activityForm(one, partner?.nip ?? ''), one, [])
  })

  app.post('/kegiatan/:id{[0-9]{1,9}}/ubah', async c => {
    const one = await own(c)
    const { form, typed } = await read(c, one)
    if (!typed.ok) return show(c, form, one, activityErrors(typed.flaws, m(c)))
    const saved = await editActivity(services, actorOf(c), one, { ...typed.values, kind: one.kind })
    flash(c, saved ? 'ok' : 'warn', saved ? m(c).saved : m(c).savedBetween)
    return c.redirect(`/kegiatan/${one.id}`, 303)
  })

  return app
}
