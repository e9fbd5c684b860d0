import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { listCompetencies } from '../../standards/index.ts'
import * as actions from './actions.ts'
import { hrefOf, titleOf, versionHere, versionPath } from './here.ts'
import { conformityLabels, formChoices } from './labels.ts'
import { courseMessages } from './messages.ts'
import { CardFormPage } from './pages/card-form.tsx'
import { CompetenciesFormPage, PassFormPage, SubjectsFormPage } from './pages/row-forms.tsx'
import { competencyChoice } from './present.ts'
import { sumOf } from './rules/version.ts'
import type { Course } from './store/course.ts'
import type { Version } from './store/version.ts'
import {
  type CardForm,
  type CompetencyRow,
  type ComponentRow,
  cardForm,
  type FormError,
  type PassForm,
  passForm,
  readCard,
  readCompetencies,
  readPass,
  readSubjects,
  type SubjectRow,
  typedCard,
  typedRows,
} from './version-form.ts'

type Here = { course: Course; versions: Version[]; version: Version }

const spare = 3
/** The rows that stand, and some empty ones to go on with. */
const withSpare = <Row>(rows: readonly Row[], blank: Row): Row[] => [...rows, ...Array.from({ length: spare }, () => blank)]

/** What a draft says, a form each: its card, curriculum, competencies and rule of passing. */
export function draftRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => courseMessages[c.get('language')]

  /** Says how it ended; stays on the form where more rows were asked for. */
  const after = (c: Ctx, { course, version }: Here, change: actions.DraftChange, form: string, more: boolean) => {
    const words = { done: m(c).saved, same: m(c).nothingChanged, stale: m(c).stale }[change]
    flash(c, change === 'done' ? 'ok' : change === 'same' ? 'info' : 'warn', words)
    return c.redirect(more && change !== 'stale' ? `${hrefOf(course, version)}/${form}` : hrefOf(course, version), 303)
  }

  const framed = (c: Ctx, { course, versions, version }: Here, form: string, title: string, errors: FormError[]) => ({
    options: {
      title,
      breadcrumb: [
        { href: '/kursus', label: m(c).courses },
        { href: `/kursus/${course.id}`, label: titleOf(versions) },
        { href: hrefOf(course, version), label: m(c).versionN(version.number) },
      ],
      status: errors.length > 0 ? (422 as const) : (200 as const),
    },
    frame: {
      m: m(c),
      title,
      eyebrow: `${course.code} · ${m(c).versionN(version.number)}`,
      action: `${hrefOf(course, version)}/${form}`,
      backHref: hrefOf(course, version),
      errors,
    },
  })

  const cardPage = (c: Ctx, here: Here, values: CardForm, errors: FormError[]) => {
    const language = c.get('language')
    const { options, frame } = framed(c, here, 'ubah', m(c).card, errors)
    return page(
      c,
      options,
      CardFormPage({
        ...frame,
        submit: m(c).save,
        course: null,
        card: {
          values,
          forms: formChoices(language),
          conformities: Object.entries(conformityLabels[language]).map(([value, label]) => ({ value, label })),
          short: false,
        },
      }),
    )
  }
  app.get(`${versionPath}/ubah`, async c => {
    const here = await versionHere(c, services)
    return cardPage(c, here, cardForm(here.version), [])
  })
  app.post(`${versionPath}/ubah`, async c => {
    const here = await versionHere(c, services)
    const typed = typedCard(await formFields(c))
    const read = readCard(typed, m(c))
    if (!read.values) return cardPage(c, here, typed, read.errors)
    const change = await actions.saveCard(services, actorOf(c), here.course.id, here.version.number, read.values)
    return after(c, here, change, 'ubah', false)
  })

  const subjectsPage = (c: Ctx, here: Here, rows: SubjectRow[], jp: string, errors: FormError[]) => {
    const { options, frame } = framed(c, here, 'kurikulum', m(c).subjects, errors)
    return page(c, options, SubjectsFormPage({ ...frame, rows: withSpare(rows, { nama: '', jp: '' }), jp }))
  }
  app.get(`${versionPath}/kurikulum`, async c => {
    const here = await versionHere(c, services)
    const { subjects, jp } = here.version
    const rows = subjects.map(one => ({ nama: one.title, jp: String(one.jp) }))
    return subjectsPage(c, here, rows, subjects.length > 0 && sumOf(subjects) === jp ? '' : String(jp), [])
  })
  app.post(`${versionPath}/kurikulum`, async c => {
    const here = await versionHere(c, services)
    const field = await formFields(c)
    const rows = typedRows(field, ['nama', 'jp'])
    const read = readSubjects(rows, field('jp'), m(c))
    if (!read.values) return subjectsPage(c, here, rows, field('jp'), read.errors)
    const { subjects, jp } = read.values
    const change = await actions.saveSubjects(services, actorOf(c), here.course.id, here.version.number, subjects, jp)
    return after(c, here, change, 'kurikulum', field('tindakan') === 'lagi')
  })

  const competenciesPage = async (c: Ctx, here: Here, rows: CompetencyRow[], errors: FormError[]) => {
    const language = c.get('language')
    const { options, frame } = framed(c, here, 'kompetensi', m(c).competencies, errors)
    const known = await listCompetencies(services.db)
    return page(
      c,
      options,
      CompetenciesFormPage({
        ...frame,
        rows: withSpare(rows, { kompetensi: '', tingkat: '' }),
        competencies: known.map(one => competencyChoice(one, language)),
        levels: [1, 2, 3, 4, 5].map(value => ({ value, label: m(c).levelN(value) })),
      }),
    )
  }
  app.get(`${versionPath}/kompetensi`, async c => {
    const here = await versionHere(c, services)
    const rows = here.version.competencies.map(one => ({ kompetensi: String(one.competencyId), tingkat: String(one.level) }))
    return competenciesPage(c, here, rows, [])
  })
  app.post(`${versionPath}/kompetensi`, async c => {
    const here = await versionHere(c, services)
    const field = await formFields(c)
    const rows = typedRows(field, ['kompetensi', 'tingkat'])
    // What the version names already stays, also where its dictionary is in force no more.
    const known = [...(await listCompetencies(services.db)), ...here.version.competencies.map(one => ({ id: one.competencyId }))]
    const read = readCompetencies(rows, known, m(c))
    if (!read.values) return competenciesPage(c, here, rows, read.errors)
    const change = await actions.saveCompetencies(services, actorOf(c), here.course.id, here.version.number, read.values)
    return after(c, here, change, 'kompetensi', field('tindakan') === 'lagi')
  })

  const passPage = (c: Ctx, here: Here, values: PassForm, rows: ComponentRow[], errors: FormError[]) => {
    const { options, frame } = framed(c, here, 'kelulusan', m(c).pass, errors)
    return page(c, options, PassFormPage({ ...frame, values, rows: withSpare(rows, { nama: '', bobot: '', asal: '' }) }))
  }
  app.get(`${versionPath}/kelulusan`, async c => {
    const here = await versionHere(c, services)
    const { pass } = here.version
    const rows = pass.components.map(one => ({ nama: one.name, bobot: String(one.weight), asal: one.from ?? '' }))
    return passPage(c, here, passForm(pass), rows, [])
  })
  app.post(`${versionPath}/kelulusan`, async c => {
    const here = await versionHere(c, services)
    const field = await formFields(c)
    const typed = { nilai: field('nilai'), kehadiran: field('kehadiran'), pelajaran: field('pelajaran') }
    const rows = typedRows(field, ['nama', 'bobot', 'asal'])
    const read = readPass(typed, rows, m(c))
    if (!read.values) return passPage(c, here, typed, rows, read.errors)
    const change = await actions.savePass(services, actorOf(c), here.course.id, here.version.number, read.values)
    return after(c, here, change, 'kelulusan', field('tindakan') === 'lagi')
  })

  return app
}
