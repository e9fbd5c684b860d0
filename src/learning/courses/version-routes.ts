import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { type EntryRules, entryMessages, rulesInOneLine, rulesInWords } from '../../providers/index.ts'
import { lessonsSum } from '../lessons/store/lesson.ts'
import * as actions from './actions.ts'
import { courseHere, hrefOf, titleOf, versionHere, versionPath } from './here.ts'
import { stateBadge } from './labels.ts'
import { courseMessages } from './messages.ts'
import { ComparePage } from './pages/compare.tsx'
import { VersionPage } from './pages/version.tsx'
import { cardFacts, changeLines, competencyText, passFacts } from './present.ts'
import { sumOf, versionFlaws } from './rules/version.ts'
import type { Course } from './store/course.ts'
import type { Version } from './store/version.ts'

/** One version: what it says, what it changes, and the steps of its life. */
export function versionRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => courseMessages[c.get('language')]
  const trail = (c: Ctx, course: Course, versions: readonly Version[]) => [
    { href: '/kursus', label: m(c).courses },
    { href: `/kursus/${course.id}`, label: titleOf(versions) },
  ]

  app.get(versionPath, async c => {
    const language = c.get('language')
    const { course, versions, version } = await versionHere(c, services)
    const count = (n: number) => formatNumber(n, language)
    const flaws = versionFlaws(version)
    const before = versions.find(one => one.state === 'active' && one.id !== version.id)
    const other = before ?? versions.find(one => one.number < version.number) ?? versions.find(one => one.id !== version.id)
    const isDraft = version.state === 'draft'
    const lessons = await lessonsSum(services.db, version.id)
    const words = {
      draft: flaws.length === 0 ? m(c).readyDraft : `${m(c).notReady} ${flaws.map(flaw => m(c).versionFlaws[flaw]).join('; ')}.`,
      active: m(c).inForce,
      archived: m(c).wasInForce,
    }
    const tones = { draft: flaws.length === 0 ? 'info' : 'warn', active: 'ok', archived: 'neutral' } as const
    const by = (who: string | null, at: string) => m(c).madeOn(who ?? m(c).someone, formatInstant(new Date(at), language))
    return page(
      c,
      { title: `${version.title}: ${m(c).versionN(version.number)}`, breadcrumb: trail(c, course, versions) },
      VersionPage({
        m: m(c),
        base: hrefOf(course, version),
        title: version.title,
        eyebrow: `${course.code} · ${m(c).versionN(version.number)}`,
        lead: version.activatedAt
          ? `${m(c).activated}: ${by(version.activatedBy, version.activatedAt)}`
          : `${m(c).made}: ${by(version.madeBy, version.madeAt)}`,
        state: stateBadge(version.state, language),
        isDraft,
        jp: count(version.jp),
        sentence: words[version.state],
        tone: tones[version.state],
        ready: flaws.length === 0 && !course.archived,
        confirm: m(c).activateConfirm(before?.number ?? null),
        card: cardFacts(version, services.clock.today(), language),
        subjects: version.subjects.map(one => ({ title: one.title, jp: `${count(one.jp)} ${m(c).jpUnit}` })),
        sum: count(sumOf(version.subjects)),
        competencies: version.competencies.map(one => ({
          code: one.code,
          name: competencyText(one, language),
          level: m(c).levelN(one.level),
          label: one.label ?? m(c).none,
        })),
        lessons: lessons.count > 0 ? m(c).lessonsSome(count(lessons.count), count(lessons.minutes)) : m(c).lessonsNone,
        pass: passFacts(version.pass, language),
        entry: rulesInWords(version.entryRules as EntryRules, language),
        entryWords: { everybody: entryMessages[language].everybody, oneOf: m(c).oneOf },
        compare: other
          ? { href: `${hrefOf(course, version)}/banding?dengan=${other.number}`, label: m(c).compareWith(other.number) }
          : null,
        discardable: isDraft && versions.length > 1,
      }),
    )
  })

  app.get(`${versionPath}/banding`, async c => {
    const language = c.get('language')
    const { course, versions, version } = await versionHere(c, services)
    const other = versions.find(one => String(one.number) === c.req.query('dengan'))
    if (!other) throw notFound()
    const [before, after] = other.number < version.number ? [other, version] : [version, other]
    const rules = (one: Version) => rulesInOneLine(one.entryRules as EntryRules, language)
    const entry = { what: m(c).entry, before: rules(before), after: rules(after) }
    return page(
      c,
      { title: m(c).compareTitle(before.number, after.number), wide: true, breadcrumb: trail(c, course, versions) },
      ComparePage({
        m: m(c),
        title: m(c).compareTitle(before.number, after.number),
        eyebrow: titleOf(versions),
        rows: [...changeLines(before, after, language), ...(entry.before === entry.after ? [] : [entry])],
      }),
    )
  })

  app.post(`${versionPath}/berlakukan`, async c => {
    const { course, version } = await versionHere(c, services)
    const done = await actions.activate(services, actorOf(c), course.id, version.number)
    if (done.ok) flash(c, 'ok', done.moved > 0 ? m(c).activatedMoved(done.moved) : m(c).activatedNow)
    else if (done.flaws === 'stale') flash(c, 'warn', m(c).stale)
    else flash(c, 'warn', `${m(c).notReady} ${done.flaws.map(flaw => m(c).versionFlaws[flaw]).join('; ')}.`)
    return c.redirect(hrefOf(course, version), 303)
  })

  app.post(`${versionPath}/hapus`, async c => {
    const { course } = await courseHere(c, services)
    const number = Number(c.req.param('number'))
    const done = await actions.discardDraft(services, actorOf(c), course.id, number)
    flash(c, done === 'done' ? 'ok' : 'warn', { done: m(c).discarded, stale: m(c).stale, only: m(c).onlyVersion }[done])
    return c.redirect(done === 'done' ? `/kursus/${course.id}` : hrefOf(course, { number }), 303)
  })

  return app
}
