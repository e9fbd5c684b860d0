import { Hono } from 'hono'
import { jenjangLabels } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { idAsked, listHref, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { pillars } from '../regulation/index.ts'
import { managesOwner } from './access.ts'
import { dictionaryMessages } from './dictionary-messages.ts'
import { dictionarySheet } from './dictionary-sheet.ts'
import { competencyName, pillarLabels, urusanName } from './labels.ts'
import { CompetencyPage } from './pages/competency.tsx'
import { DictionaryPage } from './pages/dictionary.tsx'
import { type Competency, classesAsking, competenciesOf, competencyByCode, usableCompetencies } from './store/competency.ts'
import { crosswalkOf } from './store/crosswalk.ts'
import { dictionaryById } from './store/dictionary.ts'

const contains = (row: Competency, q: string) =>
  `${row.code} ${row.name} ${row.nameEn ?? ''} ${row.definition ?? ''}`.toLowerCase().includes(q)

/** The dictionary by pillar, and one competency with its five levels. */
export function dictionaryRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  /** The competencies that concern the asker, or those of one dictionary. */
  const asked = async (c: Ctx) => {
    const actor = actorOf(c)
    const id = c.req.query('kamus') ?? ''
    const all = await usableCompetencies(services.db, actor.homeInstansiId)
    const dictionary = /^\d{1,9}$/.test(id) ? await dictionaryById(services.db, Number(id)) : null
    if (id && (!dictionary || (dictionary.state === 'draft' && !managesOwner(actor, dictionary.instansiId)))) throw notFound()
    const shelf = dictionary ? await competenciesOf(services.db, dictionary.id) : all
    const q = sought(c)
    const urusan = (c.req.query('urusan') ?? '').slice(0, 60)
    const pillar = pillars.find(one => one === c.req.query('pilar')) ?? pillars[0]!
    const narrowed = Boolean(q || urusan)
    const matching = shelf.filter(
      row => (!q || contains(row, q.toLowerCase())) && (!urusan || row.urusan === urusan) && (narrowed || row.pillar === pillar),
    )
    const dictionaries = new Map([...all, ...shelf].map(row => [row.dictionary.id, row.dictionary]))
    return { shelf, matching, q, urusan, pillar, narrowed, dictionary, dictionaries: [...dictionaries.values()] }
  }

  app.get('/kamus', async c => {
    const language = c.get('language')
    const d = dictionaryMessages[language]
    const { shelf, matching, q, urusan, pillar, narrowed, dictionary, dictionaries } = await asked(c)
    const unverified = shelf.filter(row => !row.verified).length
    const urusanList = [...new Set(shelf.flatMap(row => row.urusan ?? []))].sort()
    return page(
      c,
      { title: d.dictionary, wide: true },
      DictionaryPage({
        d,
        total: formatNumber(shelf.length, language),
        unverified: unverified > 0 ? formatNumber(unverified, language) : null,
        q,
        urusan,
        kamus: String(dictionary?.id ?? ''),
        choices: {
          urusan: urusanList.map(value => ({ value, label: urusanName(value) })),
          kamus: dictionaries.map(row => ({ value: row.id, label: `${row.name} (${row.owner ?? d.nation})` })),
        },
        filtered: narrowed || dictionary !== null,
        listHref: '/kamus/daftar',
        exportHref: listHref(c, {}).replace(/^\/kamus/, '/kamus.xlsx'),
        tabs: pillars.map(one => ({
          href: listHref(c, { pilar: one, q: null, urusan: null }),
          label: pillarLabels[language][one],
          current: !narrowed && one === pillar,
          count: formatNumber(shelf.filter(row => row.pillar === one).length, language),
        })),
        rows: matching.map(row => ({
          ...row,
          name: competencyName(row, language),
          pillar: pillarLabels[language][row.pillar],
          dictionary: dictionaries.length > 1 ? `${row.dictionary.name} (${row.dictionary.owner ?? d.nation})` : null,
        })),
      }),
    )
  })

  app.get('/kamus.xlsx', async c => {
    const language = c.get('language')
    const { shelf, matching, narrowed } = await asked(c)
    const bytes = await writeWorkbook([dictionarySheet(language, narrowed ? matching : shelf)])
    return spreadsheet(c, bytes, 'kamus-kompetensi', services.clock.today())
  })

  app.get('/kamus/:code{(?!daftar$)[^/]+}', async c => {
    const language = c.get('language')
    const d = dictionaryMessages[language]
    const competency = await competencyByCode(services.db, c.req.param('code'), idAsked(c, 'kamus'))
    if (!competency) throw notFound()
    const demands = await classesAsking(services.db, competency.id, actorOf(c).homeInstansiId)
    const steps = await crosswalkOf(services.db, competency.id)
    const name = competencyName(competency, language)
    const side = (code: string, text: string, en: string | null, level: number) =>
      `${code} ${competencyName({ name: text, nameEn: en }, language)}, ${d.levelN(level).toLowerCase()}`
    return page(
      c,
      {
        title: name,
        wide: true,
        breadcrumb: [
          { href: '/kamus', label: d.dictionary },
          { href: `/kamus?pilar=${competency.pillar}`, label: pillarLabels[language][competency.pillar] },
        ],
      },
      CompetencyPage({
        d,
        code: competency.code,
        name,
        verified: competency.verified,
        old: competency.active ? null : competency.dictionary.name,
        definition: competency.definition,
        facts: [
          { label: d.pillar, value: pillarLabels[language][competency.pillar] },
          { label: d.urusan, value: competency.urusan ? urusanName(competency.urusan) : d.allUrusan },
          { label: d.inDictionaryOf, value: `${competency.dictionary.name} (${competency.dictionary.owner ?? d.nation})` },
          ...(competency.pembina ? [{ label: d.pembina, value: competency.pembina }] : []),
          { label: d.legalBasis, value: competency.legalBasis },
        ],
        levels: competency.levels,
        steps: steps.map(row => ({
          key: `${row.fromId} ${row.fromLevel} ${row.toId}`,
          from: side(row.fromCode, row.from, row.fromEn, row.fromLevel),
          to: side(row.toCode, row.to, row.toEn, row.toLevel),
        })),
        demands: demands.map((row, key) => ({
          key,
          jenjang: jenjangLabels[language][row.jenjang],
          urusan: row.family ?? (row.urusan ? urusanName(row.urusan) : d.allUrusan),
          owner: row.owner ?? d.nation,
          level: formatNumber(row.level, language),
        })),
      }),
    )
  })

  return app
}
