import { Hono } from 'hono'
import { jpCell, jpOf, readJpPeople } from '../learning/index.ts'
import { gapsOf } from '../needs/index.ts'
import { teamOf } from '../people/index.ts'
import { type Scope, scopeOf } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { TeamPage } from './pages/team.tsx'
import { widest } from './profile.ts'
import { openTasks } from './tasks.ts'

/** What each of a team has of this year's JP. */
async function teamJp(services: Services, c: Ctx, ids: readonly number[]) {
  const year = Number(services.clock.today().slice(0, 4))
  const rows = await inScope(services.db, readJpPeople(actorOf(c)), tx => jpOf(tx, ids, year))
  return new Map(rows.map(row => [row.pegawaiId, jpCell(row, c.get('language'))]))
}

/** The people of a team or an event. Their levels only within the scope of those who may see levels. */
export async function showPeople(
  services: Services,
  c: Ctx,
  scope: Scope,
  levels: Scope,
  words: { title: string; lead: string; lackingHref?: string; jpHref?: string },
) {
  const language = c.get('language')
  const m = messages[language]
  const ids = scope.kind === 'people' ? scope.people : []
  const members = await inScope(services.db, scope, tx => teamOf(tx, ids))
  const gaps = await inScope(services.db, levels, tx => gapsOf(tx, ids))
  const jp = words.jpHref ? await teamJp(services, c, ids) : null
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
    { title: words.title },
    TeamPage({
      m,
      ...words,
      tasks: await openTasks(services, c),
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

/** The people one leads. */
export function showTeam(services: Services, c: Ctx) {
  const m = messages[c.get('language')]
  const scope = scopeOf(actorOf(c), ['atasan'])
  return showPeople(services, c, scope, scope, {
    title: m.teamTitle,
    lead: m.teamLead,
    lackingHref: '/kebutuhan/tanpa-pelatihan',
    jpHref: '/jp/orang',
  })
}

/** `/tim`: the team of who leads one. */
export const teamRoutes = (services: Services) =>
  new Hono<AppEnv>().get('/tim', c => {
    if (scopeOf(actorOf(c), ['atasan']).kind === 'none') throw forbidden()
    return showTeam(services, c)
  })
