import { Hono } from 'hono'
import { asAccount, asJob } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sorting } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { mayKeepMail } from './access.ts'
import { sendTestLetter } from './actions.ts'
import { type LetterCells, SystemMailPage } from './pages/system.tsx'
import { addressFlaw } from './schema.ts'
import { settingsWords } from './settings-words.ts'
import { contactOf } from './store/contact.ts'
import * as store from './store/outgoing.ts'
import { systemWords } from './system-words.ts'

const here = '/sistem/surel'
const size = 25
const mostRows = 10_000
const week = 7 * 86_400_000
const tones = { queued: 'info', sending: 'info', sent: 'ok', refused: 'warn', failed: 'bad' } as const

/** `/sistem/surel`: how e-mail leaves the house, for who keeps the installation. */
export function systemRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  app.use(`${here}/*`, async (c, next) => (mayKeepMail(actorOf(c)) ? next() : Promise.reject(forbidden())))
  const asked = (c: Ctx) => ({
    state: store.letterStates.find(one => one === c.req.query('keadaan')) ?? null,
    ...sorting(c, { waktu: 'desc' }),
  })

  /** What stands in the settings, without what must not be seen. */
  const factsOf = (c: Ctx) => {
    const w = systemWords[c.get('language')]
    const { mail, publicUrl } = services.config
    if (!mail || !publicUrl) return null
    const url = new URL(mail.url)
    const secure = url.protocol === 'smtps:'
    return [
      { label: w.server, value: `${url.hostname}:${url.port || (secure ? '465' : '587')}` },
      { label: w.secure, value: w.secureKinds[secure ? 'tls' : 'starttls'] },
      { label: w.signIn, value: w.signInKinds[url.username ? 'yes' : 'no'] },
      { label: w.from, value: mail.from },
      { label: w.perMinute, value: w.perMinuteOf(formatNumber(mail.perMinute, c.get('language'))) },
      { label: w.address, value: publicUrl },
    ]
  }

  const cells = (c: Ctx, { id, kind, state, attempts, madeAt, settledAt, nextAt, trouble }: store.Outgoing): LetterCells => {
    const language = c.get('language')
    const { letterKinds, letterStates } = settingsWords[language]
    const known = state as store.LetterState
    const again = known === 'queued' && attempts > 0 ? systemWords[language].next(formatInstant(nextAt, language)) : null
    return {
      id,
      kind: letterKinds[kind],
      made: formatInstant(madeAt, language),
      settled: settledAt ? formatInstant(settledAt, language) : '–',
      state: { text: letterStates[known], tone: tones[known] },
      attempts: formatNumber(attempts, language),
      why: [trouble, again].filter(Boolean).join('; ') || '–',
    }
  }

  const show = async (c: Ctx, test: { value: string; error: string } | null) => {
    c.set('listPath', here)
    const language = c.get('language')
    const w = systemWords[language]
    const { state, descending, sort } = asked(c)
    const n = pageNumber(c)
    const { rows, total, counts } = await asJob(db, async tx => ({
      ...(await store.outgoing(tx, state, { descending, offset: (n - 1) * size, limit: size })),
      counts: await store.outgoingCounts(tx, new Date(services.clock.now().getTime() - week)),
    }))
    const own = test ? null : await asAccount(db, actorOf(c).accountId, contactOf)
    const number = (count: number) => formatNumber(count, language)
    const { sent, lost, waiting } = counts
    const sentence = lost > 0 ? w.figureSome : sent + waiting > 0 ? w.figureNone : () => w.figureQuiet
    return page(
      c,
      { title: w.title, wide: true, status: test ? 422 : 200 },
      SystemMailPage({
        m: w,
        figure: {
          value: number(lost),
          sentence: sentence(number(sent), number(waiting)),
          tone: lost > 0 ? 'warn' : sent > 0 ? 'ok' : 'neutral',
          any: lost > 0,
        },
        facts: factsOf(c),
        test: { value: test?.value ?? own?.address ?? '', error: test?.error ?? null },
        filter: {
          state: state ?? '',
          options: store.letterStates.map(value => ({ value, label: settingsWords[language].letterStates[value] })),
        },
        rows: rows.map(row => cells(c, row)),
        sort: sort.waktu,
        exportHref: listHref(c, { halaman: null }).replace(here, `${here}.xlsx`),
        pager: pagerOf(c, n, size, total),
      }),
    )
  }

  app.get(here, c => show(c, null))

  app.post(`${here}/uji`, async c => {
    const w = systemWords[c.get('language')]
    const typed = (await formFields(c))('surel')
    const refused = (error: string) => show(c, { value: typed, error })
    const flaw = addressFlaw(typed)
    if (flaw) return refused(settingsWords[c.get('language')].addressFlaws[flaw])
    const outcome = await sendTestLetter(services, actorOf(c), typed, { subject: w.testSubject, text: w.testText })
    if (outcome === null) {
      flash(c, 'warn', w.offWhat)
      return c.redirect(here, 303)
    }
    if (outcome.kind !== 'sent') {
      const said = outcome.said.replace(/\.+$/, '')
      return refused(outcome.kind === 'refused' ? w.testRefused(said) : w.testLater(said))
    }
    flash(c, 'ok', w.testSent(typed))
    return c.redirect(here, 303)
  })

  app.get(`${here}.xlsx`, async c => {
    if (!mayKeepMail(actorOf(c))) throw forbidden()
    const w = systemWords[c.get('language')]
    const { state, descending } = asked(c)
    const { rows } = await asJob(db, tx => store.outgoing(tx, state, { descending, offset: 0, limit: mostRows }))
    const bytes = await writeWorkbook([
      {
        name: w.list,
        columns: [
          { header: w.kind, width: 26 },
          { header: w.made, width: 26 },
          { header: w.settled, width: 26 },
          { header: w.state, width: 26 },
          { header: w.attempts, width: 12, kind: 'number' },
          { header: w.why, width: 60 },
        ],
        rows: rows.map(row => {
          const { kind, made, settled, state: shown, why } = cells(c, row)
          return [kind, made, settled, shown.text, row.attempts, why]
        }),
      },
    ])
    return spreadsheet(c, bytes, 'surel-keluar', services.clock.today())
  })

  return app
}
