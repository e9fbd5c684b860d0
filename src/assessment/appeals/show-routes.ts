import { Hono } from 'hono'
import { asJob, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { highestLevel, lowestLevel } from '../../regulation/index.ts'
import { listCompetencies } from '../../standards/index.ts'
import { readAppeals } from './access.ts'
import { assignReader, decideAppeal, giveOpinion, readersFor, type Stepped, withdrawAppeal } from './actions.ts'
import { type AppealMessages, appealMessages } from './messages.ts'
import { AppealPage, type ShowProps } from './pages/show.tsx'
import { mayStep } from './rules/appeal.ts'
import { type Appeal, appealById } from './store.ts'
import { viewOf } from './views.ts'

type Errors = ShowProps['errors']
type Typed = Partial<Record<'level' | 'pendapat' | 'putusan' | 'pertimbangan', string>>
const levels = Array.from({ length: highestLevel - lowestLevel + 1 }, (_, index) => lowestLevel + index)
const levelTyped = (text: string) => (/^\d$/.test(text) ? Number(text) : null)

/** One objection: its page, and the step each of those concerned may take. */
export function appealRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => appealMessages[c.get('language')]
  const idOf = (c: Ctx) => Number(c.req.param('id'))

  /** In scope, or as its reader: then only by the appeal itself. */
  const appealHere = async (c: Ctx): Promise<Appeal> => {
    const actor = actorOf(c)
    const inSight = await inScope(services.db, readAppeals(actor), tx => appealById(tx, idOf(c)))
    if (inSight) return inSight
    const assigned = await asJob(services.db, tx => appealById(tx, idOf(c)))
    if (!assigned || assigned.readerId !== actor.accountId) throw notFound()
    return assigned
  }

  const showPage = async (c: Ctx, typed: Typed, errors: Errors) => {
    const language = c.get('language')
    const m = words(c)
    const actor = actorOf(c)
    const appeal = await appealHere(c)
    const { show, manager, reader } = viewOf(appeal, actor, m, language, services.clock.today(appeal.timeZone))
    const labels = reader ? (await listCompetencies(services.db)).find(one => one.id === appeal.competencyId)?.levels : []
    const readers = manager && mayStep(appeal.state, 'assign') ? await asJob(services.db, tx => readersFor(tx, appeal)) : []
    return page(
      c,
      { title: show.title, status: errors.length > 0 ? 422 : 200, breadcrumb: [{ href: '/keberatan', label: m.title }] },
      AppealPage({
        ...show,
        errors,
        assign:
          manager && mayStep(appeal.state, 'assign')
            ? { readers: readers.map(one => ({ value: one.accountId, label: one.name })) }
            : null,
        give:
          reader && mayStep(appeal.state, 'give_opinion')
            ? {
                levels: levels.map(level => ({
                  value: String(level),
                  label: m.demand(level),
                  help: labels?.find(one => one.level === level)?.label ?? '',
                })),
                level: typed.level ?? '',
                text: typed.pendapat ?? '',
              }
            : null,
        decide:
          manager && !reader && mayStep(appeal.state, 'decide')
            ? {
                levels: levels.map(level => ({ value: String(level), label: m.demand(level) })),
                outcome: typed.putusan ?? '',
                level: typed.level ?? '',
                grounds: typed.pertimbangan ?? '',
              }
            : null,
      }),
    )
  }

  app.get('/keberatan/:id{[0-9]{1,9}}', c => showPage(c, {}, []))

  /** After a step: back to the page with what was done, or the page with what was typed and what is wrong. */
  const answer = async <F extends string>(
    c: Ctx,
    step: Stepped<F>,
    done: string,
    typed: Typed,
    errorOf: (flaw: F) => { field: string; message: string },
  ) => {
    if (step.ok) flash(c, 'ok', done)
    else if (step.flaws.includes('state')) flash(c, 'warn', words(c).stepState)
    else
      return showPage(
        c,
        typed,
        step.flaws.map(flaw => errorOf(flaw as F)),
      )
    return c.redirect(`/keberatan/${idOf(c)}`, 303)
  }

  app.post('/keberatan/:id{[0-9]{1,9}}/pembaca', async c => {
    await appealHere(c)
    const field = await formFields(c)
    const step = await assignReader(services, actorOf(c), idOf(c), field('pembaca'))
    return answer(c, step, words(c).assigned, {}, () => ({ field: 'pembaca', message: words(c).stepReader }))
  })

  app.post('/keberatan/:id{[0-9]{1,9}}/pendapat', async c => {
    await appealHere(c)
    const field = await formFields(c)
    const typed = { level: field('level'), pendapat: field('pendapat') }
    const step = await giveOpinion(services, actorOf(c), idOf(c), levelTyped(typed.level), typed.pendapat)
    return answer(c, step, words(c).opinionGiven, typed, flaw =>
      flaw === 'level' ? { field: 'level', message: words(c).stepLevel } : { field: 'pendapat', message: words(c).stepOpinion },
    )
  })

  app.post('/keberatan/:id{[0-9]{1,9}}/putusan', async c => {
    await appealHere(c)
    const field = await formFields(c)
    const typed = { putusan: field('putusan'), level: field('level'), pertimbangan: field('pertimbangan') }
    const step = await decideAppeal(services, actorOf(c), idOf(c), {
      outcome: typed.putusan,
      level: levelTyped(typed.level),
      grounds: typed.pertimbangan,
    })
    return answer(c, step, words(c).decided, typed, flaw => ({
      field: fieldOf[flaw],
      message: (words(c) as AppealMessages).decisionFlaws[flaw],
    }))
  })

  app.post('/keberatan/:id{[0-9]{1,9}}/cabut', async c => {
    await appealHere(c)
    const step = await withdrawAppeal(services, actorOf(c), idOf(c))
    return answer(c, step, words(c).withdrawn, {}, () => ({ field: 'id', message: '' }))
  })

  return app
}

const fieldOf = {
  outcome: 'putusan',
  level: 'level',
  same_level: 'level',
  grounds: 'pertimbangan',
  reader: 'putusan',
  own: 'putusan',
} as const
