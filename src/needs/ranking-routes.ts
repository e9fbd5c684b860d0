import { Hono } from 'hono'
import { savedViews } from '../identity/index.ts'
import { chosenInstansi, jenjangLabels } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo, type Scope } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../platform/sheet/index.ts'
import { policiesOn, policyAt } from '../policies/index.ts'
import { type Jenjang, jenjangCodes, pillars } from '../regulation/index.ts'
import { pillarLabels } from '../standards/index.ts'
import { manageNeeds, readNeedPeople, readNeeds } from './access.ts'
import { messages as costMessages } from './cost/messages.ts'
import { costOfNeeds } from './cost/of.ts'
import { gapCostPolicy, ratesOf } from './cost/policy.ts'
import { loadsByKey, yearlyCell, yearlyText } from './cost/present.ts'
import { anyRate } from './cost/rules/cost.ts'
import { isCosted, loadKey } from './cost/rules/key.ts'
import { messages } from './messages.ts'
import { type NeedView, RankingPage } from './pages/ranking.tsx'
import { priorityPolicy } from './policies.ts'
import { jenjangText, levelsText, missingOf, needDetail, needName, scoreText, weightsText } from './present.ts'
import { componentNames, isProvisional, type Policy, type Tier } from './rules/priority.ts'
import { policyOf } from './rules/weights.ts'
import * as store from './store.ts'

const size = 20
const tiers: readonly Tier[] = ['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']

/** The kinds as addresses name them; without one: all. */
const kindWords: Record<store.NeedKind, string> = {
  gap: 'kompetensi',
  training: 'pelatihan',
  performance: 'kinerja',
  organisation: 'organisasi',
  mandate: 'mandat',
}

const jenjangOf = (value: string | undefined): Jenjang | null => (value && value in jenjangCodes ? (value as Jenjang) : null)

/** The part of the scope in these instansi; null: all of it. */
const narrowed = (scope: Scope, instansiIds: number[] | null) => (instansiIds ? narrowTo(scope, instansiIds) : scope)

