import { Hono } from 'hono'
import { h } from 'preact'
import { chosenInstansi, topUnits } from '../../people/index.ts'
import { asJob, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { fragment, page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { manageAccounts } from '../access.ts'
import * as actions from './actions.ts'
import { KEPT_DAYS } from './jobs.ts'
import { openingMessages } from './messages.ts'
import { OpeningCancel, OpeningDone, OpeningEnded, OpeningFrame, OpeningWorking } from './pages/show.tsx'
import { OpeningStartPage } from './pages/start.tsx'
import { passwordsWorkbook } from './sheet.ts'
import * as store from './store.ts'

const shown = 25 // openings listed below the form
const secondsEach = 0.03 // one password hashed, with what is around it

/** The pages of opening accounts for many, under /akun/massal. */
export function openingRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => openingMessages[c.get('language')]
  const accounts = (c: Ctx) => ({ href: '/akun', label: m(c).accounts })
  const home = (c: Ctx) => ({ href: '/akun/massal', label: m(c).openings })
  const hrefOf = (regionCode: string, unitId: number | null) =>
    `/akun/massal?${new URLSearchParams({ instansi: regionCode, ...(unitId === null ? {} : { unit: String(unitId) }) })}`

  /** The instansi and the office asked for. @throws Refusal 403 where the asker manages no accounts, 404 outside the scope */
  const reachOf = async (c: Ctx, instansi: string, unit: string) => {
    const { chosen, within } = await chosenInstansi(c, services.db, manageAccounts(actorOf(c)), instansi)
    const units = await topUnits(services.db, chosen.id)
    const one = unit === '' ? null : units.find(row => String(row.id) === unit)
    if (one === undefined) throw notFound()
    return { chosen, within, units, unit: one, reach: { instansiId: chosen.id, unitId: one?.id ?? null } }
  }
  const lacking = (c: Ctx, reach: store.Reach) =>
    inScope(services.db, manageAccounts(actorOf(c)), tx => store.countLacking(tx, reach))

  app.get('/akun/massal', async c => {
    const language = c.get('language')
    const { chosen, within, units, unit, reach } = await reachOf(c, c.req.query('instansi') ?? '', c.req.query('unit') ?? '')
    const { people, without, unused } = await lacking(c, reach)
    const ids = manageAccounts(actorOf(c)).kind === 'nation' ? null : within.map(row => row.id)
    const openings = await asJob(services.db, tx => store.listOpenings(tx, ids, shown))
    return page(
      c,
      { title: m(c).openings, breadcrumb: [accounts(c)] },
      OpeningStartPage({
        m: m(c),
        values: { instansi: chosen.regionCode, unit: unit ? String(unit.id) : '' },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          unit: units.map(row => ({ value: row.id, label: row.name })),
        },
        figure: {
          value: formatNumber(without, language),
          sentence: people === 0 ? m(c).nobody : without === 0 ? m(c).withoutNone(people) : m(c).withoutSentence(people),
          tone: people > 0 && without === 0 ? 'ok' : 'info',
        },
        open:
          without > 0
            ? { label: m(c).open(without), confirm: m(c).openQuestion(without, Math.ceil((without * secondsEach) / 60)) }
            : null,
        renew:
          unused > 0 ? { lead: m(c).unusedLead(unused), label: m(c).renew(unused), confirm: m(c).renewQuestion(unused) } : null,
        importHref: people === 0 ? `/impor/baru?jenis=pegawai&instansi=${encodeURIComponent(chosen.regionCode)}` : null,
        openings: openings.map(row => ({
          id: row.id,
          what: m(c).kinds[row.kind],
          where: row.unit ?? row.instansi,
          count: row.written === null ? '–' : formatNumber(row.written, language),
          when: formatInstant(row.askedAt, language, row.timeZone),
          who: row.who,
          state: row.state,
        })),
      }),
    )
  })

  app.post('/akun/massal', async c => {
    const field = await formFields(c)
    const { chosen, reach } = await reachOf(c, field('instansi'), field('unit'))
    const kind = field('pekerjaan') === 'renew' ? 'renew' : 'open'
    const { without, unused } = await lacking(c, reach)
    if ((kind === 'open' ? without : unused) === 0) {
      flash(c, 'info', m(c).nothingToDo)
      return c.redirect(hrefOf(chosen.regionCode, reach.unitId), 303)
    }
    const id = await actions.requestOpening(services, actorOf(c), { ...reach, kind })
    return c.redirect(`/akun/massal/${id}`, 303)
  })

  const openingHere = (c: Ctx) => actions.seenOpening(services, actorOf(c), Number(c.req.param('id')))

  const working = (c: Ctx, o: store.Opening) =>
    h(OpeningWorking, {
      m: m(c),
      id: o.id,
      words: o.total === null ? m(c).waiting : m(c).hashing(o.progress, o.total),
      progress: o.progress,
      total: o.total ?? 0,
    })

  const bodyOf = (c: Ctx, o: store.Opening) => {
    const words = m(c)
    const againHref = hrefOf(o.regionCode, o.unitId)
    if (o.state === 'queued') return [working(c, o), h(OpeningCancel, { m: words, id: o.id })]
    if (o.state === 'failed')
      return h(OpeningEnded, { m: words, bad: true, title: words.failedTitle, words: words.failedLead, againHref })
    if (o.state === 'cancelled')
      return h(OpeningEnded, { m: words, bad: false, title: words.cancelledTitle, words: words.cancelledLead, againHref })
    const made = o.written ?? 0
    const waits = made > 0 && o.fetchedAt === null && o.keyFile !== null
    return h(OpeningDone, {
      m: words,
      id: o.id,
      value: formatNumber(made, c.get('language')),
      label: o.kind === 'open' ? words.doneOpen : words.doneRenew,
      sentence: doneSentence(c, o, waits),
      canFetch: waits && o.accountId === actorOf(c).accountId,
      againHref: made > 0 && !waits ? againHref : null,
    })
  }

  const doneSentence = (c: Ctx, o: store.Opening, waits: boolean): string => {
    const at = (instant: Date) => formatInstant(instant, c.get('language'), o.timeZone)
    if ((o.written ?? 0) === 0) return m(c).doneNothing
    if (o.fetchedAt !== null) return m(c).fetched(at(o.fetchedAt))
    if (!waits) return m(c).expired
    if (o.accountId !== actorOf(c).accountId) return m(c).onlyBy(o.who)
    return m(c).fetchNow(at(new Date(o.finishedAt!.getTime() + KEPT_DAYS * 86_400_000)))
  }

  app.get('/akun/massal/:id{[0-9]{1,9}}', async c => {
    const o = await openingHere(c)
    const language = c.get('language')
    const at = (instant: Date) => formatInstant(instant, language, o.timeZone)
    return page(
      c,
      { title: m(c).number(o.id), breadcrumb: [accounts(c), home(c)] },
      OpeningFrame({
        m: m(c),
        title: m(c).kinds[o.kind],
        lead: [m(c).number(o.id), o.unit ?? o.instansi].join(' · '),
        facts: [
          { label: m(c).instansi, value: o.instansi },
          { label: m(c).unit, value: o.unit ?? m(c).allUnits },
          { label: m(c).who, value: o.who },
          { label: m(c).when, value: at(o.askedAt) },
          ...(o.finishedAt ? [{ label: m(c).finished, value: at(o.finishedAt) }] : []),
        ],
        children: bodyOf(c, o),
      }),
    )
  })

  app.get('/akun/massal/:id{[0-9]{1,9}}/keadaan', async c => {
    const o = await openingHere(c)
    if (o.state !== 'queued') c.header('X-Location', `/akun/massal/${o.id}`)
    return fragment(c, working(c, o))
  })

  app.post('/akun/massal/:id{[0-9]{1,9}}/sandi', async c => {
    const o = await openingHere(c)
    const about = { where: o.unit ?? o.instansi, publicUrl: services.config.publicUrl, language: c.get('language') }
    const bytes = await actions.fetchPasswords(services, actorOf(c), o, people => passwordsWorkbook(people, about))
    return spreadsheet(c, bytes, `kata-sandi-${o.id}`, services.clock.today(o.timeZone))
  })

  app.post('/akun/massal/:id{[0-9]{1,9}}/batal', async c => {
    const o = await openingHere(c)
    const cancelled = await actions.cancelOpening(services, actorOf(c), o)
    flash(c, cancelled ? 'ok' : 'info', cancelled ? m(c).cancelled : m(c).over)
    return c.redirect(cancelled ? hrefOf(o.regionCode, o.unitId) : `/akun/massal/${o.id}`, 303)
  })

  return app
}
