import { dateIn } from '../../platform/clock.ts'
import { formatDate, formatNumber, formatPeriod, type Language } from '../../platform/i18n/index.ts'
import { type EntryRules, entryMessages, rulesInWords } from '../../providers/index.ts'
import { conformityLabels, formLabel } from '../courses/labels.ts'
import { courseMessages } from '../courses/messages.ts'
import { competencyText, passFacts } from '../courses/present.ts'
import type { Course } from '../courses/store/course.ts'
import type { Version } from '../courses/store/version.ts'
import { catalogueLabels } from './labels.ts'
import { catalogueMessages } from './messages.ts'
import type { CatalogueCoursePage } from './pages/course.tsx'
import { costText } from './present.ts'
import type { OpenClass } from './store/one.ts'
import type { Own } from './store/open.ts'

type Shown = {
  course: Course
  version: Version
  classes: readonly OpenClass[]
  programmes: { id: number; title: string }[]
  /** Null: it is what everybody sees. */
  preview: string | null
  /** Who looks is a pegawai, who can join a class. */
  mayJoin: boolean
  own: Own | null
}

/** A version of a course in the words of the catalogue. */
export function courseView(
  { course, version, classes, programmes, preview, mayJoin, own }: Shown,
  language: Language,
): Parameters<typeof CatalogueCoursePage>[0] {
  const m = catalogueMessages[language]
  const count = (n: number) => formatNumber(n, language)
  const day = (date: string | null) => (date === null ? null : formatDate(date.slice(0, 10), language))
  const alone = classes.some(one => one.pattern === 'mandiri')
  const basis = version.conformityBasis ? `: ${version.conformityBasis}` : ''
  const teachers = new Map(classes.flatMap(one => one.trainers).map(one => [one.name, one]))
  return {
    m,
    id: course.id,
    title: version.title,
    provider: course.provider.name,
    summary: version.summary,
    preview,
    jp: count(version.jp),
    sentence: own
      ? m.owned[own.state]
      : alone
        ? m.canBegin
        : classes.length > 0
          ? m.classesOpen(count(classes.length))
          : m.askProvider,
    open: mayJoin && preview === null && own?.state !== 'enrolled' && classes.length > 0,
    own: own && { href: `/belajar/${own.classId}`, label: m.ownedAction[own.state], goesOn: own.state === 'enrolled' },
    mayJoin,
    subjects: version.subjects.map(one => ({ title: one.title, jp: m.jpOf(count(one.jp)) })),
    competencies: version.competencies.map(one => ({
      code: one.code,
      name: competencyText(one, language),
      level: courseMessages[language].levelN(one.level),
      label: one.label ?? m.none,
    })),
    entry: rulesInWords(version.entryRules as EntryRules, language),
    entryWords: { everybody: version.audience ?? entryMessages[language].everybody, oneOf: courseMessages[language].oneOf },
    pass: passFacts(version.pass, language, true),
    classes: classes.map(one => ({
      id: one.id,
      name: one.name,
      pattern: catalogueLabels[language].pattern[one.pattern],
      when:
        one.startsOn === null
          ? m.anytime
          : formatPeriod(one.startsOn.slice(0, 10), (one.endsOn ?? one.startsOn).slice(0, 10), language),
      until: one.registrationUntil === null ? null : m.until(day(one.registrationUntil)!),
      seats: one.seats === null ? m.noLimit : one.left === 0 ? m.full : m.leftOf(count(one.left!), count(one.seats)),
      place: one.place ?? m.none,
      admission: m.admissions[one.admission],
    })),
    teachers: [...teachers.values()],
    programmes,
    facts: [
      { label: m.form, value: formLabel(version.form, language) },
      { label: m.cost, value: costText(version.costParticipant, language) },
      { label: m.who, value: version.audience ?? m.everybody },
      { label: m.conformity, value: `${conformityLabels[language][version.conformity]}${basis}` },
    ],
    version: version.activatedAt
      ? m.versionSince(version.number, formatDate(dateIn(new Date(version.activatedAt), 'Asia/Jakarta'), language))
      : null,
  }
}
