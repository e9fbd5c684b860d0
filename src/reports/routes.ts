import { Hono } from 'hono'
import {
  daysOn,
  endingSoon,
  evidenceLine,
  OpenTasks,
  ownOpenTasks,
  PersonEvidence,
  recordFlaw,
  StandingSection,
} from '../assessment/index.ts'
import { jpCell, jpOf, LearningSummary, readJpPeople, readsJpOf } from '../learning/index.ts'
import { gapsOf, governments, needCard, PersonNeeds, ranking, readAkd, readGaps, readNeeds } from '../needs/index.ts'
import { chosenInstansi, managePegawai, readPegawai, teamOf } from '../people/index.ts'
import { latestRating, PerformanceSummary, readRating } from '../performance/index.ts'
import { type Actor, coversInstansi, hasRole, narrowTo, rolesOf, type Scope, scopeOf } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { leadingRole } from './frame.ts'
import { risenSince } from './learning/present.ts'
import { messages } from './messages.ts'
import { GuidancePage } from './pages/guidance.tsx'
import { ManagerHome, type TopNeed } from './pages/home.tsx'
import { ProfilePage } from './pages/profile.tsx'
import { TeamPage } from './pages/team.tsx'
import { loadProfile, widest } from './profile.ts'
import { whyRoutes } from './why-routes.ts'

const topCount = 7
/** For so long a profile says beside its radar what learning moved it. */
const risenDays = 30

