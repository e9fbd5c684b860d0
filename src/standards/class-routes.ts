import { Hono } from 'hono'
import { chosenInstansi, type Instansi, jenjangLabels } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import type { Heatmap } from '../ui/index.ts'
import { readStandards } from './access.ts'
import { classMessages } from './class-messages.ts'
import { classSheets } from './class-sheet.ts'
import { competencyName, urusanName } from './labels.ts'
import { messages } from './messages.ts'
import { ClassesPage } from './pages/classes.tsx'
import { whoSays } from './present.ts'
import { type Held, nearestFirst, resolve } from './rules/inherit.ts'
import { type ClassRow, ownClasses, urusanChoices } from './store/classes.ts'
import { type Competency, competenciesById } from './store/competency.ts'
import { classVersions, type Version } from './store/version.ts'
import { classHref, className, nationCode } from './subject.ts'
import { versionMessages } from './version-messages.ts'

type Narrow = { urusan: string | null; family: string | null }
type Matrix = Pick<Parameters<typeof Heatmap>[0], 'columns' | 'rows'>

const jenjangs = Object.keys(jenjangLabels.id) as Jenjang[]
const inOrder = (rows: readonly ClassRow[]) => [...rows].sort((a, b) => jenjangs.indexOf(a.jenjang) - jenjangs.indexOf(b.jenjang))
/** Without an affair or a family chosen, all. */
const isOf = (row: ClassRow, { urusan, family }: Narrow) =>
  (urusan === null || row.urusan === urusan) && (family === null || row.family?.toLowerCase() === family.toLowerCase())
/** A family is one of functional jabatan. */
const isFunctional = (jenjang: Jenjang) => /^(pemula|terampil|mahir|penyelia|ahli_)/.test(jenjang)

const toneOf = (held: Held<number, Version>, competencyId: number, instansiId: number | null) => {
  const line = held.standard.levels.find(row => row.competencyId === competencyId)
  if (instansiId !== null && held.standard.ownerInstansiId === instansiId) return 4 as const
  if (held.standard.ownerInstansiId !== null) return 2 as const
  return (line?.verified ?? held.standard.verified) ? (1 as const) : (0 as const)
}

