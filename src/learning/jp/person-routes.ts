import { Hono } from 'hono'
import { formatNip, personById } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { mayIssue } from '../../platform/documents/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { learnerTabs } from '../tabs.ts'
import { mayWithdraw, opensFileOf, readJp } from './access.ts'
import { withdrawByHand } from './actions.ts'
import { jpRecap } from './document.ts'
import { documentWords } from './document-words.ts'
import { messages } from './messages.ts'
import { forecastOf, learningOf } from './of-person.ts'
import { JpPersonPage } from './pages/person.tsx'
import { RecordPage } from './pages/record.tsx'
import { personSheet } from './person-sheet.ts'
import * as view from './person-view.ts'
import { jpText, shareViews, warningText } from './present.ts'
import { yearOf } from './rules/day.ts'
import { calculatedAt, fileOf } from './store/person.ts'

const shortestReason = 5

/** One's own JP at `/jp`, and anybody's whom one may read at `/pegawai/:id/jp`; each record by itself. */
export function personRoutes(services: Services) {
  const { db, clock } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]

  const load = async (c: Ctx, pegawaiId: number) => {
    const asked = view.readDay(c.req.query('pada'), clock.today())
    const found = await inScope(db, readJp(actorOf(c)), async tx => {
      const person = await personById(tx, pegawaiId)
      const jp = person && (await learningOf(tx, pegawaiId, zone => clock.today(zone), asked))
      if (!jp) return null
      const year = view.readYear(c.req.query('tahun'), jp.asOf ?? jp.today)
      const running = jp.asOf === null && year === yearOf(jp.today)
      return { person, jp, year: jp.yearIn(year), forecast: running ? await forecastOf(tx, pegawaiId, jp) : null }
    })
    if (!found) throw notFound()
    return found
  }

  const show = async (c: Ctx, pegawaiId: number, own: boolean) => {
    const language = c.get('language')
    const m = words(c)
    const { person, jp, year, forecast } = await load(c, pegawaiId)
    const here = own ? '/jp' : `/pegawai/${pegawaiId}/jp`
    const records = view.recordCells(
      pegawaiId,
      jp.records.filter(row => row.recognition.year === year.year),
      language,
    )
    const figure = view.figureOf(jp, year, forecast, own, language)
    const badDay = c.req.query('pada') && jp.asOf === null
    return page(
      c,
      {
        title: own ? m.mine : `${m.of}: ${person.name}`,
        wide: true,
        breadcrumb: own ? [] : [{ href: `/pegawai/${pegawaiId}`, label: person.name }],
      },
      JpPersonPage({
        m,
        title: own ? m.mine : person.name,
        eyebrow: own ? null : m.of,
        lead: own
          ? m.lead
          : [formatNip(person.nip), person.jabatan?.name, person.unit.path.join(' › ')].filter(Boolean).join(' · '),
        tabs: own ? learnerTabs(language, '/jp') : null,
        issue:
          jp.asOf === null && mayIssue(jpRecap, actorOf(c), { instansiId: person.instansi.id, unitId: null, pegawaiId })
            ? { action: `/pegawai/${pegawaiId}/jp/rekap`, label: documentWords[language].issue, year: year.year }
            : null,
        exportHref: jp.records.length > 0 ? listHref(c, {}).replace(here, `${here}.xlsx`) : null,
        asOf:
          jp.asOf !== null
            ? { notice: m.asOfNotice(formatDate(jp.asOf, language)), tone: 'info', href: here }
            : badDay
              ? { notice: m.asOfBad, tone: 'warn', href: here }
              : null,
        figure,
        figures: view.figuresOf(year, forecast, language),
        warnings: year.warnings.map(one => warningText(one, language)),
        shares: year.recognised > 0 ? shareViews(year, language) : [],
        expected: view.expectedCells(forecast, language),
        learnedTitle: own ? m.learnedTitle : m.learnedOf(String(year.year)),
        records,
        empty: {
          title: m.emptyTitle(String(year.year)),
          text: own ? m.emptyMine : m.emptyOther,
          actions: [],
        },
        withdrawn:
          jp.withdrawn.length > 0
            ? {
                title: m.withdrawnTitle(String(jp.withdrawn.length)),
                rows: view.withdrawnCells(pegawaiId, jp.withdrawn, language, jp.person.timeZone),
              }
            : null,
        year: { action: here, value: year.year, choices: view.yearChoices(jp, year.year), day: jp.asOf ?? '' },
      }),
    )
  }

  const download = async (c: Ctx, pegawaiId: number) => {
    const language = c.get('language')
    const { person, jp, year } = await load(c, pegawaiId)
    const bytes = await personSheet({ name: person.name, nip: person.nip, year, jp, language })
    return spreadsheet(c, bytes, `jp-${year.year}`, jp.asOf ?? jp.today)
  }

  const self = (c: Ctx): number => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw notFound()
    return pegawaiId
  }
  const asked = (c: Ctx): number => {
    if (readJp(actorOf(c)).kind === 'none') throw forbidden()
    return Number(c.req.param('id'))
  }
  app.get('/jp', c => show(c, self(c), true))
  app.get('/jp.xlsx', c => download(c, self(c)))
  app.get('/pegawai/:id{[0-9]{1,9}}/jp', c => show(c, asked(c), actorOf(c).pegawaiId === Number(c.req.param('id'))))
  app.get('/pegawai/:id{[0-9]{1,9}}/jp.xlsx', c => download(c, asked(c)))

  const oneRecord = async (c: Ctx) => {
    const [pegawaiId, id] = [asked(c), Number(c.req.param('record'))]
    const found = await inScope(db, readJp(actorOf(c)), async tx => {
      const person = await personById(tx, pegawaiId)
      const jp = person && (await learningOf(tx, pegawaiId, zone => clock.today(zone), null))
      return jp && { person, jp, kept: await calculatedAt(tx, pegawaiId, id) }
    })
    const learned = found?.jp.records.find(row => row.id === id) ?? null
    const row = learned ?? found?.jp.withdrawn.find(one => one.id === id)
    if (!found || !row) throw notFound()
    return { ...found, pegawaiId, row, learned }
  }

  const showRecord = async (c: Ctx, again: { typed: string; error: string } | null = null) => {
    const language = c.get('language')
    const m = words(c)
    const { person, jp, kept, pegawaiId, row, learned } = await oneRecord(c)
    const own = actorOf(c).pegawaiId === pegawaiId
    const here = own ? '/jp' : `/pegawai/${pegawaiId}/jp`
    const recognition = learned?.recognition ?? null
    const claimed = recognition && (recognition.claimed === null ? m.unknown : jpText(recognition.claimed, language))
    return page(
      c,
      {
        title: row.name,
        breadcrumb: own
          ? [{ href: here, label: m.mine }]
          : [
              { href: `/pegawai/${pegawaiId}`, label: person.name },
              { href: here, label: m.of },
            ],
        status: again ? 422 : 200,
      },
      RecordPage({
        m,
        title: row.name,
        lead: `${person.name} · ${formatDate(row.endedOn, language)}`,
        figure: recognition && {
          value: jpText(recognition.recognised, language),
          label: m.recognised,
          sentence: m.howLead(claimed!, jpText(recognition.recognised, language)),
        },
        withdrawn:
          row.withdrawnAt === null
            ? null
            : { by: view.withdrawnText(row, language, jp.person.timeZone), why: row.withdrawnWhy ?? '–' },
        facts: view.recordFacts(row, language, jp.person.timeZone),
        fileHref:
          row.fileName === null || !opensFileOf(actorOf(c), { pegawaiId, instansiId: jp.person.instansiId })
            ? null
            : `${view.recordHref(pegawaiId, row.id)}/berkas`,
        fileName: row.fileName,
        steps: learned ? view.recordSteps(learned, language) : [],
        law: learned ? view.recordLaw(jp, learned, kept, language) : [],
        withdraw:
          row.withdrawnAt === null && mayWithdraw(actorOf(c), { pegawaiId, instansiId: jp.person.instansiId })
            ? {
                action: `${view.recordHref(pegawaiId, row.id)}/tarik#tarik`,
                typed: again?.typed ?? '',
                error: again?.error ?? null,
              }
            : null,
      }),
    )
  }
  app.get('/pegawai/:id{[0-9]{1,9}}/jp/:record{[0-9]{1,9}}', c => showRecord(c))

  app.get('/pegawai/:id{[0-9]{1,9}}/jp/:record{[0-9]{1,9}}/berkas', async c => {
    const { pegawaiId, row, jp } = await oneRecord(c)
    if (!opensFileOf(actorOf(c), { pegawaiId, instansiId: jp.person.instansiId })) throw notFound()
    const file = await inScope(db, readJp(actorOf(c)), tx => fileOf(tx, pegawaiId, row.id))
    if (!file) throw notFound()
    return sendFile(c, services.files, { ...file, type: 'application/octet-stream', inline: false })
  })

  app.post('/pegawai/:id{[0-9]{1,9}}/jp/:record{[0-9]{1,9}}/tarik', async c => {
    const { pegawaiId, row, jp } = await oneRecord(c)
    if (!mayWithdraw(actorOf(c), { pegawaiId, instansiId: jp.person.instansiId })) throw forbidden()
    const why = (await formFields(c))('alasan').slice(0, 300)
    if (why.length < shortestReason) return showRecord(c, { typed: why, error: words(c).withdrawMissing })
    const done = await withdrawByHand(services, actorOf(c), { pegawaiId, id: row.id }, why)
    flash(c, done ? 'ok' : 'warn', done ? words(c).withdrawDone : words(c).withdrawGone)
    return c.redirect(view.recordHref(pegawaiId, row.id), 303)
  })

  return app
}
