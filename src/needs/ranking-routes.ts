import { Hono } from 'hono'
import { chosenInstansi, formatNip, jenjangLabels } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo, type Scope } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { policyAt } from '../policies/index.ts'
import { type Jenjang, jenjangCodes, pillars } from '../regulation/index.ts'
import { pillarLabels } from '../standards/index.ts'
import { readNeedPeople, readNeeds } from './access.ts'
import { messages } from './messages.ts'
import { NeedPage } from './pages/detail.tsx'
import { type NeedView, RankingPage } from './pages/ranking.tsx'
import { priorityPolicy } from './policies.ts'
import { missingOf, scoreText, weightsText } from './present.ts'
import { componentNames, type Tier } from './rules/priority.ts'
import { policyOf } from './rules/weights.ts'
import * as store from './store.ts'

const size = 50
const tiers: readonly Tier[] = ['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']

const jenjangOf = (value: string | undefined): Jenjang | null => (value && value in jenjangCodes ? (value as Jenjang) : null)

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
    const filter: store.NeedFilter = {
      instansiIds: chosen ? [chosen.id] : within.map(instansi => instansi.id),
      kind: 'gap',
      tier: tiers.find(tier => tier === c.req.query('tingkat')) ?? null,
      pillar: pillars.find(pillar => pillar === c.req.query('pilar')) ?? null,
      jenjang: jenjangOf(c.req.query('jenjang')),
      q: (c.req.query('q') ?? '').trim().slice(0, 80),
    }
    return { filter, chosen, within }
  }

  const view = (c: Ctx, need: store.NeedRow): NeedView => {
    const m = words(c)
    const language = c.get('language')
    const missing = missingOf(need)
    return {
      id: need.id,
      competency: need.competency_name,
      detail: `${need.competency_code} · ${pillarLabels[language][need.pillar]}`,
      jenjang: jenjangLabels[language][need.jenjang as Jenjang],
      instansi: need.instansi_name,
      levels: `${need.level_from}\u00a0→\u00a0${need.level_to}`,
      people: formatNumber(need.people, language),
      score: scoreText(need.score, language),
      completeness: m.completeness(need.known),
      missing: missing.length > 0 ? m.missing(missing.map(name => m.components[name]).join(', ')) : null,
      tier: need.tier,
    }
  }

  app.get('/kebutuhan', async c => {
    const scope = mayRead(c)
    const m = words(c)
    const language = c.get('language')
    const { filter, chosen, within } = await filterOf(c, scope)
    const n = pageNumber(c)
    const { rows, counts, policy } = await inScope(db, narrowTo(scope, filter.instansiIds ?? []), async tx => ({
      rows: await store.ranking(tx, filter, (n - 1) * size, size),
      counts: await store.tierCounts(tx, { ...filter, tier: null }),
      policy: await policyAt(tx, priorityPolicy, chosen?.id ?? null, services.clock.today(chosen?.timeZone)),
    }))
    const count = (tier: Tier) => counts.find(row => row.tier === tier) ?? { needs: 0, people: 0 }
    const total = filter.tier ? count(filter.tier).needs : counts.reduce((sum, row) => sum + row.needs, 0)
    return page(
      c,
      { title: m.needs, wide: true },
      RankingPage({
        m,
        figure: {
          value: formatNumber(count('urgen').needs, language),
          label: chosen?.name ?? m.allInstansi,
          sentence: m.urgentSentence(
            formatNumber(count('urgen').people, language),
            formatNumber(count('belum_dapat_dinilai').needs, language),
          ),
        },
        rows: rows.map(row => view(c, row)),
        manyInstansi: (filter.instansiIds?.length ?? 2) > 1,
        filters: {
          q: filter.q ?? '',
          tier: filter.tier ?? '',
          pillar: filter.pillar ?? '',
          jenjang: filter.jenjang ?? '',
          instansi: chosen?.regionCode ?? 'semua',
        },
        filtered: Boolean(filter.q || filter.tier || filter.pillar || filter.jenjang),
        choices: {
          tiers: tiers.map(value => ({ value, label: m.tiers[value] })),
          pillars: pillars.map(value => ({ value, label: pillarLabels[language][value] })),
          jenjang: Object.keys(jenjangCodes).map(value => ({ value, label: jenjangLabels[language][value as Jenjang] })),
          instansi: within.map(instansi => ({ value: instansi.regionCode, label: instansi.name })),
        },
        policyNote: m.policyNote(weightsText(policyOf(policy.value), m), policy.source),
        calculated: rows[0] ? m.calculated(formatInstant(rows[0].calculated_at, language, chosen?.timeZone)) : null,
        exportHref: listHref(c, { halaman: null }).replace('/kebutuhan', '/kebutuhan.xlsx'),
        canImport: hasRole(actorOf(c), 'pengelola', 'admin'),
        pager: pagerOf(c, n, size, total),
      }),
    )
  })

  app.get('/kebutuhan.xlsx', async c => {
    const scope = mayRead(c)
    const m = words(c)
    const language = c.get('language')
    const { filter } = await filterOf(c, scope)
    const rows = await inScope(db, narrowTo(scope, filter.instansiIds ?? []), tx => store.ranking(tx, filter, 0, 20_000))
    const number = (header: string) => ({ header, kind: 'number' as const })
    const bytes = await writeWorkbook([
      {
        name: m.needs,
        columns: [
          { header: m.instansi, width: 34 },
          { header: m.pillar, width: 16 },
          { header: m.competency, width: 34 },
          { header: m.jenjang, width: 16 },
          number('Dari'),
          number('Ke'),
          number(m.people),
          number(m.score),
          { header: m.tier, width: 18 },
          number('Lengkap'),
          ...componentNames.map(name => number(m.components[name])),
        ],
        rows: rows.map(row => [
          row.instansi_name,
          pillarLabels[language][row.pillar],
          `${row.competency_code} ${row.competency_name}`,
          jenjangLabels[language][row.jenjang as Jenjang],
          row.level_from,
          row.level_to,
          row.people,
          row.score,
          m.tiers[row.tier],
          row.known,
          ...componentNames.map(name => row[name]),
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'kebutuhan', services.clock.today())
  })

  const oneNeed = async (c: Ctx, id: number, offset: number, limit: number) => {
    const scope = mayRead(c)
    const found = await inScope(db, scope, async tx => {
      const need = await store.needById(tx, id)
      if (!need) return null
      return {
        need,
        factor: await store.factorOf(tx, need),
        policy: await policyAt(tx, priorityPolicy, need.instansi_id, services.clock.today()),
      }
    })
    if (!found) throw notFound()
    const peopleScope = narrowTo(readNeedPeople(actorOf(c)), [found.need.instansi_id])
    const people = coversInstansi(peopleScope, found.need.instansi_id)
      ? await inScope(db, peopleScope, tx => store.peopleBehind(tx, found.need, offset, limit))
      : null
    return { ...found, people }
  }

  app.get('/kebutuhan/:id{[0-9]{1,9}}', async c => {
    const m = words(c)
    const language = c.get('language')
    const n = pageNumber(c)
    const { need, factor, policy, people } = await oneNeed(c, Number(c.req.param('id')), (n - 1) * size, size)
    const v = view(c, need)
    const applied = policyOf(policy.value)
    return page(
      c,
      { title: need.competency_name, breadcrumb: [{ href: '/kebutuhan', label: m.needs }] },
      NeedPage({
        m,
        title: need.competency_name,
        lead: `${v.detail} · ${m.detailLead(v.jenjang, need.instansi_name)} · ${v.levels}`,
        tier: need.tier,
        score: v.score,
        completeness: v.completeness,
        missing: v.missing,
        people: v.people,
        sentence: m.peopleSentence(v.people, formatNumber(need.staff, language), v.jenjang),
        components: componentNames.map(name => ({
          name,
          value: need[name] === null ? m.unknown : formatNumber(need[name], language, 2),
          share: need[name],
          weight: `${applied.weights[name]} %`,
          help: m.componentHelp[name],
        })),
        policyNote: m.policyNote(weightsText(applied, m), policy.source),
        calculated: m.calculated(formatInstant(need.calculated_at, language)),
        distribution: Object.entries(need.distribution)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([level, count]) => ({
            label: m.atLevel(Number(level)),
            share: need.people > 0 ? count / need.people : 0,
            text: `${formatNumber(count, language)} ${m.people.toLowerCase()}`,
          })),
        facts: [
          ...(factor?.goal ? [{ label: m.goalOf, value: factor.goal }] : []),
          ...(factor?.mandate_basis ? [{ label: m.mandateOf, value: factor.mandate_basis }] : []),
        ],
        persons:
          people?.map(person => ({
            id: person.pegawai_id,
            name: person.name,
            nip: formatNip(person.nip),
            unit: person.unit,
            jabatan: person.jabatan,
            held: String(person.held),
            required: String(person.required),
            gap: `−${person.gap}`,
          })) ?? null,
        pager: people && people.length > 0 ? pagerOf(c, n, size, people[0]!.total) : null,
        exportHref: people ? `/kebutuhan/${need.id}.xlsx` : null,
      }),
    )
  })

  app.get('/kebutuhan/:file{[0-9]{1,9}\\.xlsx}', async c => {
    const m = words(c)
    const { need, people } = await oneNeed(c, Number.parseInt(c.req.param('file'), 10), 0, 20_000)
    if (!people) throw forbidden()
    const bytes = await writeWorkbook([
      {
        name: need.competency_name,
        columns: [
          { header: 'NIP', width: 22 },
          { header: m.name, width: 30 },
          { header: m.jabatan, width: 36 },
          { header: m.unit, width: 36 },
          { header: m.held, kind: 'number' },
          { header: m.required, kind: 'number' },
          { header: m.gap, kind: 'number' },
        ],
        rows: people.map(p => [p.nip, p.name, p.jabatan, p.unit, p.held, p.required, -p.gap]),
      },
    ])
    return spreadsheet(c, bytes, `kebutuhan-${need.id}`, services.clock.today())
  })

  return app
}
