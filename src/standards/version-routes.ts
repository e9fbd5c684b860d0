import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { managesOwner, readsVersion } from './access.ts'
import { discardDrafts, effectOf, endStandard, reachOf, setStandards } from './actions.ts'
import { lookAt } from './looked.ts'
import { DraftPage } from './pages/draft.tsx'
import { ComparePage, VersionPage } from './pages/version.tsx'
import { byText, changeCells, periodText } from './present.ts'
import { countOf, difference } from './rules/difference.ts'
import { isBasis } from './standard-form.ts'
import { competenciesById } from './store/competency.ts'
import { seenOf } from './store/draft.ts'
import type { CountPeople } from './store/effect.ts'
import { targetOf, type Version, versionById, versionsOf } from './store/version.ts'
import { standardHref, subjectOfVersion, versionName } from './subject.ts'
import { versionMessages } from './version-messages.ts'
import { contentOfNothing, effectView, saidCells } from './version-view.ts'

type Problem = { field: string; message: string }

/** One version: a draft with what it would move, or one that is or was in force; and what may happen to it. */
export function versionRoutes(services: Services, count: CountPeople) {
  const app = new Hono<AppEnv>()
  const path = '/standar/versi/:version{[0-9]{1,9}}'

  const versionHere = async (c: Ctx, name = 'version'): Promise<Version> => {
    const row = await versionById(services.db, Number(c.req.param(name)))
    if (!row || !readsVersion(actorOf(c), row)) throw notFound()
    return row
  }
  const versionToChange = async (c: Ctx) => {
    const row = await versionHere(c)
    if (!managesOwner(actorOf(c), row.ownerInstansiId)) throw forbidden()
    return row
  }
  const crumbs = (c: Ctx, row: Version) => [
    { href: standardHref(row), label: versionName(row, c.get('language')) },
    { href: standardHref(row, '/riwayat'), label: versionMessages[c.get('language')].history },
  ]

  const draftPage = async (c: Ctx, draft: Version, refused: { basis: string; errors: Problem[] } | null) => {
    const language = c.get('language')
    const v = versionMessages[language]
    const subject = subjectOfVersion(c, services, draft)
    const looked = await lookAt(services.db, subject)
    const change = difference(looked.with(looked.own), looked.with(draft))
    const effect = await effectOf(services, count, draft.id, subject.today)
    return page(
      c,
      {
        title: v.draftTitle(subject.name),
        wide: true,
        breadcrumb: crumbs(c, draft),
        ...(refused && { status: 422 }),
      },
      DraftPage({
        v,
        title: subject.name,
        lead: `${subject.lead}. ${v.draftLead(draft.madeBy ?? v.system, formatInstant(draft.madeAt, language))}`,
        changes: changeCells(change, looked.competencies, language, 'holds'),
        isEmpty: countOf(difference(contentOfNothing, draft)) === 0,
        effect: effectView(effect, looked.competencies, language),
        action: `/standar/versi/${draft.id}`,
        editHref: standardHref(draft, '/ubah'),
        seen: seenOf(draft),
        set: {
          lead: v.setLead(formatDate(subject.today, language)),
          basis: refused?.basis ?? draft.legalBasis ?? '',
          errors: refused?.errors ?? [],
        },
      }),
    )
  }

  const versionPage = async (c: Ctx, row: Version, refused: { why: string; errors: Problem[] } | null) => {
    const language = c.get('language')
    const v = versionMessages[language]
    const competencies = await competenciesById(
      services.db,
      row.levels.map(level => level.competencyId),
    )
    const others = (await versionsOf(services.db, targetOf(row))).filter(
      other => other.id !== row.id && readsVersion(actorOf(c), other),
    )
    const mayEnd = row.state === 'active' && managesOwner(actorOf(c), row.ownerInstansiId)
    const name = versionName(row, language)
    return page(
      c,
      {
        title: v.versionTitle(name, row.version),
        wide: true,
        breadcrumb: crumbs(c, row),
        ...(refused && { status: 422 }),
      },
      VersionPage({
        v,
        title: name,
        eyebrow: v.versionEyebrow(row.version),
        lead: [row.unit, row.owner].filter(Boolean).join(' · '),
        active: row.state === 'active',
        state: v.states[row.state],
        facts: [
          { label: v.period, value: periodText(row, language) },
          { label: v.basis, value: row.legalBasis ?? '–' },
          { label: v.madeBy, value: byText(row.madeBy, row.madeAt, language) },
          { label: v.setBy, value: byText(row.setBy, row.setAt, language) },
          ...(row.importId === null ? [] : [{ label: v.cameBy, value: v.fromImport(row.importId) }]),
          ...(row.endedAt === null
            ? []
            : [
                { label: v.endedBy, value: byText(row.endedBy, row.endedAt, language) },
                { label: v.why, value: row.endedWhy ?? '–' },
              ]),
        ],
        says: saidCells(row, competencies, language),
        compare:
          others.length > 0
            ? {
                action: `/standar/versi/${row.id}/banding`,
                choices: others.map(other => ({
                  value: other.id,
                  label: `${v.versionN(other.version)}, ${v.states[other.state].toLowerCase()}`,
                })),
              }
            : null,
        end: mayEnd
          ? {
              action: `/standar/versi/${row.id}/arsipkan`,
              lead: v.endLead(await whatFollows(c, row)),
              why: refused?.why ?? '',
              errors: refused?.errors ?? [],
            }
          : null,
      }),
    )
  }

  const whatFollows = async (c: Ctx, row: Version) => {
    const language = c.get('language')
    const v = versionMessages[language]
    const { jabatan, people: holders } = await reachOf(services, count, row.id, services.clock.today())
    const people = formatNumber(holders, language)
    return row.jabatanId !== null ? v.endJabatan(people) : v.endClass(formatNumber(jabatan, language), people)
  }

  app.get(path, async c => {
    const row = await versionHere(c)
    return row.state === 'draft' ? draftPage(c, row, null) : versionPage(c, row, null)
  })

  app.get(`${path}/banding`, async c => {
    const language = c.get('language')
    const v = versionMessages[language]
    const row = await versionHere(c)
    const other = await versionById(services.db, Number(c.req.query('dengan')?.slice(0, 9)) || 0)
    if (!other || !readsVersion(actorOf(c), other)) throw notFound()
    const [older, newer] = [row, other].sort((a, b) => a.id - b.id) as [Version, Version]
    const ids = [...older.levels, ...newer.levels].map(level => level.competencyId)
    const competencies = await competenciesById(services.db, ids)
    const head = (one: Version) => (one.jabatanId === row.jabatanId ? v.versionN(one.version) : versionName(one, language))
    return page(
      c,
      { title: v.compareTitle(older.version, newer.version), wide: true, breadcrumb: crumbs(c, row) },
      ComparePage({
        v,
        title: versionName(row, language),
        eyebrow: v.compareTitle(older.version, newer.version),
        rows: changeCells(difference(older, newer), competencies, language, 'says'),
        heads: { before: head(older), after: head(newer) },
      }),
    )
  })

  const stale = (c: Ctx, row: Version) => {
    flash(c, 'warn', versionMessages[c.get('language')].stale)
    return c.redirect(row.state === 'draft' ? `/standar/versi/${row.id}` : standardHref(row), 303)
  }

  app.post(`${path}/tetapkan`, async c => {
    const v = versionMessages[c.get('language')]
    const row = await versionToChange(c)
    const field = await formFields(c)
    const basis = field('dasar')
    if (row.state !== 'draft' || field('versi') !== seenOf(row)) return stale(c, row)
    if (!isBasis(basis)) return draftPage(c, row, { basis, errors: [{ field: 'dasar', message: v.basisMissing }] })
    const { today } = subjectOfVersion(c, services, row)
    const drafts = [{ id: row.id, revision: row.revision }]
    if ((await setStandards(services, actorOf(c), { drafts, legalBasis: basis, today })).length === 0) return stale(c, row)
    flash(c, 'ok', v.setDone)
    return c.redirect(standardHref(row), 303)
  })

  app.post(`${path}/buang`, async c => {
    const row = await versionToChange(c)
    const field = await formFields(c)
    if (field('versi') !== seenOf(row)) return stale(c, row)
    if ((await discardDrafts(services, actorOf(c), [row.id])) === 0) return stale(c, row)
    flash(c, 'ok', versionMessages[c.get('language')].discarded)
    return c.redirect(standardHref(row), 303)
  })

  app.post(`${path}/arsipkan`, async c => {
    const v = versionMessages[c.get('language')]
    const row = await versionToChange(c)
    const field = await formFields(c)
    const why = field('alasan')
    if (row.state !== 'active') return stale(c, row)
    if (!isBasis(why)) return versionPage(c, row, { why, errors: [{ field: 'alasan', message: v.whyMissing }] })
    const { today } = subjectOfVersion(c, services, row)
    if (!(await endStandard(services, actorOf(c), row, { why, today }))) return stale(c, row)
    flash(c, 'ok', v.ended)
    return c.redirect(standardHref(row), 303)
  })

  return app
}
