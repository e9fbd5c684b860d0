import { Hono } from 'hono'
import { formatNip } from '../people/index.ts'
import { coversInstansi, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { policiesOn } from '../policies/index.ts'
import { manageNeeds, readNeedPeople, readNeeds } from './access.ts'
import { messages as costMessages } from './cost/messages.ts'
import { costOfNeeds } from './cost/of.ts'
import { gapCostPolicy } from './cost/policy.ts'
import { costView, policyHref } from './cost/present.ts'
import { isCosted, loadKey } from './cost/rules/key.ts'
import { difKeyOf, ratedHref } from './factors/jabatan-dif-present.ts'
import { messages } from './messages.ts'
import { NeedPage, type PersonView } from './pages/detail.tsx'
import { personColumns } from './person-columns.ts'
import { priorityPolicy } from './policies.ts'
import {
  becauseOf,
  distributionOf,
  jenjangText,
  levelsText,
  missingOf,
  needDetail,
  needName,
  scoreText,
  weightsText,
} from './present.ts'
import { proposalsOf } from './proposals/store.ts'
import { componentNames, isProvisional } from './rules/priority.ts'
import { policyOf } from './rules/weights.ts'
import * as store from './store.ts'
import { peopleBehind } from './store-people.ts'

const size = 20

/** One need: why it ranks where it does, and who is behind it. */
export function needRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const oneNeed = async (c: Ctx, id: number, offset: number, limit: number) => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const found = await inScope(db, scope, async tx => {
      const need = await store.needById(tx, id)
      if (!need) return null
      const today = services.clock.today()
      const [policy, cost] = await policiesOn(tx, [priorityPolicy, gapCostPolicy], need.instansi_id, today)
      return {
        need,
        factor: await store.factorOf(tx, need),
        proposals: await proposalsOf(tx, need),
        policy,
        cost: isCosted(need) ? await costOfNeeds(tx, need.instansi_id, cost, [loadKey(need)]) : null,
      }
    })
    if (!found) throw notFound()
    const peopleScope = narrowTo(readNeedPeople(actorOf(c)), [found.need.instansi_id])
    const people = coversInstansi(peopleScope, found.need.instansi_id)
      ? await inScope(db, peopleScope, tx => peopleBehind(tx, found.need, offset, limit))
      : null
    return { ...found, people }
  }

  app.get('/kebutuhan/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const m = messages[language]
    const n = pageNumber(c)
    const { need, factor, policy, cost, people, proposals } = await oneNeed(c, Number(c.req.param('id')), (n - 1) * size, size)
    const name = needName(need, language)
    const number = (value: number) => formatNumber(value, language)
    const jenjang = jenjangText(need, language)
    const applied = policyOf(policy.value)
    const missing = missingOf(need)
    const mayManage = coversInstansi(manageNeeds(actorOf(c)), need.instansi_id)
    const factorsHref =
      need.jenjang && missing.some(one => one === 'dif' || one === 'goal') && mayManage
        ? `/kebutuhan/dif?instansi=${need.instansi}&jenjang=${need.jenjang}`
        : null
    const because = becauseOf(need, factor, language)
    const difSource =
      need.jenjang && factor?.dif_posts && mayManage
        ? { href: ratedHref(need.instansi, need.jenjang, difKeyOf(need)), label: m.because.difPosts }
        : null
    const made =
      need.policy_id === null ? m.policyShips : m.policyVersion(need.policy_id === policy.id ? String(policy.version) : '–')
    const sentence =
      need.post === 'aimed'
        ? m.aimedSentence(number(need.people), jenjang)
        : m.sentenceOf[need.kind](number(need.people), number(need.staff), jenjang)
    const columns = personColumns(need.kind, language)
    return page(
      c,
      { title: name, breadcrumb: [{ href: '/kebutuhan', label: m.needs }] },
      NeedPage({
        m,
        title: name,
        lead: [needDetail(need, language), need.jenjang ? m.ofJenjang(jenjang) : jenjang, levelsText(need)]
          .filter(Boolean)
          .join(' · '),
        gone: need.people === 0 ? m.goneSince(formatInstant(need.calculated_at, language)) : null,
        tier: need.tier,
        score: scoreText(need.score, language),
        completeness: m.completeness(need.known),
        missing: missing.length > 0 ? m.missing(missing.map(one => m.components[one]).join(', ')) : null,
        place: need.instansi_name,
        people: number(need.people),
        peopleUnit: m.peopleOf[need.kind],
        sentence,
        components: componentNames.map(one => ({
          name: one,
          value: need[one] === null ? m.unknown : formatNumber(need[one], language, 2),
          share: need[one],
          weight: `${applied.weights[one]} %`,
          help: m.componentHelp[one],
          because: because[one],
          source: one === 'dif' ? difSource : null,
        })),
        policyNote: m.policyNote(weightsText(applied, m), policy.source),
        policyMissing: m.policyMissing(applied.urgentKnown),
        provisional: isProvisional(need, applied) ? m.provisionalWhy(need.known, applied.urgentKnown) : null,
        factorsHref,
        calculated: [
          m.madeBy(made, need.rule_version, formatInstant(need.calculated_at, language)),
          ...(need.policy_id === policy.id ? [] : [m.oldPolicy]),
        ].join(' '),
        distribution: distributionOf(need, language),
        facts: [
          ...(need.goal_title
            ? [{ label: m.goalOf, value: need.goal_title, href: need.goal_id === null ? null : `/sasaran/${need.goal_id}` }]
            : []),
          ...(need.mandate_basis && need.mandate !== 0 ? [{ label: m.mandateOf, value: need.mandate_basis, href: null }] : []),
        ],
        proposals: proposals.map(one => ({
          href: `/usulan/${one.id}`,
          text: m.proposedLine(one.unit, number(one.people)),
        })),
        cost: cost && {
          m: costMessages[language],
          cost: costView(cost.loads, cost.policy, need.instansi, language),
          href: policyHref(need.instansi),
        },
        statedHref: need.stated_id === null ? null : `/kebutuhan/organisasi/${need.stated_id}`,
        headers: columns.map(column => ({ header: column.header, number: column.kind === 'number' })),
        persons:
          people?.map(
            (person): PersonView => ({
              id: person.pegawai_id,
              name: person.name,
              nip: formatNip(person.nip),
              unit: person.unit,
              jabatan: person.jabatan,
              cells: columns.map(column => column.text(person)),
            }),
          ) ?? null,
        noPersons: need.stated_id !== null && need.people > 0 ? m.numberTyped : m.emptyFiltered,
        pager: people && people.length > 0 ? pagerOf(c, n, size, people[0]!.total) : null,
        exportHref: people && people.length > 0 ? `/kebutuhan/${need.id}.xlsx` : null,
      }),
    )
  })

  app.get('/kebutuhan/:file{[0-9]{1,9}\\.xlsx}', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { need, people } = await oneNeed(c, Number.parseInt(c.req.param('file'), 10), 0, 20_000)
    if (!people) throw forbidden()
    const columns = personColumns(need.kind, language)
    const bytes = await writeWorkbook([
      {
        name: needName(need, language).slice(0, 31),
        columns: [
          { header: 'NIP', width: 22 },
          { header: m.name, width: 30 },
          { header: m.jabatan, width: 36 },
          { header: m.unit, width: 36 },
          ...columns.map(({ header, kind }) => ({ header, width: 18, kind })),
        ],
        rows: people.map(p => [p.nip, p.name, p.jabatan, p.unit, ...columns.map(column => column.cell(p))]),
      },
    ])
    return spreadsheet(c, bytes, `kebutuhan-${need.id}`, services.clock.today())
  })

  return app
}
