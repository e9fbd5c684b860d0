import { Hono } from 'hono'
import type { AppEnv, Ctx, Services } from '../../platform/http/context.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { Refusal } from '../../platform/http/refusal.ts'
import { giveVerdict, hostView } from './actions.ts'
import { activityMessages } from './messages.ts'
import { HostPage } from './pages/host.tsx'
import type { Activity, HostVerdict } from './store/activity.ts'

const verdicts: readonly HostVerdict[] = ['baik', 'cukup', 'kurang']

/** `/tuan-rumah/:token`: what a host says of whom it took in, without an account; the link is the right. */
export function hostRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]
  const gone = () => new Refusal(404, { id: activityMessages.id.publicGone, en: activityMessages.en.publicGone })

  const show = async (
    c: Ctx,
    typed: { name: string; verdict: string; note: string },
    errors: string[],
    answered: Activity | null = null,
  ) => {
    const of = answered ?? (await hostView(services, c.req.param('token')!))
    if (!of) throw gone()
    const t = m(c)
    return page(
      c,
      { title: t.publicTitle, status: errors.length > 0 ? 422 : 200 },
      HostPage({
        m: t,
        action: `/tuan-rumah/${c.req.param('token')}`,
        lead: t.publicLead(of.learner, of.title),
        verdicts: verdicts.map(value => ({ value, label: t.hostVerdicts[value] })),
        typed,
        errors: errors.map(field => ({ field, message: t.publicErrors[field]! })),
        thanked: answered !== null,
      }),
    )
  }
  const path = '/tuan-rumah/:token{[A-Za-z0-9_-]{20,60}}'

  app.get(path, c => show(c, { name: '', verdict: '', note: '' }, []))

  app.post(path, async c => {
    const field = await formFields(c)
    const typed = { name: field('nama').slice(0, 200), verdict: field('penilaian'), note: field('catatan').slice(0, 2000) }
    const verdict = verdicts.find(one => one === typed.verdict)
    const errors = [...(typed.name.length < 3 ? ['nama'] : []), ...(verdict ? [] : ['penilaian'])]
    if (errors.length > 0 || !verdict) return show(c, typed, errors)
    const done = await giveVerdict(services, c.req.param('token')!, { name: typed.name, verdict, note: typed.note || null })
    if (!done) throw gone()
    return show(c, typed, [], done)
  })

  return app
}