/** The one list of needs, whatever their kind, and the same list as a workbook. */
export function rankingRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]

  const mayRead = (c: Ctx) => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    return scope
  }

  const filterOf = async (c: Ctx, scope: Scope) => {
    const everywhere = c.req.query('instansi') === 'semua'
    const { chosen: one, within } = await chosenInstansi(c, db, scope, everywhere ? '' : undefined)
    const chosen = everywhere ? null : one
    const filter = {
      instansiIds: chosen ? [chosen.id] : scope.kind === 'nation' ? null : within.map(instansi => instansi.id),
      kind: store.needKinds.find(kind => kindWords[kind] === c.req.query('jenis')) ?? null,
      post: c.req.query('jabatan') === 'dituju' ? ('aimed' as const) : ('held' as const),
      gone: c.req.query('keadaan') === 'lalu',
      tier: tiers.find(tier => tier === c.req.query('tingkat')) ?? null,
      pillar: pillars.find(pillar => pillar === c.req.query('pilar')) ?? null,
      jenjang: jenjangOf(c.req.query('jenjang')),
      q: sought(c),
      order: c.req.query('urut') === 'orang' ? ('people' as const) : ('rank' as const),
    }
    return { filter, chosen, within }
  }

  const view = (c: Ctx, need: store.NeedRow, policy: Policy | null): Omit<NeedView, 'cost'> => {
    const m = words(c)
    const language = c.get('language')
    const missing = missingOf(need)
    return {
      id: need.id,
      name: needName(need, language),
      detail: needDetail(need, language),
      jenjang: jenjangText(need, language),
      instansi: need.instansi_name,
      levels: levelsText(need),
      basis: [
        need.goal_title && m.goalShort(need.goal_title),
        need.mandate_basis &&
          need.mandate !== 0 &&
          (need.kind === 'organisation' ? m.basisShort : m.mandateShort)(need.mandate_basis),
      ].filter(text => typeof text === 'string'),
      people: formatNumber(need.people, language),
      score: scoreText(need.score, language),
      completeness: m.completeness(need.known),
      missing: missing.length > 0 ? m.missing(missing.map(name => m.components[name]).join(', ')) : null,
      tier: need.tier,
      provisional: policy && isProvisional(need, policy) ? m.provisionalWhy(need.known, policy.urgentKnown) : null,
      gone: need.people === 0 ? formatInstant(need.calculated_at, language) : null,
    }
  }

  app.get('/kebutuhan', async c => {
    const scope = mayRead(c)
    const m = words(c)
    const language = c.get('language')
    const { filter, chosen, within } = await filterOf(c, scope)
    const n = pageNumber(c)
    const today = services.clock.today(chosen?.timeZone)
    const { rows, counts, gone, policy, cost, views } = await inScope(db, narrowed(scope, filter.instansiIds), async tx => {
      const rows = await store.ranking(tx, filter, (n - 1) * size, size)
      const [policy, price] = await policiesOn(tx, [priorityPolicy, gapCostPolicy], chosen?.id ?? null, today)
      return {
        rows,
        counts: await store.kindCounts(tx, { ...filter, kind: null, tier: null }),
        gone: filter.gone ? 0 : await store.goneCount(tx, filter.instansiIds),
        policy,
        cost: chosen && (await costOfNeeds(tx, chosen.id, price, rows.filter(isCosted).map(loadKey))),
        views: await savedViews(c, tx, chosen?.regionCode ?? 'semua'),
      }
    })
    const loads = loadsByKey(cost?.loads ?? [])
    const number = (value: number) => formatNumber(value, language)
    const sum = (kind: store.NeedKind | null, tier: Tier | null, of: 'needs' | 'people' = 'needs') =>
      counts
        .filter(row => (kind === null || row.kind === kind) && (tier === null || row.tier === tier))
        .reduce((total, row) => total + row[of], 0)
    const tab = (kind: store.NeedKind | null) => ({
      href: listHref(c, { jenis: kind && kindWords[kind], halaman: null }),
      label: kind ? m.kinds[kind] : m.allKinds,
      current: filter.kind === kind,
      count: number(sum(kind, filter.tier)),
    })
    const actor = actorOf(c)
    const at = chosen ? `?instansi=${chosen.regionCode}` : ''
    const keeps = chosen !== null && coversInstansi(manageNeeds(actor), chosen.id)
    return page(
      c,
      { title: filter.gone ? m.goneTitle : m.needs, wide: true },
      RankingPage({
        m,
        title: filter.gone ? m.goneTitle : m.needs,
        lead: filter.gone ? m.goneLead : filter.kind ? m.kindLeads[filter.kind] : m.needsLead,
        tabs: [null, ...store.needKinds].map(tab),
        figure: filter.gone
          ? null
          : {
              value: number(sum(filter.kind, 'urgen')),
              label: chosen?.name ?? m.allInstansi,
              sentence:
                sum(filter.kind, null) > 0
                  ? m.urgentSentence(number(sum(filter.kind, 'urgen', 'people')), number(sum(filter.kind, 'belum_dapat_dinilai')))
                  : undefined,
            },
        rows: rows.map(row => ({
          ...view(c, row, chosen && policyOf(policy.value)),
          cost: cost && isCosted(row) ? yearlyText(loads(loadKey(row)), cost.policy, language) : null,
        })),
        costHeader: cost && anyRate(ratesOf(cost.policy.value)) ? costMessages[language].yearlyShort : null,
        views,
        manyInstansi: filter.instansiIds?.length !== 1,
        filters: {
          q: filter.q,
          tier: filter.tier ?? '',
          pillar: filter.pillar ?? '',
          jenjang: filter.jenjang ?? '',
          instansi: chosen?.regionCode ?? 'semua',
          post: filter.post === 'aimed' ? 'dituju' : '',
          kind: filter.kind ? kindWords[filter.kind] : '',
          gone: filter.gone,
          order: filter.order === 'people' ? 'orang' : '',
        },
        sortHrefs: {
          rank: listHref(c, { urut: null, halaman: null }),
          people: listHref(c, { urut: 'orang', halaman: null }),
        },
        filtered: Boolean(filter.q || filter.tier || filter.pillar || filter.jenjang || filter.post === 'aimed'),
        choices: {
          tiers: tiers.map(value => ({ value, label: m.tiers[value] })),
          pillars: pillars.map(value => ({ value, label: pillarLabels[language][value] })),
          jenjang: Object.keys(jenjangCodes).map(value => ({ value, label: jenjangLabels[language][value as Jenjang] })),
          instansi: within.map(instansi => ({ value: instansi.regionCode, label: instansi.name })),
        },
        links: [
          { href: `/kebutuhan/pada${at}`, label: m.thenLink },
          ...(readNeedPeople(actor).kind !== 'none' ? [{ href: `/kebutuhan/tanpa-pelatihan${at}`, label: m.lackingLink }] : []),
          { href: `/usulan${at}`, label: m.proposalsLink },
          { href: `/kebutuhan/organisasi${at}`, label: m.statedLink },
          ...(keeps ? [{ href: `/kebutuhan/dif${at}`, label: m.factorsLink }] : []),
          ...(gone > 0 ? [{ href: `/kebutuhan?keadaan=lalu${at.replace('?', '&')}`, label: m.goneLink(number(gone)) }] : []),
        ],
        policyNote: m.policyNote(weightsText(policyOf(policy.value), m), policy.source),
        policyMissing: m.policyMissing(policy.value.urgentKnown),
        calculated: rows[0] ? m.calculated(formatInstant(rows[0].calculated_at, language, chosen?.timeZone)) : null,
        exportHref: listHref(c, { halaman: null }).replace('/kebutuhan', '/kebutuhan.xlsx'),
        canImport: hasRole(actor, 'pengelola', 'admin'),
        pager: pagerOf(c, n, size, sum(filter.kind, filter.tier)),
      }),
    )
  })

  app.get('/kebutuhan.xlsx', async c => {
    const scope = mayRead(c)
    const m = words(c)
    const language = c.get('language')
    const { filter, chosen } = await filterOf(c, scope)
    const { rows, cost } = await inScope(db, narrowed(scope, filter.instansiIds), async tx => {
      const rows = await store.ranking(tx, filter, 0, 20_000)
      const today = services.clock.today(chosen?.timeZone)
      const price = chosen && (await policyAt(tx, gapCostPolicy, chosen.id, today))
      return { rows, cost: chosen && price && (await costOfNeeds(tx, chosen.id, price, rows.filter(isCosted).map(loadKey))) }
    })
    const loads = loadsByKey(cost?.loads ?? [])
    const bytes = await writeWorkbook([
      {
        name: m.needs,
        columns: [
          { header: m.instansi, width: 34 },
          { header: m.kind, width: 14 },
          { header: m.pillar, width: 16 },
          { header: m.need, width: 40 },
          { header: m.jenjang, width: 16 },
          numberColumn(m.levelFrom),
          numberColumn(m.levelTo),
          numberColumn(m.people),
          numberColumn(m.score),
          { header: m.tier, width: 18 },
          numberColumn(m.known),
          ...componentNames.map(name => numberColumn(m.components[name])),
          { header: m.goalOf, width: 40 },
          { header: m.mandateOf, width: 40 },
          ...(cost ? [numberColumn(`${costMessages[language].yearlyShort} (Rp)`)] : []),
        ],
        rows: rows.map(row => [
          row.instansi_name,
          m.kinds[row.kind],
          row.pillar && pillarLabels[language][row.pillar],
          [row.kind === 'gap' ? row.competency_code : null, needName(row, language)].filter(Boolean).join(' '),
          jenjangText(row, language),
          row.level_from,
          row.level_to,
          row.people,
          row.score,
          m.tiers[row.tier],
          row.known,
          ...componentNames.map(name => row[name]),
          row.goal_title,
          row.mandate_basis,
          ...(cost ? [isCosted(row) ? yearlyCell(loads(loadKey(row)), cost.policy) : null] : []),
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'kebutuhan', services.clock.today())
  })

  return app
}
