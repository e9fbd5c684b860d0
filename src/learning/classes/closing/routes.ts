import { Hono } from 'hono'
import { formatNip } from '../../../people/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields, sought } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber, type Language } from '../../../platform/i18n/index.ts'
import { messages as attendanceMessages } from '../attendance/messages.ts'
import { whenOf } from '../attendance/present.ts'
import { markStates } from '../attendance/rules/typed-list.ts'
import { marksOfClass } from '../attendance/store.ts'
import { resultsOf } from '../results/load.ts'
import { plain } from '../results/present.ts'
import { readScore } from '../results/rules/final.ts'
import type { ScoreChange } from '../results/store.ts'
import { organisesRun } from '../run/access.ts'
import { heldClass, idOf, notFrozen, organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import type { RunClass } from '../run/store.ts'
import { sessionsOf } from '../timetable/store.ts'
import * as actions from './actions.ts'
import { type Accredited, closable } from './checks.ts'
import { type Messages, messages } from './messages.ts'
import { ClosedPage, ClosingPage, CorrectionPage } from './pages/closing.tsx'
import { type Check, mayClose } from './rules/checks.ts'
import { resultsNow } from './store.ts'

/** The end of a class: what must be in order, the closing, and the correction of one result afterwards. */
export function closingRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (cls: RunClass) => `/kelas/${cls.id}/penutupan`

  const checksPage = async (c: Ctx, cls: RunClass, status: 200 | 409 = 200) => {
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const now = services.clock.now()
    const { checks, rule, people, accredited } = await asClass(services.db, cls.id, tx =>
      closable(tx, cls, now, services.clock.today(cls.timeZone)),
    )
    const done = checks.filter(one => one.state === 'done').length
    const ready = mayClose(checks) && ['open', 'running'].includes(cls.state)
    const count = (passed: boolean | null) => number(people.filter(one => one.ending.passed === passed).length)
    const others = accredited?.others ?? []
    const may = organisesRun(actorOf(c), cls)
    return classPage(
      c,
      cls,
      { tab: 'closing', as: 'holder', status },
      ClosingPage({
        m: m(c),
        figure: {
          value: m(c).figureOf(number(done), number(checks.length)),
          sentence: ready ? m(c).ready : m(c).notReady,
          tone: ready ? 'ok' : 'warn',
        },
        checks: checks.map(one => checkRow(one, cls, accredited, language, m(c))),
        preview: m(c).previewOf(count(true), count(false), count(null)),
        behind: people
          .filter(one => one.lessons[rule.lessons].done < one.lessons[rule.lessons].of)
          .map(one => ({
            pegawaiId: one.person.pegawaiId,
            name: one.person.name,
            instansi: one.person.instansi,
            lessons: m(c).figureOf(number(one.lessons[rule.lessons].done), number(one.lessons[rule.lessons].of)),
          })),
        closeAction: ready && may ? home(cls) : null,
        entrust:
          may && others.length > 0
            ? {
                action: `${home(cls)}/titip`,
                options: others.map(one => ({
                  value: one.providerId,
                  label: m(c).entrustOption(one.provider, one.peringkat, formatDate(one.untilDate, language)),
                })),
              }
            : null,
        noRemedy: accredited !== null && accredited.holds === null && others.length === 0,
      }),
    )
  }

  const closedPage = async (c: Ctx, cls: RunClass) => {
    const language = c.get('language')
    const results = await asClass(services.db, cls.id, tx => resultsNow(tx, cls.id))
    const passed = results.filter(one => one.passed).length
    const values = { q: sought(c), saring: c.req.query('saring') ?? '' }
    const shown = results.filter(
      one =>
        (values.saring !== 'gagal' || !one.passed) &&
        (values.saring !== 'koreksi' || one.corrections > 0) &&
        `${one.name} ${one.nip}`.toLowerCase().includes(values.q.toLowerCase()),
    )
    return classPage(
      c,
      cls,
      { tab: 'closing', as: 'holder' },
      ClosedPage({
        m: m(c),
        figure: {
          value: m(c).figureOf(formatNumber(passed, language), formatNumber(results.length, language)),
          sentence: m(c).closedSentence(formatNumber(passed, language), formatNumber(results.length - passed, language)),
        },
        rows: shown.map(one => ({
          pegawaiId: one.pegawaiId,
          name: one.name,
          nip: formatNip(one.nip),
          instansi: one.instansi,
          outcome: one.passed ? { label: m(c).passed, tone: 'ok' } : { label: m(c).failed, tone: 'bad' },
          final: one.finalScore === null ? '–' : plain(one.finalScore, language),
          changed:
            one.corrections > 0 ? `${formatInstant(one.madeAt, language, cls.timeZone)}, ${one.madeByName}: ${one.why}` : '',
        })),
        action: home(cls),
        values,
        correctHref: organisesRun(actorOf(c), cls) ? pegawaiId => `${home(cls)}/${pegawaiId}` : null,
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/penutupan', async c => {
    const cls = await heldClass(services, c)
    return cls.state === 'closed' ? closedPage(c, cls) : checksPage(c, cls)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/penutupan', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    const closed = await actions.closeClass(services, actorOf(c), cls)
    if (!closed.ok) return checksPage(c, cls, 409)
    const number = (n: number) => formatNumber(n, c.get('language'))
    flash(c, 'ok', m(c).closed(number(closed.passed), number(closed.failed)))
    return c.redirect(home(cls), 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/penutupan/titip', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    const providerId = Number((await formFields(c))('lembaga'))
    const done = Number.isSafeInteger(providerId) && (await actions.entrustClass(services, actorOf(c), cls, providerId))
    flash(c, done ? 'ok' : 'warn', done ? m(c).entrusted : m(c).entrustGone)
    return c.redirect(home(cls), 303)
  })

  type Refused = { typed: (name: string) => string | undefined; reason: string; errors: { field: string; message: string }[] }

  /** One person of a closed class, with what may be corrected. @throws Refusal 404 */
  const personHere = async (c: Ctx, cls: RunClass) => {
    const pegawaiId = idOf(c, 'person')
    const sessions = (await sessionsOf(services.db, cls.id)).filter(one => one.jp > 0)
    const found = await asClass(services.db, cls.id, async tx => ({
      results: await resultsOf(tx, cls, services.clock.now()),
      marks: (await marksOfClass(tx, cls.id)).filter(one => one.pegawaiId === pegawaiId),
    }))
    const one = found.results.people.find(other => other.person.pegawaiId === pegawaiId)
    if (!one || cls.state !== 'closed') throw notFound()
    const states = new Map(found.marks.map(mark => [mark.sessionId, mark.state]))
    return { one, rule: found.results.rule, sessions, states }
  }

  const correctionPage = async (c: Ctx, cls: RunClass, refused: Refused | null) => {
    const language = c.get('language')
    const { one, rule, sessions, states } = await personHere(c, cls)
    const stateWords = attendanceMessages[language].states
    const current = (await asClass(services.db, cls.id, tx => resultsNow(tx, cls.id, one.person.pegawaiId)))[0]
    return classPage(
      c,
      cls,
      { tab: 'closing', as: 'holder', status: refused ? 422 : 200, wide: false },
      CorrectionPage({
        m: m(c),
        title: m(c).correctTitle(one.person.name),
        now: current
          ? `${current.passed ? m(c).passed : m(c).failed}${current.finalScore === null ? '' : `, ${plain(current.finalScore, language)}`}`
          : '–',
        action: `${home(cls)}/${one.person.pegawaiId}`,
        backHref: home(cls),
        scores: rule.components.flatMap(({ key, name, from }, index) => {
          const score = one.scores[key] ?? null
          if (from) return []
          return {
            name: `n_${index}`,
            label: name,
            value: refused?.typed(`n_${index}`) ?? (score === null ? '' : plain(score, language)),
          }
        }),
        sessions: sessions.map(session => ({
          name: `h_${session.id}`,
          label: `${session.title}, ${whenOf(session, cls.timeZone, language)}`,
          value: refused?.typed(`h_${session.id}`) ?? states.get(session.id) ?? '',
        })),
        states: markStates.map(value => ({ value, label: stateWords[value] })),
        reason: refused?.reason ?? '',
        errors: refused?.errors ?? [],
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/penutupan/:person{[0-9]{1,9}}', async c =>
    correctionPage(c, await organisedClass(services, c), null),
  )

  app.post('/kelas/:id{[0-9]{1,9}}/penutupan/:person{[0-9]{1,9}}', async c => {
    const cls = await organisedClass(services, c)
    const { one, rule, sessions, states } = await personHere(c, cls)
    const { pegawaiId } = one.person
    const field = await formFields(c)
    const reason = field('alasan').slice(0, 300)
    const errors: Refused['errors'] = []
    const scores: ScoreChange[] = rule.components.flatMap(({ key, from }, index) => {
      if (from) return []
      const read = readScore(field(`n_${index}`))
      if (!read.ok) errors.push({ field: `n_${index}`, message: m(c).errors.score })
      return read.ok && read.score !== (one.scores[key] ?? null) ? [{ pegawaiId, component: key, score: read.score }] : []
    })
    const marks = sessions.flatMap(({ id }) => {
      const state = markStates.find(value => value === field(`h_${id}`))
      return state && state !== states.get(id) ? [{ sessionId: id, state }] : []
    })
    const refuse = (more: Refused['errors']) => correctionPage(c, cls, { typed: field, reason, errors: more })
    if (errors.length > 0) return refuse(errors)
    const corrected = await actions.correctResult(services, actorOf(c), cls, pegawaiId, { scores, marks, reason })
    if (!corrected.ok)
      return refuse([{ field: corrected.why === 'unknown' ? 'n_0' : 'alasan', message: m(c).errors[corrected.why] }])
    flash(c, 'ok', m(c).corrected(corrected.passed ? m(c).passed : m(c).failed))
    return c.redirect(home(cls), 303)
  })

  return app
}

function checkRow(check: Check, cls: RunClass, accredited: Accredited | null, language: Language, m: Messages) {
  const number = formatNumber(check.count, language)
  const { programme, endsOn } = cls
  const words = {
    people: m.people,
    sessions: check.state === 'missing' ? m.noSessions : m.sessionsAhead(number),
    attendance: m.undecided(number),
    results: m.unknown(number),
    accreditation: m.notAccredited(programme ?? '', formatDate(endsOn!, language)),
  }[check.key]
  const next = {
    people: null,
    sessions: { href: `/kelas/${cls.id}/jadwal`, label: m.toTimetable },
    attendance: { href: `/kelas/${cls.id}/hadir`, label: m.toAttendance },
    results: { href: `/kelas/${cls.id}/nilai?saring=belum`, label: m.toResults },
    accreditation: null,
  }[check.key]
  const done = check.state === 'done'
  const held = check.key === 'accreditation' && accredited?.holds
  const doneWords = held ? m.accreditedBy(held.provider, formatDate(held.untilDate, language)) : m.done
  return { label: m.checks[check.key], done, words: done ? doneWords : words, next: done ? null : next }
}
