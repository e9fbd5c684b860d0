import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { PageHeader } from '../../ui/index.ts'
import { readWithdrawal, type WithdrawForm } from '../letters/form.ts'
import { letterMessages } from '../letters/messages.ts'
import { WithdrawLetters } from '../letters/pages/withdraw.tsx'
import { activityHere, type Seen } from './here.ts'
import { withdrawActivityLetters } from './letter-actions.ts'
import { activityMessages } from './messages.ts'
import { holding, letterKindOf } from './rules/letter.ts'

/** `/kegiatan/:id/surat/cabut`: letters of an activity that no longer hold. */
export function activityWithdrawalRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]
  const letters = (c: Ctx) => letterMessages[c.get('language')]
  const path = '/kegiatan/:id{[0-9]{1,9}}/surat/cabut'

  /** @throws Refusal 404 for anybody but who decides on it, and where no letter holds */
  const decided = async (c: Ctx): Promise<Seen> => {
    const seen = await activityHere(services, actorOf(c), Number(c.req.param('id')))
    if (!seen.parts.includes('approver') || holding(seen.letters).length === 0) throw notFound()
    return seen
  }

  const show = (c: Ctx, { activity: one, letters: issued }: Seen, form: WithdrawForm) =>
    page(
      c,
      {
        title: letters(c).withdraw,
        breadcrumb: [
          { href: '/kegiatan', label: m(c).title },
          { href: `/kegiatan/${one.id}`, label: one.title },
        ],
        status: form.errors.length > 0 ? 422 : 200,
      },
      <>
        <PageHeader title={letters(c).withdraw} eyebrow={`${one.learner}: ${one.title}`} lead={letters(c).withdrawLead} />
        <WithdrawLetters
          m={letters(c)}
          action={`/kegiatan/${one.id}/surat/cabut`}
          backHref={`/kegiatan/${one.id}`}
          form={form}
          letters={holding(issued).map(letter => ({
            id: letter.id,
            label: `${m(c).letterKinds[letterKindOf(one.kind)]} ${letter.number}`,
            detail: formatDate(letter.date, c.get('language')),
          }))}
        />
      </>,
    )

  app.get(path, async c => {
    const seen = await decided(c)
    const [only, ...others] = holding(seen.letters)
    return show(c, seen, { ids: only && others.length === 0 ? [only.id] : [], why: '', errors: [] })
  })

  app.post(path, async c => {
    const seen = await decided(c)
    const why = (await formFields(c))('alasan')
    const form = readWithdrawal(await formIds(c, 'surat'), why, holding(seen.letters), letters(c))
    if (form.errors.length > 0) return show(c, seen, form)
    const done = await withdrawActivityLetters(services, actorOf(c), seen.activity, form.ids, form.why)
    flash(c, 'ok', letters(c).withdrawDone(done.map(one => one.number).join(', ')))
    return c.redirect(`/kegiatan/${seen.activity.id}`, 303)
  })

  return app
}
