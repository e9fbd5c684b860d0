import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDecimal, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { achievedPath } from '../completion/achieved.ts'
import { type Answer, type ItemContent, isAnswered } from '../lessons/rules/item.ts'
import { self } from './actions.ts'
import { resultRow } from './attempt-view.ts'
import { isLearning } from './finish.ts'
import { stepHere } from './here.ts'
import { type Messages, messages } from './messages.ts'
import { QuestionPage, ResultPage, ReviewPage } from './pages/attempt.tsx'
import * as actions from './quiz-actions.ts'
import { attemptState, tellsRight } from './rules/attempt.ts'
import { type Attempt, answersOf, attemptByNumber, attemptsOf } from './store/attempt.ts'

const base = '/belajar/:classId{[0-9]{1,9}}/:lessonId{[0-9]{1,9}}/percobaan'
const one = `${base}/:attempt{[0-9]{1,4}}`

/** An attempt at a quiz: a question a page, a look over them all, and what came of it. */
export function attemptRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const attemptHere = async (c: Ctx) => {
    const { mine, steps, step } = await stepHere(services, c)
    const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId: step.id, number: Number(c.req.param('attempt')) }
    const read = await inScope(services.db, self(mine.pegawaiId), async tx => {
      const attempt = await attemptByNumber(tx, key)
      return attempt && { attempt, answers: await answersOf(tx, key) }
    })
    if (!read || step.kind !== 'quiz') throw notFound()
    return { mine, steps, step, key, ...read, path: `/belajar/${mine.classId}/${step.id}`, quiz: step.content }
  }
  type Here = Awaited<ReturnType<typeof attemptHere>>

  const clockOf = (c: Ctx, attempt: Attempt) => ({
    left: attempt.dueAt && Math.max(0, Math.floor((attempt.dueAt.getTime() - services.clock.now().getTime()) / 1000)),
    until: attempt.dueAt && m(c).until(timeText(attempt.dueAt, c)),
  })

  /** Ends an attempt whose time is over: what was saved in time counts. */
  const timeIsOver = async (c: Ctx, here: Here) => {
    const ended = await actions.submitAttempt(services, actorOf(c), here.mine, here.step, here.key)
    if (ended.ok) {
      flash(c, 'warn', m(c).timeOver(String(ended.answered), String(ended.of)))
      if (ended.completed) return c.redirect(achievedPath(here.mine.classId), 303)
    } else if (ended.why === 'closed') {
      // It stays open until the clock ends it: to come back here would lead here again.
      flash(c, 'warn', m(c).closedFlash)
      return c.redirect(here.path, 303)
    }
    return c.redirect(`${here.path}/percobaan/${here.key.number}`, 303)
  }

  const ask = (c: Ctx, here: Here, question: number, error: string | null = null, typed?: Answer) => {
    const { attempt, answers, key } = here
    const asked = attempt.questions[question - 1]!
    const stored = answers.find(answer => answer.question === question)
    const count = attempt.questions.length
    const at = `${here.path}/percobaan/${key.number}`
    return page(
      c,
      { title: here.step.title, breadcrumb: crumbs(c, here), status: error ? 422 : 200 },
      QuestionPage({
        m: m(c),
        title: m(c).question(String(question), String(count)),
        eyebrow: here.step.title,
        prompt: asked.prompt,
        worth: m(c).worth(String(asked.points)),
        content: asked.content,
        answer: typed ?? stored?.answer,
        version: stored?.version ?? 0,
        question,
        isLast: question === count,
        action: at,
        saveUrl: `/api/v1/my-learning/${key.classId}/lessons/${key.lessonId}/attempts/${key.number}/answers/${question}`,
        previousHref: question > 1 ? `${at}?soal=${question - 1}` : null,
        reviewHref: `${at}?soal=periksa`,
        ...clockOf(c, attempt),
        error,
      }),
    )
  }

  const crumbs = (c: Ctx, here: Here) => [
    { href: '/belajar', label: m(c).learning },
    { href: `/belajar/${here.mine.classId}`, label: here.mine.title },
    { href: here.path, label: here.step.title },
  ]

  const review = (c: Ctx, here: Here) => {
    const at = `${here.path}/percobaan/${here.key.number}`
    const rows = here.attempt.questions.map((question, n) => ({
      href: `${at}?soal=${n + 1}`,
      label: m(c).question(String(n + 1), String(here.attempt.questions.length)),
      prompt: question.prompt.slice(0, 90),
      answered: isAnswered(here.answers.find(answer => answer.question === n + 1)?.answer),
    }))
    const open = rows.filter(row => !row.answered).length
    return page(
      c,
      { title: m(c).reviewTitle, breadcrumb: crumbs(c, here) },
      ReviewPage({
        m: m(c),
        title: here.step.title,
        eyebrow: m(c).attempt(String(here.key.number)),
        ...clockOf(c, here.attempt),
        open,
        openText: open > 0 ? m(c).reviewSome(String(open)) : m(c).reviewAll,
        rows,
        submitAction: `${at}/kumpul`,
      }),
    )
  }

  /** Where one goes from a result: to what passing brought; on, where this is done; else to another attempt, where one is left. */
  const nextOf = (t: Messages, { mine, steps, step, attempt, quiz, path }: Here, made: number) => {
    if (mine.state === 'completed') return { href: achievedPath(mine.classId), label: t.passedWhere, again: false }
    if (step.doneAt || attempt.passed) {
      const following = steps[steps.findIndex(one => one.id === step.id) + 1]
      return { href: `/belajar/${mine.classId}${following ? `/${following.id}` : ''}`, label: t.goOn, again: false }
    }
    return isLearning(mine) && (quiz.attempts === null || made < quiz.attempts)
      ? { href: `${path}/percobaan`, label: t.startAgain, again: true }
      : null
  }

  const result = async (c: Ctx, here: Here) => {
    const { attempt, answers, quiz, mine } = here
    const t = m(c)
    const made = await inScope(services.db, self(mine.pegawaiId), tx => attemptsOf(tx, here.key))
    const passed = made.some(one => one.passed === true)
    const tells = tellsRight(quiz, { made: made.length, passed, learning: isLearning(mine) })
    const language = c.get('language')
    const mark = formatNumber(quiz.passMark, language)
    const isPretest = quiz.purpose === 'pretest'
    return page(
      c,
      { title: here.step.title, breadcrumb: crumbs(c, here) },
      ResultPage({
        m: t,
        title: here.step.title,
        eyebrow: t.attempt(String(attempt.number)),
        score: formatDecimal(attempt.score ?? 0, language),
        sentence: isPretest ? t.resultPretest : attempt.passed ? t.resultPassed(mark) : t.resultNotPassed(mark),
        tone: isPretest ? 'info' : attempt.passed ? 'ok' : 'warn',
        facts: [formatInstant(attempt.endedAt!, language), ...(quiz.feedback === 'answers' && !tells ? [t.rightLater] : [])].join(
          ' · ',
        ),
        rows:
          quiz.feedback === 'answers'
            ? attempt.questions.map((question, n) =>
                resultRow(
                  c,
                  question,
                  answers.find(one => one.question === n + 1),
                  n,
                  attempt,
                  tells,
                ),
              )
            : [],
        backHref: here.path,
        next: nextOf(t, here, made.length),
      }),
    )
  }

  app.post(base, async c => {
    const { mine, step } = await stepHere(services, c)
    if (step.kind !== 'quiz') throw notFound()
    const started = await actions.startAttempt(services, actorOf(c), mine, step)
    const path = `/belajar/${mine.classId}/${step.id}`
    if (started.ok) return c.redirect(`${path}/percobaan/${started.number}?soal=1`, 303)
    flash(c, 'warn', started.why === 'closed' ? m(c).closedFlash : m(c).startFlaws[started.why])
    return c.redirect(path, 303)
  })

  app.get(one, async c => {
    const here = await attemptHere(c)
    const state = attemptState(here.attempt, services.clock.now())
    if (state === 'over') return timeIsOver(c, here)
    if (state === 'ended') return result(c, here)
    const asked = c.req.query('soal')
    if (asked === 'periksa') return review(c, here)
    const first = here.attempt.questions.findIndex(
      (_, n) => !isAnswered(here.answers.find(one => one.question === n + 1)?.answer),
    )
    const question = /^\d{1,3}$/.test(asked ?? '') ? Number(asked) : first + 1 || 1
    if (question < 1 || question > here.attempt.questions.length) throw notFound()
    return ask(c, here, question)
  })

  app.post(one, async c => {
    const here = await attemptHere(c)
    const body = await c.req.parseBody({ all: true })
    const question = Number(body.soal)
    const asked = here.attempt.questions[question - 1]
    if (!asked) throw notFound()
    const answer = answerIn(asked.content, body)
    const at = `${here.path}/percobaan/${here.key.number}`
    const saved = await actions.saveAnswer(services, actorOf(c), here.mine, here.key, {
      question,
      version: Number(body.versi) || 0,
      answer,
    })
    if (saved.ok) {
      if (saved.replaced) flash(c, 'warn', m(c).replaced)
      return c.redirect(`${at}?soal=${question < here.attempt.questions.length ? question + 1 : 'periksa'}`, 303)
    }
    if (saved.why === 'unfit') return ask(c, here, question, m(c).unfit)
    const kept = 'kept' in saved ? ([String(saved.kept), String(saved.of)] as const) : (['0', '0'] as const)
    const ended = saved.why === 'late' ? await actions.submitAttempt(services, actorOf(c), here.mine, here.step, here.key) : null
    flash(
      c,
      'warn',
      saved.why === 'late'
        ? m(c).late(timeText(here.attempt.dueAt!, c), ...kept)
        : saved.why === 'ended'
          ? m(c).attemptEnded(...kept)
          : m(c).closedFlash,
    )
    return c.redirect(ended?.ok && ended.completed ? achievedPath(here.mine.classId) : at, 303)
  })

  app.post(`${one}/kumpul`, async c => {
    const here = await attemptHere(c)
    const at = `${here.path}/percobaan/${here.key.number}`
    const ended = await actions.submitAttempt(services, actorOf(c), here.mine, here.step, here.key)
    if (!ended.ok)
      flash(
        c,
        'warn',
        ended.why === 'closed'
          ? m(c).closedFlash
          : m(c).attemptEnded(String(here.answers.length), String(here.attempt.questions.length)),
      )
    else {
      if (ended.completed) return c.redirect(achievedPath(here.mine.classId), 303)
      const said = ended.late
        ? m(c).timeOver(String(ended.answered), String(ended.of))
        : m(c).submittedFlash(formatDecimal(ended.score, c.get('language')))
      flash(c, ended.late ? 'warn' : 'ok', said)
    }
    return c.redirect(at, 303)
  })

  return app
}

/** `10.32 WIB` */
const timeText = (at: Date, c: Ctx) => formatInstant(at, c.get('language')).split(' ').slice(-2).join(' ')

type Body = Record<string, unknown>
/** The answer in a posted form, by the kind of question. */
function answerIn(content: ItemContent, body: Body): unknown {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  if (content.kind === 'multiple') {
    const said = body.jawaban
    return (Array.isArray(said) ? said : said === undefined ? [] : [said]).map(text)
  }
  if (content.kind === 'matching')
    return Object.fromEntries(content.left.map(left => [left.key, text(body[`jawaban-${left.key}`])]))
  return text(body.jawaban)
}
