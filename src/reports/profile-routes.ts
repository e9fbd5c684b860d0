import { Hono } from 'hono'
import { evidenceLine, PersonEvidence, recordFlaw, StandingSection } from '../assessment/index.ts'
import { LearningSummary, readsJpOf } from '../learning/index.ts'
import { PersonNeeds, readAkd, readGaps } from '../needs/index.ts'
import { managePegawai, readPegawai } from '../people/index.ts'
import { latestRating, PerformanceSummary, readRating } from '../performance/index.ts'
import { coversInstansi, type Scope, scopeOf } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { risenSince } from './learning/present.ts'
import { messages } from './messages.ts'
import { ProfilePage } from './pages/profile.tsx'
import { loadProfile } from './profile.ts'
import { openTasks } from './tasks.ts'

/** For so long a profile says beside its radar what learning moved it. */
const risenDays = 30

async function showPerson(services: Services, c: Ctx, scope: Scope, pegawaiId: number) {
  const language = c.get('language')
  const m = messages[language]
  const profile = await loadProfile(services.db, scope, readGaps(actorOf(c)), pegawaiId, services.clock.today())
  if (!profile) throw notFound()
  const own = actorOf(c).pegawaiId === pegawaiId
  const title = own ? m.hello(profile.person.name) : profile.person.name
  const rating = await inScope(services.db, readRating(actorOf(c)), tx => latestRating(tx, pegawaiId))
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
  const tasks = own ? await openTasks(services, c) : null
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

/** One's own profile. @throws Refusal 404 for an account that is no pegawai */
export function showOwn(services: Services, c: Ctx) {
  const actor = actorOf(c)
  if (actor.pegawaiId === null) throw notFound()
  return showPerson(services, c, scopeOf(actor, ['pegawai']), actor.pegawaiId)
}

/** `/saya` and `/pegawai/:id`: one person, from the figure to the dossier. */
export function profileRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/saya', c => showOwn(services, c))

  app.get('/pegawai/:id{[0-9]{1,9}}', c => {
    const scope = readPegawai(actorOf(c))
    if (scope.kind === 'none') throw notFound()
    return showPerson(services, c, scope, Number(c.req.param('id')))
  })

  return app
}
