import { Hono } from 'hono'
import { goalsFor } from '../../goals/index.ts'
import { chosenInstansi, jenjangLabels } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { type Jenjang, jenjangCodes } from '../../regulation/index.ts'
import { manageNeeds } from '../access.ts'
import { goalChoices } from '../goal-choices.ts'
import { messages as needMessages } from '../messages.ts'
import { setFactors } from './actions.ts'
import { messages as jabatanMessages } from './jabatan-dif-messages.ts'
import { messages } from './messages.ts'
import { FactorsPage } from './pages/factors.tsx'
import { type FactorFlaw, readFactor, sameFactor, type TypedFactor, typedFactor } from './rules/factor.ts'
import { type FactorRow, knownByJenjang, listFactors } from './store.ts'

const size = 12

const fields: Record<keyof TypedFactor, string> = {
  difficulty: 'kesulitan',
  importance: 'kepentingan',
  frequency: 'kekerapan',
  goalLink: 'kaitan',
  goal: 'sasaran',
  mandate: 'mandat',
  basis: 'dasar',
}
const longest: Partial<Record<keyof TypedFactor, number>> = { goal: 600, basis: 300 }

const keyOf = (row: Pick<FactorRow, 'kind' | 'competencyId' | 'subject'>) => `${row.kind} ${row.competencyId ?? row.subject}`