export function reportRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]

  /** The ratings that wait for who asks; null where none do. */
  const openTasks = async (c: Ctx) => {
    const cards = await ownOpenTasks(db, actorOf(c), services.clock.today(), c.get('language'))
    return cards && OpenTasks(cards)
  }

  const profilePage = async (c: Ctx, scope: Scope, pegawaiId: number) => {
    const m = words(c)
    const language = c.get('language')
    const profile = await loadProfile(db, scope, readGaps(actorOf(c)), pegawaiId, services.clock.today())
    if (!profile) throw notFound()
    const own = actorOf(c).pegawaiId === pegawaiId
    const title = own ? m.hello(profile.person.name) : profile.person.name
    const rating = await inScope(db, readRating(actorOf(c)), tx => latestRating(tx, pegawaiId))
    const performance =
      rating && PerformanceSummary({ language, rating, own, href: own ? '/saya/kinerja' : `/kinerja/${pegawaiId}` })
    const moves = coversInstansi(managePegawai(actorOf(c)), profile.person.instansi.id)
    const transferHref = moves ? `/pegawai/${pegawaiId}/pindah` : null
    const { aimed, lacking, maxLevel, person } = profile
    const aimHref = (own || moves) && person.jabatan ? `/pegawai/${pegawaiId}/dituju` : null
    const needs = profile.levelsHidden
      ? null
      : PersonNeeds({ language, own, aim: person.aim?.name ?? null, aimHref, aimed, lacking, maxLevel })
    const akd = readAkd(actorOf(c))
    const among = (akd.kind === 'people' || akd.kind === 'mixed') && akd.people.includes(pegawaiId)
    const akdHref = among || coversInstansi(akd, profile.person.instansi.id) ? `/pegawai/${pegawaiId}/akd` : null
    const records = recordFlaw(actorOf(c), { pegawaiId, instansiId: profile.person.instansi.id }) === null
    const recordHref = records ? `/pegawai/${pegawaiId}/hasil/baru` : null
    const { weights, days } = profile.weighing
    const standing = profile.levelsHidden
      ? null
      : StandingSection({
          language,
          today: days.today,
          soon: days.soon,
          standing: profile.standing,
          results: profile.potential,
          weights,
          recordHref: records ? `/pegawai/${pegawaiId}/potensi/baru` : null,
          reportHref: `/pegawai/${pegawaiId}/laporan`,
        })
    const readsJp = readsJpOf(actorOf(c), { pegawaiId, instansiId: profile.person.instansi.id })
    const jpHref = readsJp ? (own ? '/jp' : `/pegawai/${pegawaiId}/jp`) : null
    const learning = LearningSummary({ language, learning: profile.learning, own, href: jpHref })
    const evidence = PersonEvidence({
      language,
      rows: profile.evidence.map(row => evidenceLine(row, language, actorOf(c).pegawaiId)),
      own,
    })
    const since = new Date(services.clock.now().getTime() - risenDays * 86_400_000).toISOString().slice(0, 10)
    const risen = risenSince(profile.evidence, since, language)
    const tasks = own ? await openTasks(c) : null
    return page(
      c,
      { title: own ? m.profileTitle : title },
      ProfilePage({
        m,
        language,
        profile,
        own,
        title,
        performance,
        learning,
        evidence,
        risen,
        standing,
        needs,
        tasks,
        recordHref,
        transferHref,
        akdHref,
      }),
    )
  }

  const ownScope = (actor: Actor): Scope => scopeOf(actor, ['pegawai'])

  const topNeed = (c: Ctx, need: Parameters<typeof needCard>[0]): TopNeed => {
    const { name, ...card } = needCard(need, c.get('language'))
    return { ...card, competency: name }
  }

  const managerHome = async (c: Ctx) => {
    const m = words(c)
    const language = c.get('language')
    const actor = actorOf(c)
    const scope = readNeeds(actor)
    const { chosen: home, within } = await chosenInstansi(c, db, scope)
    const chosen = scope.kind === 'nation' || hasRole(actor, 'perencana', 'bappeda', 'pembina') ? null : home
    const ids = chosen ? [chosen.id] : scope.kind === 'nation' ? null : within.map(one => one.id)
    const seesNames = hasRole(actor, 'admin', 'pengelola', 'perencana', 'pembina', 'pimpinan')
    const { rows, top, ending } = await inScope(db, ids ? narrowTo(scope, ids) : scope, async tx => {
      const days = chosen && seesNames ? await daysOn(tx, chosen.id, services.clock.today(chosen.timeZone)) : null
      return {
        rows: await governments(tx, ids),
        top: await ranking(tx, { instansiIds: ids, kind: null }, 0, topCount),
        ending: chosen && days ? { people: await endingSoon(tx, chosen.id, days), days: days.warningDays } : null,
      }
    })
    const sum = (of: 'active' | 'assessed' | 'urgent' | 'important' | 'needs') => rows.reduce((total, row) => total + row[of], 0)
    const [active, assessed] = [sum('active'), sum('assessed')]
    const number = (n: number) => formatNumber(n, language)
    const query = chosen ? `?instansi=${chosen.regionCode}` : '?instansi=semua'
    const title = m.greeting(actor.name)
    return page(
      c,
      { title: m.menu.home, wide: true },
      ManagerHome({
        m,
        title,
        lead: chosen?.name ?? m.guidanceCount(number(rows.length)),
        figure:
          active === 0
            ? null
            : {
                value: formatShare(assessed / active, language),
                sentence: m.assessedSentence(number(assessed), number(active), number(active - assessed)),
                missingHref: seesNames && assessed < active ? (chosen ? `/pemetaan/belum${query}` : `/pemetaan${query}`) : null,
              },
        figures: [
          { label: m.urgentNeeds, value: number(sum('urgent')), href: `/kebutuhan${query}&tingkat=urgen`, tone: 'bad' },
          { label: m.importantNeeds, value: number(sum('important')), href: `/kebutuhan${query}&tingkat=penting`, tone: 'warn' },
          { label: m.allNeeds, value: number(sum('needs')), href: `/kebutuhan${query}` },
          ...(ending && ending.people > 0
            ? [
                {
                  label: m.endingSoon(number(ending.days)),
                  value: number(ending.people),
                  detail: m.endingWhat,
                  href: `/pemetaan/belum${query}&alasan=segera`,
                  tone: 'warn' as const,
                },
              ]
            : []),
        ],
        top: top.map(need => topNeed(c, need)),
        rankingHref: `/kebutuhan${query}`,
        manyInstansi: ids?.length !== 1,
        tasks: await openTasks(c),
        canImport: hasRole(actor, 'pengelola', 'admin'),
      }),
    )
  }

  /** What each of a team has of this year's JP. */
  const teamJp = async (c: Ctx, ids: readonly number[]) => {
    const year = Number(services.clock.today().slice(0, 4))
    const rows = await inScope(db, readJpPeople(actorOf(c)), tx => jpOf(tx, ids, year))
    return new Map(rows.map(row => [row.pegawaiId, jpCell(row, c.get('language'))]))
  }

  /** The people of a team or an event. Their levels only within the scope of those who may see levels. */
  const groupPage = async (
    c: Ctx,
    scope: Scope,
    levels: Scope,
    words_: { title: string; lead: string; lackingHref?: string; jpHref?: string },
  ) => {
    const m = words(c)
    const language = c.get('language')
    const ids = scope.kind === 'people' ? scope.people : []
    const members = await inScope(db, scope, tx => teamOf(tx, ids))
    const gaps = await inScope(db, levels, tx => gapsOf(tx, ids))
    const jp = words_.jpHref ? await teamJp(c, ids) : null
    const rows = members.map(member => {
      const own = gaps.filter(row => row.pegawai_id === member.pegawaiId)
      const gap = widest(own)
      return {
        id: member.pegawaiId,
        name: member.name,
        jabatan: member.jabatan ?? '–',
        gaps: gap.length,
        assessed: own.filter(row => row.held !== null).length,
        of: own.length,
        widest: gap[0] ? `${gap[0].name} (−${gap[0].gap})` : null,
        jp: jp?.get(member.pegawaiId) ?? null,
      }
    })
    const counts = new Map<string, number>()
    for (const row of gaps) if ((row.gap ?? 0) > 0) counts.set(row.name, (counts.get(row.name) ?? 0) + 1)
    const common = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 5)
    return page(
      c,
      { title: words_.title },
      TeamPage({
        m,
        ...words_,
        tasks: await openTasks(c),
        figure: {
          value: formatNumber(rows.length, language),
          sentence:
            levels.kind === 'none'
              ? m.levelsHidden
              : m.teamSentence(
                  formatNumber(rows.filter(row => row.gaps > 0).length, language),
                  formatNumber(rows.filter(row => row.assessed === 0).length, language),
                ),
        },
        levels: levels.kind !== 'none',
        behind: jp && m.teamBehind(formatNumber([...jp.values()].filter(one => one.enough === false).length, language)),
        members: rows.sort((a, b) => b.gaps - a.gaps || a.name.localeCompare(b.name)),
        common: common.map(([name, n]) => ({ name, share: n / rows.length, text: m.teamPeople(formatNumber(n, language)) })),
      }),
    )
  }

  app.get('/', async c => {
    const actor = actorOf(c)
    const roles = rolesOf(actor)
    const m = words(c)
    if (['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'].includes(leadingRole(actor))) return managerHome(c)
    if (roles.has('asesor') || roles.has('penyelenggara') || roles.has('fasilitator')) {
      return groupPage(c, scopeOf(actor, ['asesor', 'penyelenggara', 'fasilitator']), scopeOf(actor, ['asesor']), {
        title: m.caseTitle,
        lead: m.caseSentence,
      })
    }
    if (roles.has('atasan'))
      return groupPage(c, scopeOf(actor, ['atasan']), scopeOf(actor, ['atasan']), {
        title: m.teamTitle,
        lead: m.teamLead,
        lackingHref: '/kebutuhan/tanpa-pelatihan',
        jpHref: '/jp/orang',
      })
    if (actor.pegawaiId === null) return managerHome(c)
    return profilePage(c, ownScope(actor), actor.pegawaiId)
  })

  app.get('/saya', c => {
    const actor = actorOf(c)
    if (actor.pegawaiId === null) throw notFound()
    return profilePage(c, ownScope(actor), actor.pegawaiId)
  })

  app.get('/pegawai/:id{[0-9]{1,9}}', c => {
    const scope = readPegawai(actorOf(c))
    if (scope.kind === 'none') throw notFound()
    return profilePage(c, scope, Number(c.req.param('id')))
  })

  app.get('/tim', c => {
    const m = words(c)
    const scope = scopeOf(actorOf(c), ['atasan'])
    if (scope.kind === 'none') throw forbidden()
    return groupPage(c, scope, scope, {
      title: m.teamTitle,
      lead: m.teamLead,
      lackingHref: '/kebutuhan/tanpa-pelatihan',
      jpHref: '/jp/orang',
    })
  })

  app.get('/pembinaan', async c => {
    const scope = scopeOf(actorOf(c), ['pembina', 'perencana', 'bappeda'])
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const m = words(c)
    const language = c.get('language')
    const rows = await inScope(db, scope, tx => governments(tx, scope.kind === 'nation' ? null : scope.instansi))
    const share = (row: (typeof rows)[number]) => row.assessed / row.active
    const lowest = [...rows].sort((a, b) => share(a) - share(b))[0]
    return page(
      c,
      { title: m.guidanceTitle, wide: true },
      GuidancePage({
        m,
        figure: lowest
          ? {
              value: formatNumber(rows.length, language),
              sentence: m.guidanceSentence(lowest.name, formatShare(share(lowest), language)),
            }
          : null,
        rows: rows.map(row => ({
          code: row.instansi,
          name: row.name,
          coverage: share(row),
          coverageText: formatShare(share(row), language),
          assessed: m.assessedOf(formatNumber(row.assessed, language), formatNumber(row.active, language)),
          below: row.assessed_pairs > 0 ? formatShare(row.gap_pairs / row.assessed_pairs, language) : '–',
          urgent: formatNumber(row.urgent, language),
          important: formatNumber(row.important, language),
          needs: formatNumber(row.needs, language),
        })),
      }),
    )
  })

  return app.route('/', whyRoutes(services))
}
