import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { setPolicies } from './access.ts'
import { discardDraft, setPolicy, simulate } from './actions.ts'
import type { PolicyKind, Simulation, SimulationCell } from './kind.ts'
import { messages } from './messages.ts'
import { DraftPage } from './pages/draft.tsx'
import type { Problem } from './pages/rule.tsx'
import { idOf, type Place, placeToSet } from './place.ts'
import { cellText, fieldText } from './present.ts'
import { draftSentence, isBasis, kindAt, ruleHref } from './rule-routes.ts'
import { changedFields } from './rules/form.ts'
import { policyAt, versionsOf } from './store.ts'

const shown = 50 // rows on the page; the workbook has the rest

function effectView(simulation: Simulation | null, language: Language) {
  if (!simulation) return null
  const m = messages[language]
  const { total } = simulation
  const rows = simulation.rows.slice(0, shown)
  return {
    sentence: simulation.sentence[language],
    figures: (simulation.figures ?? []).map(one => ({
      label: one.label[language],
      before: cellText(one.before, language),
      after: cellText(one.after, language),
    })),
    columns: simulation.columns.map((column, index) => ({
      header: column[language],
      isNumber: rows.every(cells => typeof cells[index] === 'number'),
    })),
    summary: m.moving(formatNumber(total, language)),
    rows: rows.map((cells, n) => ({
      n,
      cells: cells.map(cell => cellText(cell, language)),
      href: simulation.hrefs?.[n] ?? null,
    })),
    shown: total > rows.length ? m.firstOf(formatNumber(rows.length, language), formatNumber(total, language)) : null,
  }
}

/** A draft with what it would move; set it, or throw it away. */
export function draftRoutes(services: Services, kinds: readonly PolicyKind[]) {
  const app = new Hono<AppEnv>()

  const targetOf = (c: Ctx, kind: PolicyKind, place: Place) => ({
    kind,
    instansiId: idOf(place),
    scope: setPolicies(actorOf(c)),
  })

  /** The draft that stands now with what it would move; null: there is none. */
  const standing = async (c: Ctx, kind: PolicyKind, place: Place) => {
    const draft = (await versionsOf(services.db, kind.kind, idOf(place))).find(one => one.state === 'draft')
    if (!draft) return null
    const now = await policyAt(services.db, kind, idOf(place), place.today)
    const change = { today: place.today, now: now.value, next: draft.value }
    return { draft, now, simulation: await simulate(services, targetOf(c, kind, place), change) }
  }

  /** The draft that stands now, whatever the form that was sent had seen; without one, back to the rule. */
  const draftPage = async (c: Ctx, kind: PolicyKind, place: Place, refused: { basis: string; errors: Problem[] } | null) => {
    const language = c.get('language')
    const m = messages[language]
    const found = await standing(c, kind, place)
    if (!found) return c.redirect(ruleHref(kind, place), 303)
    const { draft, now, simulation } = found
    const { who, when } = draftSentence(draft, place, c)
    return page(
      c,
      {
        title: m.draftTitle(kind.name[language]),
        wide: true,
        breadcrumb: [
          { href: `/aturan?instansi=${encodeURIComponent(place.code)}`, label: m.rules },
          { href: ruleHref(kind, place), label: kind.name[language] },
        ],
        ...(refused && { status: 422 }),
      },
      DraftPage({
        m,
        title: m.draftTitle(kind.name[language]),
        lead: m.draftLead(who, when),
        place: { code: place.code, sentence: place.instansi ? m.nowFor(place.name) : m.nowForAll },
        action: `/aturan/${kind.path}`,
        draftId: draft.id,
        steps: changedFields(kind.fields, now.value, draft.value).map(field => ({
          label: field.label[language],
          before: fieldText(field, now.value[field.name], m, language),
          after: fieldText(field, draft.value[field.name], m, language),
        })),
        effect: effectView(simulation, language),
        exportHref: ruleHref(kind, place, '/rancangan.xlsx'),
        set: {
          lead: m.setLead(formatDate(place.today, language)),
          basis: refused?.basis ?? draft.legalBasis,
          errors: refused?.errors ?? [],
        },
        editHref: `${ruleHref(kind, place)}#susun`,
      }),
    )
  }

  app.get('/aturan/:path/rancangan', async c => draftPage(c, kindAt(c, kinds), await placeToSet(c, services), null))

  app.get('/aturan/:path/rancangan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const kind = kindAt(c, kinds)
    const place = await placeToSet(c, services)
    const found = await standing(c, kind, place)
    if (!found) return c.redirect(ruleHref(kind, place), 303)
    const { draft, now, simulation } = found
    const cell = (value: SimulationCell) => (value === null || typeof value === 'number' ? value : cellText(value, language))
    const steps = changedFields(kind.fields, now.value, draft.value).map(field => [
      field.label[language],
      fieldText(field, now.value[field.name], m, language),
      fieldText(field, draft.value[field.name], m, language),
    ])
    const pairs = [{ width: 50 }, { width: 24 }, { width: 24 }]
    const bytes = await writeWorkbook([
      {
        name: m.whatChanges,
        columns: [m.field, m.before, m.after].map((header, index) => ({ header, ...pairs[index] })),
        rows: steps,
      },
      ...(simulation
        ? [
            {
              name: m.effect,
              notes: [simulation.sentence[language]],
              columns: simulation.columns.map((column, index) => ({
                header: column[language],
                ...(simulation.rows.some(cells => typeof cells[index] === 'number')
                  ? { kind: 'number' as const }
                  : { width: 40 }),
              })),
              rows: simulation.rows.map(cells => cells.map(cell)),
            },
          ]
        : []),
    ])
    return spreadsheet(c, bytes, `rancangan-${kind.path}-${place.code}`, place.today)
  })

  const asked = async (c: Ctx) => {
    const kind = kindAt(c, kinds)
    const field = await formFields(c)
    const place = await placeToSet(c, services, field('instansi'))
    const id = field('rancangan')
    return { kind, place, draftId: /^\d{1,9}$/.test(id) ? Number(id) : 0, basis: field('dasar').slice(0, 300) }
  }

  const stale = async (c: Ctx, kind: PolicyKind, place: Place) => {
    const another = (await versionsOf(services.db, kind.kind, idOf(place))).some(one => one.state === 'draft')
    flash(c, 'warn', messages[c.get('language')].staleDraft)
    return c.redirect(ruleHref(kind, place, another ? '/rancangan' : ''), 303)
  }

  app.post('/aturan/:path/tetapkan', async c => {
    const m = messages[c.get('language')]
    const { kind, place, draftId, basis } = await asked(c)
    if (!isBasis(basis)) return draftPage(c, kind, place, { basis, errors: [{ field: 'dasar', message: m.basisMissing }] })
    const choice = { draftId, legalBasis: basis, today: place.today }
    if (!(await setPolicy(services, actorOf(c), targetOf(c, kind, place), choice))) return stale(c, kind, place)
    flash(c, 'ok', m.isSet)
    return c.redirect(ruleHref(kind, place), 303)
  })

  app.post('/aturan/:path/buang', async c => {
    const { kind, place, draftId } = await asked(c)
    if (!(await discardDraft(services, actorOf(c), targetOf(c, kind, place), draftId))) return stale(c, kind, place)
    flash(c, 'ok', messages[c.get('language')].discarded)
    return c.redirect(ruleHref(kind, place), 303)
  })

  return app
}
