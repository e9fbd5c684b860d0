import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields, formIds } from '../../../platform/http/form.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { Section } from '../../../ui/index.ts'
import { readWithdrawal, type WithdrawForm } from '../../letters/form.ts'
import { WithdrawLetters } from '../../letters/pages/withdraw.tsx'
import { organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import type { RunClass } from '../run/store.ts'
import { withdrawClassLetters } from './actions.ts'
import { letterKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { misfitOf } from './rules/misfit.ts'
import { type Letter, lettersOf } from './store.ts'

/** `/kelas/:id/surat/cabut`: the letters of a class that no longer hold, one or all at once. */
export function letterWithdrawalRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const path = '/kelas/:id{[0-9]{1,9}}/surat/cabut'
  const home = (cls: RunClass) => `/kelas/${cls.id}/surat`
  const holding = async (cls: RunClass) => (await lettersOf(services.db, cls.id)).filter(one => one.withdrawn === null)
  const none = (c: Ctx, cls: RunClass) => {
    flash(c, 'warn', m(c).withdrawNone)
    return c.redirect(home(cls), 303)
  }

  const show = (c: Ctx, cls: RunClass, letters: readonly Letter[], form: WithdrawForm) => {
    const language = c.get('language')
    return classPage(
      c,
      cls,
      { tab: 'letters', as: 'holder', status: form.errors.length > 0 ? 422 : 200 },
      <Section title={m(c).withdraw} lead={m(c).withdrawLead}>
        <WithdrawLetters
          m={m(c)}
          action={`${home(cls)}/cabut`}
          backHref={home(cls)}
          form={form}
          letters={letters.map(one => ({
            id: one.id,
            label: `${letterKindLabels[language][one.kind]} ${one.number}`,
            detail: `${formatDate(one.date, language)} · ${one.recipient ?? m(c).everybody}`,
          }))}
        />
      </Section>,
    )
  }

  /** With `surat=` the one that was pressed; without it all that became wrong, with the reason that is known. */
  app.get(path, async c => {
    const cls = await organisedClass(services, c)
    const letters = await holding(cls)
    if (letters.length === 0) return none(c, cls)
    const asked = letters.find(one => String(one.id) === c.req.query('surat'))
    const wrong = (asked ? [asked] : letters).filter(one => misfitOf(one, cls) !== null)
    const misfit = wrong[0] ? misfitOf(wrong[0], cls) : null
    const why = misfit === null ? '' : m(c).misfitWhy[misfit]
    return show(c, cls, letters, { ids: (asked ? [asked] : wrong).map(one => one.id), why, errors: [] })
  })

  app.post(path, async c => {
    const cls = await organisedClass(services, c)
    const letters = await holding(cls)
    if (letters.length === 0) return none(c, cls)
    const form = readWithdrawal(await formIds(c, 'surat'), (await formFields(c))('alasan'), letters, m(c))
    if (form.errors.length > 0) return show(c, cls, letters, form)
    const done = await withdrawClassLetters(services, actorOf(c), cls, form.ids, form.why)
    flash(c, 'ok', m(c).withdrawDone(done.map(one => one.number).join(', ')))
    return c.redirect(home(cls), 303)
  })

  return app
}
