import { Hono } from 'hono'
import { h } from 'preact'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDecimal, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { ButtonLink, type Tone } from '../../ui/index.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { achievedPath } from '../completion/achieved.ts'
import { messages as lessonMessages } from '../lessons/messages.ts'
import { learnerTabs } from '../tabs.ts'
import { learnerOf } from './access.ts'
import { self } from './actions.ts'
import { isLearning, standingAlone } from './finish.ts'
import { mineHere } from './here.ts'
import { messages } from './messages.ts'
import { HubPage, OutlinePage } from './pages/mine.tsx'
import { nextStep, progressOf } from './rules/progress.ts'
import { type ClassFilter, classesOf, type ListedClass, type MyClass } from './store/enrolment.ts'

const size = 25
const tones: Record<ListedClass['state'], Tone> = { enrolled: 'info', completed: 'ok', failed: 'bad' }

/** `/belajar`: what one is enrolled in, and the lessons of one class. */
export function mineRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const count = (c: Ctx) => (n: number) => formatNumber(n, c.get('language'))

  const scoreText = (c: Ctx, score: number) => formatDecimal(score, c.get('language'))

  const learner = (c: Ctx) => {
    const pegawaiId = learnerOf(actorOf(c))
    if (pegawaiId === null) throw notFound()
    return pegawaiId
  }
  const filterOf = (c: Ctx): ClassFilter => (['berjalan', 'selesai'] as const).find(one => one === c.req.query('keadaan')) ?? null
  const list = (pegawaiId: number, filter: ClassFilter, at: { offset: number; limit: number }) =>
    inScope(services.db, self(pegawaiId), tx => classesOf(tx, pegawaiId, filter, at))

  app.get('/belajar', async c => {
    const pegawaiId = learner(c)
    const t = m(c)
    const number = count(c)
    const n = pageNumber(c)
    const filter = filterOf(c)
    const rows = await list(pegawaiId, filter, { offset: (n - 1) * size, limit: size })
    const current = rows.filter(row => row.state === 'enrolled')
    const now = current.find(row => row.next !== null) ?? current[0]
    const finished = rows.filter(row => row.state === 'completed').length
    return page(
      c,
      { title: t.mine },
      HubPage({
        m: t,
        tabs: learnerTabs(c.get('language'), '/belajar'),
        figure: now
          ? now.of === 0 && now.startsOn !== null
            ? {
                label: t.hubHeld,
                value: number(now.jp),
                unit: t.jpColumn,
                sentence: `${now.title}. ${t.byTimetable(datesInWords(now, c.get('language')))}`,
                action: { href: `/kelas/${now.classId}/jadwal`, label: t.toClass },
              }
            : {
                label: t.hubLabel,
                ...(now.of > 0
                  ? { value: t.share(number(now.done), number(now.of)), unit: t.hubUnit }
                  : { value: number(now.lessons), unit: t.lessonUnit }),
                sentence: now.next ? t.hubNext(now.title, now.next.title) : t.hubNoneLeft(now.title),
                action: { href: `/belajar/${now.classId}${now.next ? `/${now.next.id}` : ''}`, label: t.goOn },
              }
          : {
              label: t.hubIdle,
              value: number(finished),
              unit: t.states.completed,
              sentence: t.hubIdleSentence(number(finished)),
              action: null,
            },
        cards: rows.map(row => ({
          href: `/belajar/${row.classId}`,
          title: row.title,
          detail: `${row.className} · ${row.provider} · ${number(row.jp)} JP`,
          dates: row.startsOn === null ? null : datesInWords(row, c.get('language')),
          progress:
            row.of === 0
              ? null
              : { share: row.done / row.of, words: `${t.share(number(row.done), number(row.of))} ${t.hubUnit}` },
          state: t.states[row.state],
          tone: tones[row.state],
          score: row.finalScore === null ? null : t.passedScore(scoreText(c, row.finalScore)),
        })),
        filter: filter ?? '',
        filtered: filter !== null,
        exportHref: listHref(c, { halaman: null }).replace('/belajar', '/belajar.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/belajar.xlsx', async c => {
    const t = m(c)
    const rows = await list(learner(c), filterOf(c), { offset: 0, limit: 10_000 })
    const bytes = await writeWorkbook([
      {
        name: t.mine,
        columns: [t.course, t.class, t.provider, t.jpColumn, t.progress, t.state, t.score].map(header => ({ header })),
        rows: rows.map(row => [
          row.title,
          row.className,
          row.provider,
          row.jp,
          row.of === 0 ? null : t.share(String(row.done), String(row.of)),
          t.states[row.state],
          row.finalScore,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'belajar', services.clock.today())
  })

  /** What of the mark is still in the way where all lessons are done; null: nothing. */
  const markWords = async (c: Ctx, mine: MyClass): Promise<string | null> => {
    if (mine.state !== 'enrolled') return null
    const { why } = await inScope(services.db, self(mine.pegawaiId), tx => standingAlone(tx, mine))
    const mark = why.find(one => one.condition === 'mark')
    if (!mark || mark.standing === 'met') return null
    const score = (value: number) => formatDecimal(value, c.get('language'))
    return mark.have === null ? m(c).markAwaited : m(c).markMissed(score(mark.have), score(mark.need))
  }

  app.get('/belajar/:classId{[0-9]{1,9}}', async c => {
    const { mine, steps } = await mineHere(services, c)
    const t = m(c)
    const number = count(c)
    const walked = steps.map(step => ({ ...step, done: step.doneAt !== null }))
    const { done, of } = progressOf(walked)
    const doneOfAll = walked.filter(step => step.done).length
    const next = nextStep(walked)
    const path = `/belajar/${mine.classId}`
    const timetable = `/kelas/${mine.classId}${mine.startsOn === null ? '' : '/jadwal'}`
    const score = mine.finalScore === null ? '' : ` ${t.passedScore(scoreText(c, mine.finalScore))}`
    const notice =
      mine.state === 'failed'
        ? { tone: 'warn' as const, title: t.states.failed, body: t.failedWords(mine.reason ?? '') }
        : mine.state === 'enrolled' && !isLearning(mine)
          ? { tone: 'info' as const, title: t.states.enrolled, body: t.closedClass }
          : null
    const isPassed = mine.state === 'completed'
    return page(
      c,
      { title: mine.title, breadcrumb: [{ href: '/belajar', label: t.learning }] },
      OutlinePage({
        m: t,
        tabs: learnerTabs(c.get('language'), '/belajar'),
        title: mine.title,
        eyebrow: `${mine.className} · ${mine.provider} · ${number(mine.jp)} JP`,
        notice,
        classHref: mine.pattern === 'mandiri' || (walked.length === 0 && !isPassed) ? null : timetable,
        figure: isPassed
          ? {
              label: t.states.completed,
              value: number(mine.jp),
              unit: t.jpColumn,
              sentence: `${walked.length === 0 ? t.ended : t.endedReadable}${score}`,
              tone: 'ok',
              action: h(ButtonLink, {
                href: achievedPath(mine.classId),
                tone: 'primary',
                icon: 'arrow-right',
                children: t.passedWhere,
              }),
            }
          : walked.length === 0
            ? {
                label: t.length,
                value: number(mine.jp),
                unit: t.jpColumn,
                sentence: mine.startsOn === null ? t.noLessons : t.byTimetable(datesInWords(mine, c.get('language'))),
                tone: 'neutral',
                action: h(ButtonLink, { href: timetable, tone: 'primary', icon: 'clock', children: t.toClass }),
              }
            : {
                label: t.outlineFigure,
                value: of > 0 ? t.share(number(done), number(of)) : t.share(number(doneOfAll), number(walked.length)),
                unit: of > 0 ? t.hubUnit : t.lessonUnit,
                sentence: next
                  ? t.nextIs(next.title)
                  : mine.state === 'enrolled' && mine.pattern !== 'mandiri'
                    ? `${t.allDone} ${t.waitForClass}`
                    : [t.allDone, await markWords(c, mine)].filter(Boolean).join(' '),
                tone: of > 0 && done === of ? 'ok' : 'neutral',
                action:
                  next && isLearning(mine)
                    ? h(ButtonLink, { href: `${path}/${next.id}`, tone: 'primary', icon: 'arrow-right', children: t.goOn })
                    : null,
              },
        lines: walked.map(step => {
          const state = step.done ? ('done' as const) : step.openedAt ? ('begun' as const) : ('not' as const)
          const kind = lessonMessages[c.get('language')].kinds[step.kind]
          return {
            href: `${path}/${step.id}`,
            title: step.title,
            detail: [kind, t.minutes(number(step.minutes)), step.required ? null : t.optional].filter(Boolean).join(' · '),
            state,
            words: t.stepStates[state],
            current: step.id === next?.id,
          }
        }),
      }),
    )
  })

  return app
}
