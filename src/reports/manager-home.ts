import { daysOn, endingSoon } from '../assessment/index.ts'
import { governments, needCard, ranking, readNeeds } from '../needs/index.ts'
import { chosenInstansi } from '../people/index.ts'
import { hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { formatNumber, formatShare, type Language } from '../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { ManagerHome, type TopNeed } from './pages/home.tsx'
import { openTasks } from './tasks.ts'

const topCount = 7

const topNeed = (need: Parameters<typeof needCard>[0], language: Language): TopNeed => {
  const { name, ...card } = needCard(need, language)
  return { ...card, competency: name }
}

/** The home of who works for whole governments: how many are assessed, and what is most urgent. */
export async function showManagerHome(services: Services, c: Ctx) {
  const language = c.get('language')
  const m = messages[language]
  const actor = actorOf(c)
  const scope = readNeeds(actor)
  const { chosen: home, within } = await chosenInstansi(c, services.db, scope)
  const chosen = scope.kind === 'nation' || hasRole(actor, 'perencana', 'bappeda', 'pembina') ? null : home
  const ids = chosen ? [chosen.id] : scope.kind === 'nation' ? null : within.map(one => one.id)
  const seesNames = hasRole(actor, 'admin', 'pengelola', 'perencana', 'pembina', 'pimpinan')
  const { rows, top, ending } = await inScope(services.db, ids ? narrowTo(scope, ids) : scope, async tx => {
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
      top: top.map(need => topNeed(need, language)),
      rankingHref: `/kebutuhan${query}`,
      manyInstansi: ids?.length !== 1,
      tasks: await openTasks(services, c),
      canImport: hasRole(actor, 'pengelola', 'admin'),
    }),
  )
}
