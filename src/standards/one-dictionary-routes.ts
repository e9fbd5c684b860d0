import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatDate, formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { managesOwner } from './access.ts'
import { casePackage } from './case-export.ts'
import { archiveDictionary, discardDictionary, setDictionary } from './dictionary-actions.ts'
import { type DictionaryMessages, dictionaryMessages } from './dictionary-messages.ts'
import { competencyName, pillarLabels, urusanName } from './labels.ts'
import { dictionaryHere, dictionaryHref, dictionaryToManage } from './one-dictionary.ts'
import { OneDictionaryPage } from './pages/dictionaries.tsx'
import { isBasis } from './standard-form.ts'
import { competenciesOf } from './store/competency.ts'
import { crosswalkBetween } from './store/crosswalk.ts'
import { type Dictionary, dictionaryById, draftsAsking, standardsUsing } from './store/dictionary.ts'
import { className } from './subject.ts'
import { versionMessages } from './version-messages.ts'

type Problem = { field: string; message: string }
const usingShown = 50

/** One dictionary: what is in it, who uses it, and what happens to it. */
export function oneDictionaryRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const d = (c: Ctx) => dictionaryMessages[c.get('language')]

  const actionsOf = (row: Dictionary, m: DictionaryMessages, mayManage: boolean) => [
    ...(row.state === 'draft' ? [{ href: '/impor/baru', label: m.importIt, primary: false }] : []),
    { href: `/kamus.xlsx?kamus=${row.id}`, label: m.export, primary: false },
    { href: dictionaryHref(row.id, '/case.json'), label: m.caseExport, primary: false },
    ...(mayManage ? [{ href: dictionaryHref(row.id, '/padanan'), label: m.crosswalkOpen, primary: false }] : []),
    ...(mayManage && row.state === 'active'
      ? [{ href: `/kamus/daftar/baru?menggantikan=${row.id}`, label: m.replaceDictionary, primary: true }]
      : []),
    ...(mayManage && row.state === 'draft'
      ? [{ href: dictionaryHref(row.id, '/kompetensi'), label: m.addCompetency, primary: true }]
      : []),
  ]

  const leadOf = (c: Ctx, row: Dictionary) => {
    const language = c.get('language')
    if (row.state === 'draft')
      return d(c).draftLead(
        row.madeBy ?? versionMessages[language].system,
        formatInstant(row.madeAt, language, row.timeZone ?? undefined),
      )
    const from = formatDate(row.activeFrom!, language)
    return row.state === 'active' ? d(c).activeLead(from) : d(c).archivedLead(from, formatDate(row.activeUntil!, language))
  }

  const onePage = async (c: Ctx, row: Dictionary, refused: { basis?: string; why?: string; errors: Problem[] } | null) => {
    const language = c.get('language')
    const m = d(c)
    const mayManage = managesOwner(actorOf(c), row.instansiId)
    const competencies = await competenciesOf(services.db, row.id)
    const using = await standardsUsing(services.db, row.id, usingShown)
    const old = row.replacesId === null ? null : await dictionaryById(services.db, row.replacesId)
    const drafts = row.state === 'draft' && mayManage ? (await draftsAsking(services.db, row.id, null)).length : 0
    const today = services.clock.today(row.timeZone ?? undefined)
    const total = using[0]?.total ?? 0
    const n = (value: number) => formatNumber(value, language)
    return page(
      c,
      {
        title: row.name,
        wide: true,
        breadcrumb: [{ href: '/kamus/daftar', label: m.dictionaries }],
        ...(refused && { status: 422 }),
      },
      OneDictionaryPage({
        d: m,
        title: row.name,
        owner: row.owner ?? m.nation,
        lead: leadOf(c, row),
        facts: [
          { label: m.state, value: m.states[row.state] },
          { label: m.legalBasis, value: row.legalBasis },
          ...(old ? [{ label: m.replaces, value: old.name }] : []),
        ],
        rows: competencies.map(one => ({
          id: one.id,
          code: one.code,
          name: competencyName(one, language),
          pillar: pillarLabels[language][one.pillar],
          urusan: one.urusan ? urusanName(one.urusan) : '–',
          href:
            row.state === 'draft'
              ? dictionaryHref(row.id, `/kompetensi?kode=${encodeURIComponent(one.code)}`)
              : `/kamus/${one.code}?kamus=${row.id}`,
        })),
        using: using.map(one => ({
          id: one.id,
          name: one.jabatan ?? className(one, language),
          owner: one.owner ?? m.nation,
          codes: one.codes.join(', '),
        })),
        usingShown: total > using.length ? m.firstOf(n(using.length), n(total)) : null,
        actions: actionsOf(row, m, mayManage),
        isDraft: row.state === 'draft',
        set:
          row.state === 'draft' && mayManage && competencies.length > 0
            ? {
                action: dictionaryHref(row.id),
                seen: String(row.revision),
                lead: m.setLead(formatDate(today, language)),
                replaces: old?.state === 'active' ? m.setReplaces(old.name, n(old.standards)) : null,
                drafts: drafts > 0 ? m.setDrafts(n(drafts)) : null,
                basis: refused?.basis ?? row.legalBasis,
                errors: refused?.errors ?? [],
                discard: m.discardSure,
              }
            : null,
        end:
          row.state === 'active' && mayManage
            ? {
                action: dictionaryHref(row.id, '/arsipkan'),
                lead: row.standards > 0 ? m.endLead(n(row.standards)) : m.endLeadNone,
                why: refused?.why ?? '',
                errors: refused?.errors ?? [],
              }
            : null,
      }),
    )
  }

  const path = '/kamus/daftar/:id{[0-9]{1,9}}'
  app.get(path, async c => onePage(c, await dictionaryHere(c, services), null))

  app.get(`${path}/case.json`, async c => {
    const row = await dictionaryHere(c, services)
    const competencies = await competenciesOf(services.db, row.id)
    const steps = row.replacesId === null ? [] : await crosswalkBetween(services.db, row.replacesId, row.id)
    const { origin } = new URL(c.req.url)
    c.header('Content-Disposition', `attachment; filename="kamus-${row.id}-case.json"`)
    return c.json(casePackage(origin, row, competencies, steps, services.clock.now()))
  })

  const stale = (c: Ctx, row: Dictionary) => {
    flash(c, 'warn', d(c).stale)
    return c.redirect(dictionaryHref(row.id), 303)
  }

  app.post(`${path}/tetapkan`, async c => {
    const row = await dictionaryToManage(c, services)
    const field = await formFields(c)
    const basis = field('dasar')
    if (row.state !== 'draft' || field('versi') !== String(row.revision)) return stale(c, row)
    if (!isBasis(basis)) return onePage(c, row, { basis, errors: [{ field: 'dasar', message: d(c).basisMissing }] })
    const set = await setDictionary(services, actorOf(c), row, {
      seen: row.revision,
      legalBasis: basis,
      today: services.clock.today(row.timeZone ?? undefined),
      withDrafts: field('rancangan') === 'ya',
    })
    if (!set.ok) {
      if (set.why === 'stale') return stale(c, row)
      const message = set.why === 'codes' ? d(c).codesTaken(set.codes.slice(0, 10).join(', ')) : d(c).emptyRefused
      return onePage(c, row, { basis, errors: [{ field: 'dasar', message }] })
    }
    flash(c, 'ok', d(c).setDone)
    return c.redirect(dictionaryHref(row.id), 303)
  })

  app.post(`${path}/buang`, async c => {
    const row = await dictionaryToManage(c, services)
    const field = await formFields(c)
    if (row.state !== 'draft' || field('versi') !== String(row.revision)) return stale(c, row)
    const gone = await discardDictionary(services, actorOf(c), row)
    if (!gone.ok) {
      flash(c, 'warn', gone.asking > 0 ? d(c).discardUsed(formatNumber(gone.asking, c.get('language'))) : d(c).stale)
      return c.redirect(dictionaryHref(row.id), 303)
    }
    flash(c, 'ok', d(c).discarded)
    return c.redirect('/kamus/daftar', 303)
  })

  app.post(`${path}/arsipkan`, async c => {
    const row = await dictionaryToManage(c, services)
    const field = await formFields(c)
    const why = field('alasan')
    if (row.state !== 'active') return stale(c, row)
    if (!isBasis(why)) return onePage(c, row, { why, errors: [{ field: 'alasan', message: d(c).whyMissing }] })
    const today = services.clock.today(row.timeZone ?? undefined)
    if (!(await archiveDictionary(services, actorOf(c), row, { why, today }))) return stale(c, row)
    flash(c, 'ok', d(c).ended)
    return c.redirect(dictionaryHref(row.id), 303)
  })

  return app
}
