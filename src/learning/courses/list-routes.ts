import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { manageProviders, openProviders } from '../../providers/index.ts'
import { learningForms, pillars } from '../../regulation/index.ts'
import { competencyName, pillarLabels } from '../../standards/index.ts'
import { writableProviders } from './access.ts'
import { toAuthor } from './here.ts'
import { formChoices, formLabel, openingLabels, stateBadge, stateLabels } from './labels.ts'
import { courseMessages } from './messages.ts'
import { type CourseCells, CoursesPage } from './pages/courses.tsx'
import { versionStates } from './rules/version.ts'
import { type CourseFilter, type CourseOrder, type CourseRow, courseCounts, listCourses } from './store/course.ts'
import { authorTabs } from './tabs.ts'

const size = 50

const reaches = (row: CourseRow, language: Language) =>
  row.competencies.map(one => `${competencyName(one, language)} ${one.level}`).join(', ')

function cellsOf(row: CourseRow, language: Language): CourseCells {
  const m = courseMessages[language]
  const state = row.archived ? 'archived' : row.active !== null ? 'active' : row.draft !== null ? 'draft' : 'archived'
  return {
    id: row.id,
    title: row.title,
    detail: [row.code, row.provider, row.active && m.versionN(row.active)].filter(Boolean).join(' · '),
    form: formLabel(row.form, language),
    jp: formatNumber(row.jp, language),
    reaches: reaches(row, language) || m.none,
    state: stateBadge(state, language),
    draft: row.draft !== null && state === 'active' ? m.draftBeside(row.draft) : null,
    classes: formatNumber(row.classes, language),
  }
}

/** The courses of the providers that the actor teaches for, on screen and as a workbook. */
export function courseListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    toAuthor(c)
    const providers = writableProviders(actorOf(c), await openProviders(services.db))
    const filter: CourseFilter = {
      providerIds: providers.map(one => one.id),
      providerId: providers.find(one => String(one.id) === c.req.query('lembaga'))?.id ?? null,
      state: versionStates.find(one => one === c.req.query('keadaan')) ?? null,
      form: learningForms.find(one => one === c.req.query('bentuk')) ?? null,
      pillar: pillars.find(one => one === c.req.query('pilar')) ?? null,
      q: sought(c),
    }
    return { providers, filter, ...sorting<CourseOrder>(c, { judul: 'asc', jp: 'asc', ubah: 'asc' }) }
  }

  app.get('/kursus', async c => {
    const language = c.get('language')
    const m = courseMessages[language]
    const { providers, filter, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const rows = await listCourses(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const { courses, active, drafts, classes } = await courseCounts(services.db, filter.providerIds)
    const count = (value: number) => formatNumber(value, language)
    return page(
      c,
      { title: m.courses, wide: true },
      CoursesPage({
        m,
        tabs: authorTabs(m, '/kursus'),
        figure: {
          value: courses === 0 ? '–' : m.activeFigure(count(active), count(courses)),
          sentence: courses === 0 ? m.noneYet : drafts > 0 ? m.someDraft(count(drafts)) : m.allActive(count(classes)),
          tone: courses === 0 ? 'neutral' : drafts > 0 ? 'info' : 'ok',
        },
        rows: rows.map(row => cellsOf(row, language)),
        values: {
          q: filter.q,
          lembaga: String(filter.providerId ?? ''),
          keadaan: filter.state ?? '',
          bentuk: filter.form ?? '',
          pilar: filter.pillar ?? '',
        },
        choices: {
          lembaga: providers.map(one => ({ value: one.id, label: one.name })),
          keadaan: versionStates.map(one => ({ value: one, label: stateLabels[language][one] })),
          bentuk: formChoices(language),
          pilar: pillars.map(one => ({ value: one, label: pillarLabels[language][one] })),
        },
        sort,
        filtered: Boolean(filter.q || filter.providerId || filter.state || filter.form || filter.pillar),
        exportHref: listHref(c, { halaman: null }).replace(/^\/kursus/, '/kursus.xlsx'),
        importHref: manageProviders(actorOf(c)).kind === 'none' ? null : '/impor/baru?jenis=kursus',
        canCreate: providers.length > 0,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/kursus.xlsx', async c => {
    const language = c.get('language')
    const m = courseMessages[language]
    const { filter, order, descending } = await asked(c)
    const rows = await listCourses(services.db, filter, { order, descending, offset: 0, limit: 100_000 })
    const bytes = await writeWorkbook([
      {
        name: m.courses,
        columns: [
          { header: m.code, width: 18 },
          { header: m.course, width: 56 },
          { header: m.provider, width: 24 },
          { header: m.state, width: 14 },
          { header: m.form, width: 28 },
          { header: m.jp, width: 8, kind: 'number' },
          { header: m.reaches, width: 60 },
          { header: m.openTo, width: 32 },
          { header: m.openClasses, width: 14, kind: 'number' },
        ],
        rows: rows.map(row => [
          row.code,
          row.title,
          row.provider,
          cellsOf(row, language).state.label,
          formLabel(row.form, language),
          row.jp,
          reaches(row, language),
          openingLabels[language][row.openTo],
          row.classes,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'kursus', services.clock.today())
  })

  return app
}
