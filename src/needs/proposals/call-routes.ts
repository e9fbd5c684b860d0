import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { manageNeeds } from '../access.ts'
import { setCall } from './actions.ts'
import { messages } from './messages.ts'
import { CallPage } from './pages/call.tsx'
import { UnitCountPage } from './pages/units.tsx'
import { proposalScope, standingOf } from './place.ts'
import { type CallFlaw, readCall, type TypedCall } from './rules/call.ts'
import { callsOf, unitCounts } from './store.ts'

const inputs: Record<CallFlaw, string> = { year: 'tahun', opens: 'buka', closes: 'tutup', order: 'tutup' }

/** The call itself, and who has not answered it. */
export function callRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const placeOf = async (c: Ctx, code?: string) => {
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen } = await chosenInstansi(c, db, scope, code)
    return { scope, instansi: chosen, today: services.clock.today(chosen.timeZone) }
  }

  const callPage = async (
    c: Ctx,
    place: Awaited<ReturnType<typeof placeOf>>,
    typed: TypedCall | null,
    flaws: readonly CallFlaw[],
  ) => {
    const language = c.get('language')
    const m = messages[language]
    const { instansi, today } = place
    const calls = await inScope(db, proposalScope({ instansi }), tx => callsOf(tx, instansi.id))
    const asked = calls.find(one => String(one.year) === c.req.query('tahun'))
    const nextYear = String(Number(today.slice(0, 4)) + 1)
    const day = (date: string) => formatDate(date, language)
    return page(
      c,
      {
        title: m.callTitle,
        status: flaws.length > 0 ? 422 : 200,
        breadcrumb: [{ href: `/usulan?instansi=${instansi.regionCode}`, label: m.proposals }],
      },
      CallPage({
        m,
        place: instansi.name,
        instansi: instansi.regionCode,
        typed:
          typed ??
          (asked
            ? { year: String(asked.year), opens: asked.opensOn, closes: asked.closesOn, note: asked.note ?? '' }
            : { year: calls.length === 0 ? nextYear : '', opens: calls.length === 0 ? today : '', closes: '', note: '' }),
        errors: flaws.map(flaw => ({ field: inputs[flaw], message: m.callFlaws[flaw] })),
        calls: calls.map(call => ({
          year: String(call.year),
          opens: day(call.opensOn),
          closes: day(call.closesOn),
          note: call.note ?? '',
          href: `/usulan/masa?instansi=${instansi.regionCode}&tahun=${call.year}`,
        })),
      }),
    )
  }

  app.get('/usulan/masa', async c => callPage(c, await placeOf(c), null, []))

  app.post('/usulan/masa', async c => {
    const field = await formFields(c)
    const place = await placeOf(c, field('instansi'))
    const typed: TypedCall = {
      year: field('tahun'),
      opens: field('buka'),
      closes: field('tutup'),
      note: field('petunjuk').slice(0, 1000),
    }
    const read = readCall(typed, place.today)
    if (!read.ok) return callPage(c, place, typed, read.flaws)
    await setCall(services, actorOf(c), place.scope, { instansiId: place.instansi.id, ...read.values })
    flash(c, 'ok', messages[c.get('language')].callSaved)
    return c.redirect(`/usulan?instansi=${place.instansi.regionCode}&tahun=${read.values.year}`, 303)
  })

  app.get('/usulan/unit', async c => {
    const language = c.get('language')
    const m = messages[language]
    const standing = await standingOf(c, services)
    if (!standing.reads) throw forbidden()
    const onlyNot = c.req.query('hanya') === 'belum'
    const { calls, units } = await inScope(db, proposalScope(standing), async tx => {
      const calls = await callsOf(tx, standing.instansi.id)
      const call = calls.find(one => String(one.year) === c.req.query('tahun')) ?? calls[0]
      return { calls, units: await unitCounts(tx, standing.instansi.id, call?.id ?? null) }
    })
    const number = (n: number) => formatNumber(n, language)
    const sent = units.filter(unit => unit.sent > 0).length
    const code = standing.instansi.regionCode
    const year = c.req.query('tahun') ?? String(calls[0]?.year ?? '')
    return page(
      c,
      { title: m.unitsTitle, wide: true, breadcrumb: [{ href: `/usulan?instansi=${code}`, label: m.proposals }] },
      UnitCountPage({
        m,
        place: standing.instansi.name,
        figure: {
          value: number(units.length - sent),
          sentence:
            units.length > 0 && sent === units.length ? m.unitsAllSent : m.unitsSentence(number(sent), number(units.length)),
          good: units.length > 0 && sent === units.length,
        },
        instansi: code,
        year,
        only: onlyNot ? 'belum' : '',
        rows: units
          .filter(unit => !onlyNot || unit.sent === 0)
          .map(unit => ({
            id: unit.id,
            name: unit.name,
            href: `/usulan?instansi=${code}&tahun=${year}&opd=${unit.id}`,
            isLate: unit.sent === 0,
            staff: number(unit.staff),
            sent: unit.sent === 0 ? m.notYet : number(unit.sent),
            drafts: number(unit.drafts),
            waiting: number(unit.waiting),
            accepted: number(unit.accepted),
            rejected: number(unit.rejected),
          })),
      }),
    )
  })

  return app
}
