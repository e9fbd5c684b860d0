import { Hono } from 'hono'
import { formatNip, personById } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { rateFlaw, readRating, readRatings } from './access.ts'
import { recordRating, withdrawRating } from './actions.ts'
import { flawWords } from './entry-words.ts'
import { performanceLabels } from './labels.ts'
import { messages } from './messages.ts'
import { PersonPage } from './pages/person.tsx'
import { formOf, matrixOf, pastRatings, typedOf } from './person-view.ts'
import { periodWords, predicateTone } from './present.ts'
import { ratingFields, ratingForm } from './schema.ts'
import { ratingsOf } from './store/ratings.ts'

/** What is shown again where something was refused. */
type Again = {
  typed?: Record<string, string>
  errors?: { field: string; message: string }[]
  correcting?: number | null
  withdrawError?: string
}

const fieldOf: Record<string, string> = { period: 'tahun', result: 'hasil', predicate: 'hasil', ratedOn: 'tanggal' }
const shortestReason = 5

/** One person's ratings: `/kinerja/:id`, and one's own at `/saya/kinerja`. */
export function personRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const load = async (c: Ctx, pegawaiId: number) => {
    const found = await inScope(services.db, readRating(actorOf(c)), async tx => {
      const person = await personById(tx, pegawaiId)
      return person && { person, ratings: await ratingsOf(tx, pegawaiId) }
    })
    if (!found) throw notFound()
    return found
  }

  const personPage = async (c: Ctx, pegawaiId: number, again: Again = {}) => {
    const language = c.get('language')
    const labels = performanceLabels[language]
    const actor = actorOf(c)
    const { person, ratings } = await load(c, pegawaiId)
    const flaw = rateFlaw(actor, { pegawaiId, instansiId: person.instansi.id })
    const own = actor.pegawaiId === pegawaiId
    const here = own ? '/saya/kinerja' : `/kinerja/${pegawaiId}`
    const past = pastRatings(ratings, { language, timeZone: person.instansi.timeZone, here: flaw ? null : here })
    const counting = ratings.filter(row => row.supersededAt === null)
    const latest = counting.find(row => row.kind === 'tahunan') ?? counting[0]
    const asked = again.correcting !== undefined ? again.correcting : Number(c.req.query('koreksi')) || null
    const correcting = counting.find(row => row.id === asked) ?? null
    const today = services.clock.today(person.instansi.timeZone)
    const wide = readRatings(actor).kind !== 'none' && !own
    return page(
      c,
      {
        title: own ? m(c).mine : `${m(c).ofPerson}: ${person.name}`,
        wide: true,
        breadcrumb: own
          ? [{ href: '/saya', label: m(c).profile }]
          : [wide ? { href: '/kinerja', label: m(c).performance } : { href: `/pegawai/${pegawaiId}`, label: person.name }],
        status: again.errors || again.withdrawError ? 422 : 200,
      },
      PersonPage({
        m: m(c),
        title: own ? m(c).mine : person.name,
        eyebrow: own ? person.name : null,
        lead: [own ? null : formatNip(person.nip), person.jabatan?.name, person.unit.path.join(' › ')]
          .filter(Boolean)
          .join(' · '),
        profileHref: own ? null : `/pegawai/${pegawaiId}`,
        own,
        refusal: flaw === 'self' && rateFlaw(actor, { pegawaiId: 0, instansiId: person.instansi.id }) === null ? m(c).self : null,
        latest: latest
          ? {
              predicate: latest.predicate ? labels.predicate[latest.predicate] : m(c).unknownPredicate,
              tone: latest.predicate ? predicateTone[latest.predicate] : 'info',
              sentence:
                latest.result || latest.behaviour
                  ? m(c).latestSentence(
                      periodWords(latest, language),
                      latest.result ? labels.rating[latest.result].toLowerCase() : m(c).unknown,
                      latest.behaviour ? labels.rating[latest.behaviour].toLowerCase() : m(c).unknown,
                    )
                  : m(c).latestOnly(periodWords(latest, language)),
            }
          : null,
        current: past.current,
        replaced: past.replaced,
        replacedTitle: m(c).replaced(String(past.replaced.length)),
        form: flaw
          ? null
          : formOf(language, {
              action: `/kinerja/${pegawaiId}#catat`,
              correcting,
              typed: again.typed ?? typedOf(correcting, { today, rater: actor.teamIds.includes(pegawaiId) ? actor.name : '' }),
              errors: again.errors ?? [],
              cancelHref: `${here}#catat`,
            }),
        withdraw:
          flaw || !correcting
            ? null
            : { action: `/kinerja/${pegawaiId}/${correcting.id}/tarik#catat`, error: again.withdrawError ?? null },
        matrix: matrixOf(language, today),
      }),
    )
  }

  /** The person, where this actor may rate them. @throws Refusal 404 out of sight, 403 in sight but not theirs to rate */
  const toRate = async (c: Ctx) => {
    const pegawaiId = Number(c.req.param('id'))
    const { person } = await load(c, pegawaiId)
    const flaw = rateFlaw(actorOf(c), { pegawaiId, instansiId: person.instansi.id })
    if (flaw === 'self') throw new Refusal(403, { id: messages.id.self, en: messages.en.self })
    if (flaw) throw forbidden()
    return { pegawaiId, timeZone: person.instansi.timeZone }
  }

  app.get('/saya/kinerja', c => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw notFound()
    return personPage(c, pegawaiId)
  })

  app.get('/kinerja/:id{[0-9]{1,9}}', c => personPage(c, Number(c.req.param('id'))))

  app.post('/kinerja/:id{[0-9]{1,9}}', async c => {
    const person = await toRate(c)
    const language = c.get('language')
    const field = await formFields(c)
    const typed = Object.fromEntries(ratingFields.map(name => [name, field(name)]))
    const correcting = Number(typed.gantikan) || null
    const refused = (errors: { field: string; message: string }[]) =>
      personPage(c, person.pegawaiId, { typed, errors, correcting })
    const parsed = ratingForm.safeParse(typed)
    if (!parsed.success) {
      return refused(
        parsed.error.issues.map(issue => ({
          field: String(issue.path[0]),
          message: m(c).errors[issue.message as keyof (typeof messages)['id']['errors']] ?? m(c).errors.period,
        })),
      )
    }
    const recorded = await recordRating(services, actorOf(c), person, parsed.data)
    if (!recorded.ok) {
      if (recorded.reason === 'flaws')
        return refused(
          recorded.flaws.map(flaw => ({
            field: fieldOf[flaw.field]!,
            message: flaw.flaw === 'unrated' ? m(c).errors.unrated : flawWords(flaw)[language],
          })),
        )
      const at = recorded.reason === 'why' ? 'alasan' : recorded.reason === 'unchanged' ? 'hasil' : 'tahun'
      return refused([{ field: at, message: m(c).errors[recorded.reason] }])
    }
    const predicate = recorded.predicate && performanceLabels[language].predicate[recorded.predicate]
    const words = predicate === null ? m(c).savedUnknown : recorded.corrected ? m(c).corrected(predicate) : m(c).saved(predicate)
    flash(c, 'ok', words)
    return c.redirect(`/kinerja/${person.pegawaiId}#isi`, 303)
  })

  app.post('/kinerja/:id{[0-9]{1,9}}/:rating{[0-9]{1,9}}/tarik', async c => {
    const person = await toRate(c)
    const rating = Number(c.req.param('rating'))
    const why = (await formFields(c))('alasan_tarik').slice(0, 300)
    if (why.length < shortestReason)
      return personPage(c, person.pegawaiId, { correcting: rating, withdrawError: m(c).withdrawMissing })
    const done = await withdrawRating(services, actorOf(c), { pegawaiId: person.pegawaiId, id: rating }, why)
    flash(c, done ? 'ok' : 'warn', done ? m(c).withdrawn : m(c).errors.gone)
    return c.redirect(`/kinerja/${person.pegawaiId}#isi`, 303)
  })

  return app
}
