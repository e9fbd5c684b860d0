import { Hono } from 'hono'
import { h } from 'preact'
import { listInstansi } from '../../people/index.ts'
import { erasures, isErased, unaltered } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { readAudit } from '../access.ts'
import { messages } from '../messages.ts'
import * as actions from './actions.ts'
import { cellsOf } from './cells.ts'
import { trailMessages } from './messages.ts'
import { EntryPage } from './pages/entry.tsx'
import { ErasePage } from './pages/erase.tsx'
import type { TrailEntry } from './store.ts'
import { detailFacts, subjectHref, subjectWords, verbWords } from './words.ts'

const atOnce = 100 // entries whose detail is erased in one step
const shortestReason = 10

/** One entry of the trail, and the erasing of details. */
export function trailEntryRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => trailMessages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/jejak', label: m(c).trail })

  const timeZoneOf = async (c: Ctx) => {
    const own = (await listInstansi(services.db)).find(row => row.id === actorOf(c).homeInstansiId)
    return own?.timeZone ?? 'Asia/Jakarta'
  }

  const erasePage = async (c: Ctx, ids: readonly number[], reason: string, errors: { field: string; message: string }[]) => {
    const language = c.get('language')
    const chosen = await actions.seenEntries(services, actorOf(c), ids.slice(0, atOnce))
    if (ids.length > 0 && chosen.length === 0) throw notFound()
    const timeZone = await timeZoneOf(c)
    const erasable = chosen.filter(actions.mayErase)
    return page(
      c,
      { title: m(c).eraseTitle, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      ErasePage({
        m: m(c),
        entries: erasable.map(entry => cellsOf(entry, language, timeZone)),
        keptBack: chosen.length - erasable.length,
        reason,
        errors,
      }),
    )
  }

  app.get('/jejak/hapus', c => {
    const ids = (c.req.queries('catatan') ?? []).filter(text => /^\d{1,15}$/.test(text)).map(Number)
    return erasePage(c, ids, '', [])
  })

  app.post('/jejak/hapus', async c => {
    const ids = (await formIds(c, 'catatan')).slice(0, atOnce)
    const reason = (await formFields(c))('alasan').slice(0, 500)
    if (reason.length < shortestReason) return erasePage(c, ids, reason, [{ field: 'alasan', message: m(c).reasonMissing }])
    if ((await actions.seenEntries(services, actorOf(c), ids)).length === 0) throw notFound()
    const erased = await actions.erase(services, actorOf(c), ids, reason)
    flash(c, erased > 0 ? 'ok' : 'info', erased > 0 ? m(c).erasedDone(erased) : m(c).erasedNone)
    return c.redirect(ids.length === 1 ? `/jejak/${ids[0]}` : '/jejak', 303)
  })

  app.get('/jejak/:id{[0-9]{1,15}}', async c => {
    const language = c.get('language')
    const [entry] = await actions.seenEntries(services, actorOf(c), [Number(c.req.param('id'))])
    if (!entry) throw notFound()
    const erased = isErased(entry)
    const recorded = erased
      ? await inScope(services.db, readAudit(actorOf(c)), tx => erasures(tx, entry.id))
      : new Map<number, string>()
    const timeZone = await timeZoneOf(c)
    return page(
      c,
      { title: m(c).entry(entry.id), breadcrumb: [home(c)] },
      EntryPage({
        m: m(c),
        title: verbWords(entry.verb, language),
        lead: [formatInstant(entry.at, language, timeZone), entry.who ?? messages[language].system].join(' · '),
        facts: factsOf(c, entry),
        seal: entry.sealedAt ? m(c).sealedAt(formatInstant(entry.sealedAt, language, timeZone)) : m(c).notSealedYet,
        intact: unaltered(entry, recorded.get(Number(entry.id))),
        erased,
        erasedByHref: entry.erasedBy === null ? null : `/jejak/${entry.erasedBy}`,
        known: detailFacts(entry.detail, messages[language].details),
        whole: entry.detail === null ? null : JSON.stringify(entry.detail, null, 2),
        subjectHref: subjectHref(entry.subject),
        sameHref: `/jejak?tentang=${encodeURIComponent(entry.subject)}`,
        eraseHref: actions.mayErase(entry) ? `/jejak/hapus?catatan=${entry.id}` : null,
      }),
    )
  })

  const factsOf = (c: Ctx, entry: TrailEntry) => {
    const language = c.get('language')
    return [
      { label: m(c).number, value: String(entry.id) },
      { label: m(c).subject, value: subjectWords(entry.subject, entry.about, language) },
      ...(entry.username ? [{ label: m(c).account, value: entry.username }] : []),
      { label: m(c).instansi, value: entry.instansi ?? m(c).ofNone },
      { label: m(c).rowsTouched, value: formatNumber(entry.rows, language) },
      { label: m(c).digest, value: unbroken(entry.digest) },
    ]
  }

  return app
}

/** A text without blanks, that a narrow screen may break anywhere. */
const unbroken = (text: string) => h('span', { class: 'wrap-anywhere' }, text)