/** `/kebutuhan/dif`: what is known of needs beside their people, by jenjang. */
export function factorRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  type Asked = { instansi?: string; jenjang: string; open: boolean; n: number }

  const load = async (c: Ctx, asked: Asked) => {
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen, within } = await chosenInstansi(c, db, scope, asked.instansi)
    return inScope(db, scope, async tx => {
      const shares = await knownByJenjang(tx, chosen.id)
      const order = Object.keys(jenjangCodes)
      shares.sort((a, b) => order.indexOf(a.jenjang) - order.indexOf(b.jenjang))
      const jenjang = shares.find(one => one.jenjang === asked.jenjang)?.jenjang ?? shares[0]?.jenjang ?? null
      const part = { offset: (asked.n - 1) * size, limit: size }
      const rows = jenjang ? await listFactors(tx, { instansiId: chosen.id, jenjang, open: asked.open }, part) : []
      const goals = goalChoices(await goalsFor(tx, chosen.id))
      return { scope, chosen, within, shares, jenjang, rows, goals, today: services.clock.today(chosen.timeZone) }
    })
  }
  type Loaded = Awaited<ReturnType<typeof load>>

  type Kept = Map<string, { typed: TypedFactor; flaws: readonly FactorFlaw[] }>

  const factorsPage = (c: Ctx, asked: Asked, loaded: Loaded, kept: Kept | null) => {
    const language = c.get('language')
    const m = messages[language]
    const { aspects, needs } = needMessages[language]
    const { chosen, within, shares, jenjang, rows, goals } = loaded
    const number = (n: number) => formatNumber(n, language)
    const [known, all] = [shares.reduce((sum, one) => sum + one.known, 0), shares.reduce((sum, one) => sum + one.items, 0)]
    const labels = new Map(goals.map(goal => [Number(goal.value), goal.label]))
    for (const row of rows) if (row.goalId !== null && !labels.has(row.goalId)) labels.set(row.goalId, row.goalName ?? '')
    const views = rows.map((row, index) => {
      const held = kept?.get(keyOf(row))
      return {
        index,
        key: keyOf(row),
        name: row.name ?? aspects[row.subject ?? ''] ?? '–',
        detail: [m.kinds[row.kind], row.code, row.difPosts && m.ofPosts(number(row.difPosts))].filter(Boolean).join(' · '),
        people: row.people > 0 ? m.people(number(row.people)) : m.nobody,
        demanded: row.demanded ? (row.demandedBy ?? m.mutlak) : null,
        typed: held?.typed ?? typedFactor(row, labels),
        flaws: (held?.flaws ?? []).map(({ field, flaw }) => ({ field: `${fields[field]}-${index}`, message: m.flaws[flaw] })),
      }
    })
    const errors = views.flatMap(view => view.flaws.map(flaw => ({ ...flaw, message: `${view.name}: ${flaw.message}` })))
    return page(
      c,
      {
        title: m.title,
        wide: true,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [{ href: `/kebutuhan?instansi=${chosen.regionCode}`, label: needs }],
      },
      FactorsPage({
        m,
        tabs: jabatanMessages[language],
        figure: {
          value: all > 0 ? formatShare(known / all, language) : '–',
          label: chosen.name,
          sentence: all > 0 ? m.sentence(number(known), number(all)) : m.none,
        },
        filters: { instansi: chosen.regionCode, jenjang: jenjang ?? '', open: asked.open },
        choices: {
          instansi: within.map(one => ({ value: one.regionCode, label: one.name })),
          jenjang: shares.map(one => ({
            value: one.jenjang,
            label: m.jenjangChoice(jenjangLabels[language][one.jenjang as Jenjang], number(one.known), number(one.items)),
          })),
        },
        rows: views,
        goals: goals.map(goal => goal.label),
        fields,
        errors,
        exportHref: `/kebutuhan/dif.xlsx?instansi=${chosen.regionCode}${asked.open ? '&tampil=belum' : ''}`,
        halaman: asked.n,
        pager: pagerOf(c, asked.n, size, rows[0]?.total ?? 0),
      }),
    )
  }

  app.get('/kebutuhan/dif', async c => {
    const asked = {
      instansi: c.req.query('instansi'),
      jenjang: c.req.query('jenjang') ?? '',
      open: c.req.query('tampil') === 'belum',
      n: pageNumber(c),
    }
    return factorsPage(c, asked, await load(c, asked), null)
  })

  app.get('/kebutuhan/dif.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { aspects } = needMessages[language]
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen } = await chosenInstansi(c, db, scope)
    const open = c.req.query('tampil') === 'belum'
    const found = await inScope(db, scope, tx =>
      listFactors(tx, { instansiId: chosen.id, jenjang: null, open }, { offset: 0, limit: 20_000 }),
    )
    const order = Object.keys(jenjangCodes)
    const bytes = await writeWorkbook([
      {
        name: m.sheet,
        title: `${m.title}: ${chosen.name}`,
        notes: [m.howText],
        columns: [
          { header: m.jenjang, width: 18 },
          { header: m.kind, width: 14 },
          { header: m.code, width: 12 },
          { header: m.item, width: 44 },
          { header: m.peopleNow, kind: 'number' },
          { header: m.difficulty, width: 14 },
          { header: m.importance, width: 14 },
          { header: m.frequency, width: 14 },
          { header: m.goalLink, width: 18 },
          { header: m.goal, width: 60 },
          { header: m.mandate, width: 18 },
          { header: m.basis, width: 50 },
        ],
        // Stable: within a jenjang what concerns most people stays first.
        rows: found
          .toSorted((a, b) => order.indexOf(a.jenjang) - order.indexOf(b.jenjang))
          .map(row => [
            jenjangLabels[language][row.jenjang as Jenjang],
            m.kinds[row.kind],
            row.code,
            row.name ?? aspects[row.subject ?? ''] ?? '–',
            row.people,
            row.difficulty && m.ratings[row.difficulty],
            row.importance && m.ratings[row.importance],
            row.frequency && m.ratings[row.frequency],
            row.goalLink === null ? null : m.links[String(row.goalLink) as keyof typeof m.links],
            row.goalName ?? row.goal,
            row.demanded ? m.mandates.ya : row.mandate === null ? null : m.mandates[row.mandate ? 'ya' : 'tidak'],
            row.demanded ? (row.demandedBy ?? m.mutlak) : row.mandateBasis,
          ]),
      },
    ])
    return spreadsheet(c, bytes, 'faktor-kebutuhan', services.clock.today(chosen.timeZone))
  })

  app.post('/kebutuhan/dif', async c => {
    const language = c.get('language')
    const m = messages[language]
    const field = await formFields(c)
    const typedPage = Number(field('halaman'))
    const asked: Asked = {
      instansi: field('instansi') || undefined,
      jenjang: field('jenjang'),
      open: field('tampil') === 'belum',
      n: Number.isInteger(typedPage) && typedPage > 0 && typedPage < 10_000 ? typedPage : 1,
    }
    const loaded = await load(c, asked)
    const goals = new Map(loaded.goals.map(goal => [goal.label, Number(goal.value)]))
    for (const row of loaded.rows)
      if (row.goalId !== null && row.goalName && ![...goals.values()].includes(row.goalId)) goals.set(row.goalName, row.goalId)
    const kept: Kept = new Map()
    const changes = []
    let flawed = false
    for (const row of loaded.rows) {
      // The row is found by what it is about, not by where it stood: what fell out of the list meanwhile is left alone.
      const index = [...Array(size).keys()].find(at => field(`butir-${at}`) === keyOf(row))
      if (index === undefined) continue
      const typed = Object.fromEntries(
        (Object.keys(fields) as (keyof TypedFactor)[]).map(key => [
          key,
          field(`${fields[key]}-${index}`).slice(0, longest[key] ?? 4),
        ]),
      ) as TypedFactor
      const { difficulty, importance, frequency, goalLink, goalId, goal, mandate, mandateBasis } = row
      const before = { difficulty, importance, frequency, goalLink, goalId, goal, mandate, mandateBasis }
      if (row.demanded) {
        const { mandate, basis } = typedFactor(before, new Map()) // not asked for, so left as it stands
        Object.assign(typed, { mandate, basis })
      }
      const read = readFactor(typed, goals, before)
      kept.set(keyOf(row), { typed, flaws: read.ok ? [] : read.flaws })
      if (!read.ok) flawed = true
      else if (!sameFactor(read.values, before)) {
        changes.push({ kind: row.kind, competencyId: row.competencyId, subject: row.subject, before, after: read.values })
      }
    }
    if (flawed) return factorsPage(c, asked, loaded, kept)
    if (loaded.jenjang) {
      const where = { instansiId: loaded.chosen.id, jenjang: loaded.jenjang, today: loaded.today, scope: loaded.scope }
      await setFactors(services, actorOf(c), where, changes)
    }
    flash(c, changes.length > 0 ? 'ok' : 'info', changes.length > 0 ? m.saved(formatNumber(changes.length, language)) : m.nothing)
    const back = new URLSearchParams({
      instansi: loaded.chosen.regionCode,
      jenjang: loaded.jenjang ?? '',
      ...(asked.open && { tampil: 'belum' }),
    })
    if (asked.n > 1 && !asked.open) back.set('halaman', String(asked.n))
    return c.redirect(`/kebutuhan/dif?${back}`, 303)
  })

  return app
}
