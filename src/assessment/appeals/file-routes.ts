import { Hono } from 'hono'
import { scopeOf } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { policyAt } from '../../policies/index.ts'
import { fileAppeal } from './actions.ts'
import { appealMessages } from './messages.ts'
import { FileAppealPage } from './pages/file.tsx'
import { appealPolicy } from './policy.ts'
import { daysAfter, type FileFlaw, fileFlaws } from './rules/appeal.ts'
import { appealById, resultToAppeal } from './store.ts'
import { resultFacts } from './views.ts'

/** `/saya/hasil/:id/keberatan`: a person objects to one result. */
export function fileAppealRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const filePage = async (c: Ctx, reason: string, flaws: readonly FileFlaw[]) => {
    const language = c.get('language')
    const m = appealMessages[language]
    const actor = actorOf(c)
    const pegawaiId = actor.pegawaiId
    if (pegawaiId === null) throw notFound()
    const found = await inScope(services.db, scopeOf(actor, ['pegawai']), async tx => {
      const result = await resultToAppeal(tx, pegawaiId, Number(c.req.param('id')))
      if (!result) return null
      const today = services.clock.today(result.timeZone)
      return { result, today, policy: await policyAt(tx, appealPolicy, result.instansiId, today) }
    })
    if (!found) throw notFound()
    const { result, today, policy } = found
    const closed = fileFlaws({ reason, today }, result, policy.value.fileDays).find(flaw => flaw !== 'reason')
    return page(
      c,
      {
        title: m.fileTitle,
        status: flaws.length > 0 ? 422 : 200,
        breadcrumb: [{ href: '/saya/mengapa', label: actor.name }],
      },
      FileAppealPage({
        m,
        facts: [
          ...resultFacts(result, m, language),
          { label: m.recorded, value: formatDate(result.recordedOn, language) },
          { label: m.lastDay, value: formatDate(daysAfter(result.recordedOn, policy.value.fileDays), language) },
        ],
        action: `/saya/hasil/${result.id}/keberatan`,
        reason,
        errors: flaws.map(flaw => ({ field: 'alasan', message: m.fileFlaws[flaw] })),
        closed: closed ? m.fileFlaws[closed] : null,
        backHref: '/saya/mengapa',
      }),
    )
  }

  app.get('/saya/hasil/:id{[0-9]{1,9}}/keberatan', c => filePage(c, '', []))

  app.post('/saya/hasil/:id{[0-9]{1,9}}/keberatan', async c => {
    const reason = (await formFields(c))('alasan')
    const actor = actorOf(c)
    const filed = await fileAppeal(services, actor, Number(c.req.param('id')), reason)
    if (!filed.ok) return filePage(c, reason, filed.flaws)
    const appeal = (await inScope(services.db, scopeOf(actor, ['pegawai']), tx => appealById(tx, filed.id)))!
    flash(c, 'ok', appealMessages[c.get('language')].filedNotice(formatDate(appeal.dueOn, c.get('language'))))
    return c.redirect(`/keberatan/${filed.id}`, 303)
  })

  return app
}
