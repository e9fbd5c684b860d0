import { Hono } from 'hono'
import { contentOf, isOneOf, mediaTypes, safeName, viewable } from '../../platform/files/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { typedDay } from '../rules/day.ts'
import * as actions from './actions.ts'
import { activityHere, type Seen } from './here.ts'
import { activityMessages } from './messages.ts'
import { ActivityPage } from './pages/show.tsx'
import { activitySteps, kindsOfActivity, logFlaws, needsReason } from './rules/activity.ts'
import { mayHaveLetter } from './rules/letter.ts'
import { activityView, blankTyped, type Errors, fileKinds, type Typed } from './show-view.ts'

const largest = 10 * 2 ** 20
const logField = { day: 'tanggal', future: 'tanggal', outside: 'tanggal', minutes: 'menit', words: 'uraian' } as const

/** `/kegiatan/:id`: one activity: its plan, log, files, steps. */
export function activityShowRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]
  const here = (c: Ctx) => activityHere(services, actorOf(c), Number(c.req.param('id')))
  const back = (c: Ctx) => c.redirect(`/kegiatan/${c.req.param('id')}`, 303)
  const path = '/kegiatan/:id{[0-9]{1,9}}'

  const show = (c: Ctx, seen: Seen, typed: Typed, errors: Errors, link: string | null = null) =>
    page(
      c,
      {
        title: seen.activity.title,
        breadcrumb: [{ href: '/kegiatan', label: m(c).title }],
        status: errors.length > 0 ? 422 : 200,
      },
      ActivityPage(activityView(seen, c.get('language'), typed, errors, link)),
    )

  app.get(path, async c => show(c, await here(c), blankTyped, []))

  app.post(`${path}/langkah`, async c => {
    const seen = await here(c)
    const field = await formFields(c)
    const step = activitySteps.find(one => one === field('langkah'))
    if (!step) throw notFound()
    const reason = field('alasan').slice(0, 1000)
    if (needsReason(step) && reason.length < 10) {
      flash(c, 'bad', m(c).reasonMissing)
      return back(c)
    }
    const outcome = field('hasil').slice(0, 4000)
    const said = { reason: needsReason(step) ? reason : null, ...(step === 'report' ? { outcome } : {}) }
    const taken = await actions.takeStep(services, actorOf(c), seen.activity.id, step, seen.parts, said)
    if (!taken.ok && 'flaws' in taken) {
      const errors = taken.flaws.map(flaw => ({
        field: flaw === 'letter' ? 'berkas' : flaw === 'outcome' ? 'hasil' : 'buku-log',
        message: m(c).reportFlaws[flaw],
      }))
      return show(c, seen, { ...blankTyped, outcome }, errors)
    }
    flash(c, taken.ok ? 'ok' : 'warn', taken.ok ? m(c).done(m(c).stepsDone[step]!) : m(c).stale)
    return back(c)
  })

  app.post(`${path}/log`, async c => {
    const seen = await here(c)
    if (!seen.parts.includes('learner')) throw notFound()
    const field = await formFields(c)
    const typed = { ...blankTyped, on: field('tanggal'), minutes: field('menit'), words: field('uraian').slice(0, 4000) }
    const entry = {
      on: typedDay(typed.on),
      minutes: /^\d{1,4}$/.test(typed.minutes) ? Number(typed.minutes) : null,
      words: typed.words,
    }
    const flaws = logFlaws(entry, seen.activity, services.clock.today())
    if (flaws.length > 0)
      return show(
        c,
        seen,
        typed,
        flaws.map(flaw => ({ field: logField[flaw], message: m(c).logFlaws[flaw] })),
      )
    const { on, minutes, words } = entry
    const saved = await actions.writeLog(services, actorOf(c), seen.activity.id, { on: on!, minutes: minutes!, words })
    flash(c, saved === 'done' ? 'ok' : 'warn', saved === 'done' ? m(c).logSaved : m(c).stale)
    return back(c)
  })

  app.post(`${path}/log/:entry{[0-9]{1,9}}/hapus`, async c => {
    const seen = await here(c)
    if (!seen.parts.includes('learner')) throw notFound()
    const done = await actions.takeBackLog(services, actorOf(c), seen.activity.id, Number(c.req.param('entry')))
    flash(c, done === 'done' ? 'ok' : 'warn', done === 'done' ? m(c).logRemoved : m(c).stale)
    return back(c)
  })

  app.post(`${path}/konfirmasi`, async c => {
    const seen = await here(c)
    if (!seen.parts.includes('partner')) throw notFound()
    const done = await actions.confirmSessions(services, actorOf(c), seen.activity.id, await formIds(c, 'catatan'))
    flash(c, done === 'done' ? 'ok' : 'warn', done === 'done' ? m(c).sessionsConfirmed : m(c).stale)
    return back(c)
  })

  app.post(`${path}/berkas`, async c => {
    const seen = await here(c)
    if (!seen.parts.includes('learner')) throw notFound()
    const body = await c.req.parseBody()
    const file = body.berkas
    const bytes = file instanceof File && file.size <= largest ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const content = contentOf(bytes)
    const kind = fileKinds.find(one => one === body.jenis) ?? 'bukti'
    if (!isOneOf(content, viewable) || !(file instanceof File)) {
      flash(c, 'bad', m(c).fileRefused)
      return back(c)
    }
    const upload = { kind, bytes, name: safeName(file.name, content), media: mediaTypes[content] }
    const done = await actions.attach(services, actorOf(c), seen.activity, upload)
    flash(c, done === 'done' ? 'ok' : 'warn', done === 'done' ? m(c).uploaded : m(c).stale)
    return back(c)
  })

  app.get(`${path}/berkas/:file{[0-9]{1,9}}`, async c => {
    const { files } = await here(c)
    const file = files.find(one => one.id === Number(c.req.param('file')))
    if (!file) throw notFound()
    return sendFile(c, services.files, { key: file.key, name: file.name, type: file.media, inline: false })
  })

  app.post(`${path}/tuan-rumah`, async c => {
    const seen = await here(c)
    const { activity, parts } = seen
    if (!parts.includes('learner') || !kindsOfActivity[activity.kind].host || !mayHaveLetter(activity.state)) throw notFound()
    // A verdict stands: it is not asked for until it pleases.
    if (activity.hostVerdict !== null) throw notFound()
    const token = await actions.askHost(services, actorOf(c), activity)
    const home = services.config.publicUrl ?? new URL(c.req.url).origin
    return show(c, await here(c), blankTyped, [], `${home}/tuan-rumah/${token}`)
  })

  return app
}