/** The matrix of defaults by class, and the classes that an instansi has set itself. */
export function classRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const matrixOf = (
    language: Language,
    instansi: Instansi | null,
    narrow: Narrow,
    found: { standards: Version[]; guides: number[] },
    competencies: ReadonlyMap<number, Competency>,
  ): Matrix => {
    const m = messages[language]
    const rows = jenjangs
      .filter(jenjang => narrow.family === null || isFunctional(jenjang))
      .map(jenjang => {
        const post = {
          jabatanId: null,
          instansiId: instansi?.id ?? null,
          jenjang,
          urusan: narrow.urusan,
          name: narrow.family ?? '',
        }
        return { jenjang, levels: resolve(nearestFirst(found.standards, post, found.guides), null).levels }
      })
    const asked = [...competencies.values()].filter(row => rows.some(({ levels }) => levels.has(row.id)))
    return {
      columns: asked.map(row => ({
        key: row.code,
        label: row.code,
        title: competencyName(row, language),
        href: `/kamus/${row.code}`,
      })),
      rows: rows.map(({ jenjang, levels }) => ({
        label: jenjangLabels[language][jenjang],
        href: classHref({ instansiId: instansi?.id ?? null, jabatanId: null, jenjang, ...narrow }, instansi?.regionCode ?? null),
        cells: asked.map(row => {
          const held = levels.get(row.id)
          if (!held) return null
          return {
            value: held.value,
            text: String(held.value),
            title: `${jenjangLabels[language][jenjang]}, ${competencyName(row, language)}: ${m.levelN(held.value)}, ${whoSays(held, language)}`,
            tone: toneOf(held, row.id, instansi?.id ?? null),
          }
        }),
      })),
    }
  }

  const placeOf = async (c: Ctx) => {
    const code = c.req.query('instansi') ?? ''
    const { chosen, within } = await chosenInstansi(c, services.db, readStandards(actorOf(c)), code === nationCode ? '' : code)
    return { instansi: code === nationCode ? null : chosen, within }
  }

  const asked = async (c: Ctx) => {
    const language = c.get('language')
    const { instansi, within } = await placeOf(c)
    const urusan = (c.req.query('urusan') ?? '').slice(0, 60) || null
    const family = (c.req.query('rumpun') ?? '').trim().slice(0, 80) || null
    const both = urusan !== null && family !== null
    const narrow = { urusan, family: both ? null : family }
    const found = await classVersions(services.db, instansi?.id ?? null, services.clock.today(instansi?.timeZone), narrow)
    const ids = new Set(found.standards.flatMap(row => row.levels.map(level => level.competencyId)))
    const competencies = await competenciesById(services.db, [...ids])
    const own = instansi ? inOrder(await ownClasses(services.db, instansi.id)) : []
    return {
      instansi,
      within,
      urusan,
      family,
      both,
      narrow,
      own,
      matrix: matrixOf(language, instansi, narrow, found, competencies),
    }
  }

  app.get('/standar/kelas', async c => {
    const language = c.get('language')
    const [m, v, k] = [messages[language], versionMessages[language], classMessages[language]]
    const { instansi, within, urusan, family, both, narrow, own, matrix } = await asked(c)
    const urusanList = await urusanChoices(services.db, instansi?.id ?? null)
    const shown = own.filter(row => isOf(row, narrow))
    const active = own.filter(row => row.state === 'active').length
    return page(
      c,
      {
        title: k.classes,
        wide: true,
        status: both ? 422 : 200,
        breadcrumb: [{ href: `/standar?instansi=${encodeURIComponent(instansi?.regionCode ?? '')}`, label: m.standards }],
      },
      ClassesPage({
        v,
        k,
        count: formatNumber(active, language),
        any: active > 0,
        filter: { instansi: instansi?.regionCode ?? nationCode, urusan: urusan ?? '', rumpun: family ?? '' },
        choices: {
          instansi: [...within.map(row => ({ value: row.regionCode, label: row.name })), { value: nationCode, label: k.nation }],
          urusan: urusanList.map(value => ({ value, label: urusanName(value) })),
        },
        notice: narrow.family === null ? k.madya : null,
        flaw: both ? k.familyInvalid : null,
        matrix: {
          ...matrix,
          legend: [
            { tone: 0, label: k.legend.unverified },
            { tone: 1, label: k.legend.verified },
            { tone: 2, label: k.legend.inherited },
            { tone: 4, label: k.legend.own },
          ],
        },
        rowHeader: m.jenjang,
        heads: { levels: v.lines, requirements: m.requirements, basis: v.basis, state: v.state },
        exportHref: listHref(c, {}).replace('/standar/kelas', '/standar/kelas.xlsx'),
        noOwn: own.length === 0 ? k.noOwnClasses : k.noOwnClassesHere,
        own: shown.map(row => ({
          id: row.id,
          href:
            row.state === 'draft'
              ? `/standar/versi/${row.id}`
              : classHref({ ...row, instansiId: instansi!.id, jabatanId: null }, instansi!.regionCode),
          name: className(row, language),
          state: v.states[row.state],
          levels: formatNumber(row.levels, language),
          requirements: formatNumber(row.requirements, language),
          basis: row.legalBasis ?? '–',
        })),
      }),
    )
  })

  app.get('/standar/kelas.xlsx', async c => {
    const language = c.get('language')
    const { instansi, narrow, own, matrix } = await asked(c)
    const title = instansi?.name ?? classMessages[language].nation
    const narrowed = className({ jenjang: null, ...narrow }, language) || null
    const bytes = await writeWorkbook(classSheets(language, title, narrowed, matrix, own))
    return spreadsheet(c, bytes, `standar-kelas-${instansi?.regionCode ?? nationCode}`, services.clock.today(instansi?.timeZone))
  })

  return app
}
