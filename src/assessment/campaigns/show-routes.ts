import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { isDay } from '../record-form.ts'
import * as actions from './actions.ts'
import { typedForm } from './draft-form.ts'
import { campaignHere, campaignToRun, wrongState } from './here.ts'
import { messages } from './messages.ts'
import { admitNewcomers, declineNewcomers } from './people-actions.ts'
import { campaignPage } from './show.ts'

const isReason = (text: string) => text.length >= 5 && text.length <= 300

/** One campaign, and what is done with it as a whole. */
export function showRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const fields = async (c: Ctx) => typedForm(await c.req.parseBody({ all: true })).text

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}', async c => campaignPage(c, services, await campaignHere(c, services)))

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/buka', async c => {
    const { campaign, home } = await campaignToRun(c, services)
    const opened = await actions.openCampaign(services, actorOf(c), campaign.id)
    if (opened.ok) flash(c, 'ok', m(c).opened(formatNumber(opened.people, c.get('language'))))
    else if (opened.why === 'nobody') flash(c, 'warn', m(c).openNobody)
    else throw wrongState()
    return c.redirect(home, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/buang', async c => {
    const { campaign } = await campaignToRun(c, services)
    const done = await actions.discardCampaign(services, actorOf(c), campaign.id)
    if (!done.ok) throw wrongState()
    flash(c, 'ok', m(c).discarded)
    return c.redirect(`/pemetaan/kampanye?instansi=${encodeURIComponent(campaign.instansi.regionCode)}`, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/perpanjang', async c => {
    const here = await campaignToRun(c, services)
    const values = await fields(c)
    const { sampai: until = '', alasan: reason = '', gelombang = '' } = values
    const errors = [
      ...(isDay(until) ? [] : [{ field: 'sampai', message: m(c).errors.date }]),
      ...(isReason(reason) ? [] : [{ field: 'alasan-perpanjang', message: m(c).errors.reason }]),
    ]
    if (errors.length > 0) return campaignPage(c, services, here, { form: 'extend', values, errors })
    const wave = /^\d{1,2}$/.test(gelombang) ? Number(gelombang) : null
    const done = await actions.extendCampaign(services, actorOf(c), here.campaign.id, { wave, until, reason })
    if (!done.ok) {
      if (done.why !== 'earlier') throw wrongState()
      return campaignPage(c, services, here, {
        form: 'extend',
        values,
        errors: [{ field: 'sampai', message: m(c).errors.until }],
      })
    }
    flash(c, 'ok', m(c).extended(formatDate(until, c.get('language'))))
    return c.redirect(here.home, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/tutup', async c => {
    const here = await campaignToRun(c, services)
    const values = await fields(c)
    const reason = values.alasan ?? ''
    const ended = here.campaign.waves.every(wave => wave.endsOn < here.today)
    // Early, it needs a reason.
    if ((!ended || reason !== '') && !isReason(reason)) {
      return campaignPage(c, services, here, {
        form: 'close',
        values,
        errors: [{ field: 'alasan-tutup', message: m(c).errors.reason }],
      })
    }
    const done = await actions.closeCampaign(services, actorOf(c), here.campaign.id, reason || null)
    if (!done.ok) throw wrongState()
    flash(c, 'ok', m(c).closed)
    return c.redirect(here.home, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/arsip', async c => {
    const { campaign, home } = await campaignToRun(c, services)
    const done = await actions.archiveCampaign(services, actorOf(c), campaign.id)
    if (!done.ok) throw wrongState()
    flash(c, 'ok', m(c).archived)
    return c.redirect(home, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/pengingat', async c => {
    const here = await campaignToRun(c, services)
    const values = await fields(c)
    const dueOn = values.ingat ?? ''
    const refused = (message: string) =>
      campaignPage(c, services, here, { form: 'remind', values, errors: [{ field: 'ingat', message }] })
    if (!isDay(dueOn)) return refused(m(c).errors.date)
    if (dueOn < here.today) return refused(m(c).errors.reminder)
    const done = await actions.planReminder(services, actorOf(c), here.campaign.id, dueOn)
    if (!done.ok) {
      if (done.why !== 'twice') throw wrongState()
      return refused(m(c).errors.reminderTwice)
    }
    return c.redirect(`${here.home}#pengingat`, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/pengingat/:day{[0-9-]{10}}/hapus', async c => {
    const { campaign, home } = await campaignToRun(c, services)
    const day = c.req.param('day')
    const done = isDay(day) ? await actions.cancelReminder(services, actorOf(c), campaign.id, day) : { ok: true }
    if (!done.ok) throw wrongState()
    return c.redirect(`${home}#pengingat`, 303)
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/calon', async c => {
    const { campaign, home } = await campaignToRun(c, services)
    const { text, many } = typedForm(await c.req.parseBody({ all: true }))
    const chosen = (many.orang ?? []).filter(one => /^\d{1,9}$/.test(one)).map(Number)
    if (text.terpilih === '1' && chosen.length === 0) {
      flash(c, 'warn', m(c).chooseFirst)
      return c.redirect(`${home}/peserta?keadaan=waiting`, 303)
    }
    const ids = chosen.length > 0 ? chosen : null
    const refuse = text.langkah === 'tolak'
    const done = await (refuse ? declineNewcomers : admitNewcomers)(services, actorOf(c), campaign.id, ids)
    if (done === null) throw wrongState()
    const words = formatNumber(done, c.get('language'))
    flash(c, 'ok', refuse ? m(c).declined(words) : m(c).admitted(words))
    return c.redirect(home, 303)
  })

  return app
}
