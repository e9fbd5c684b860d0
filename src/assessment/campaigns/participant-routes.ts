import { Hono } from 'hono'
import { formatNip } from '../../people/index.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { campaignHere, crumbsOf, tabsOf } from './here.ts'
import { campaignLabels, stageTone } from './labels.ts'
import { messages } from './messages.ts'
import { PeoplePage, type PersonCells } from './pages/people.tsx'
import type { Campaign } from './store/campaign.ts'
import {
  type ParticipantFilter,
  type ParticipantOrder,
  type ParticipantRow,
  participants,
  progressOf,
  stages,
} from './store/participants.ts'

const size = 50
const exportLimit = 100_000

/** In words why somebody left; null where they did not. */
export const leftWords = (row: Pick<ParticipantRow, 'leftWhy'>, language: Language) =>
  row.leftWhy === null ? null : campaignLabels[language].left[row.leftWhy]

/** `/pemetaan/kampanye/:id/peserta`: who takes part. */
export function participantRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const filterOf = (c: Ctx): ParticipantFilter => ({
    stage: stages.find(one => one === c.req.query('keadaan')) ?? null,
    wave: idAsked(c, 'gelombang'),
    unitId: idAsked(c, 'unit'),
    withoutAsesor: c.req.query('tanpa-asesor') === '1',
    q: sought(c),
  })
  const orderOf = (c: Ctx) => sorting<ParticipantOrder>(c, { nama: 'asc', unit: 'asc', keadaan: 'asc' })

  const cells = (c: Ctx, campaign: Campaign, row: ParticipantRow): PersonCells => {
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    return {
      id: row.id,
      name: row.name,
      nip: formatNip(row.nip),
      jabatan: row.jabatan,
      unit: row.office === row.unit ? row.unit : `${row.unit}, ${row.office}`,
      wave: number(row.wave),
      ratings: row.stage === 'waiting' ? '–' : m(c).finishedOf(number(row.submitted), number(row.tasks)),
      stage: {
        text: campaignLabels[language].stage[row.stage],
        tone: stageTone[row.stage],
        detail:
          leftWords(row, language) ??
          (campaign.methods.includes('assessment_center') && row.asesor === 0 && row.stage === 'invited'
            ? m(c).noAsesorYet
            : null),
      },
    }
  }

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}/peserta', async c => {
    const here = await campaignHere(c, services)
    const { campaign, home } = here
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const filter = filterOf(c)
    const { order, descending, sort } = orderOf(c)
    const n = pageNumber(c)
    const { rows, progress } = await inScope(services.db, here.scope, async tx => ({
      rows: await participants(tx, campaign.id, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      progress: await progressOf(tx, campaign.id),
    }))
    const people = progress.reduce((sum, row) => sum + row.invited + row.started + row.finished, 0)
    const finished = progress.reduce((sum, row) => sum + row.finished, 0)
    const offices = new Map(progress.map(row => [row.unitId, row.unit]))
    return page(
      c,
      { title: `${m(c).participants}: ${campaign.name}`, wide: true, breadcrumb: crumbsOf(c, campaign) },
      PeoplePage({
        m: m(c),
        name: campaign.name,
        eyebrow: campaign.instansi.name,
        home,
        tabs: tabsOf(c, campaign, 'people'),
        figure: {
          value: number(people),
          sentence:
            people === 0 ? m(c).doneNobody : m(c).doneSentence(number(finished), number(people), number(people - finished)),
        },
        values: {
          q: filter.q,
          stage: filter.stage ?? '',
          wave: filter.wave === null ? '' : String(filter.wave),
          unit: filter.unitId === null ? '' : String(filter.unitId),
          withoutAsesor: filter.withoutAsesor === true,
        },
        choices: {
          stage: stages.map(value => ({ value, label: campaignLabels[language].stage[value] })),
          wave: campaign.waves.map(wave => ({ value: String(wave.number), label: m(c).waveN(number(wave.number)) })),
          unit: [...offices].map(([value, label]) => ({ value: String(value), label })),
        },
        usesAsesor: campaign.methods.includes('assessment_center'),
        filtered:
          filter.q !== '' ||
          filter.stage !== null ||
          filter.wave !== null ||
          filter.unitId !== null ||
          filter.withoutAsesor === true,
        resetHref: `${home}/peserta`,
        rows: rows.map(row => cells(c, campaign, row)),
        sort,
        exportHref: listHref(c, { halaman: null }).replace('/peserta', '/peserta.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.total ?? 0),
        choosing: here.manages && campaign.state === 'open' && filter.stage === 'waiting',
      }),
    )
  })

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}/peserta.xlsx', async c => {
    const { campaign, scope, today } = await campaignHere(c, services)
    const language = c.get('language')
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await participants(tx, campaign.id, filterOf(c), { ...orderOf(c), offset: 0, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_participants',
        subject: `campaign:${campaign.id}`,
        instansiId: campaign.instansi.id,
        rows: rows.length,
      })
      return rows
    })
    const bytes = await writeWorkbook([
      {
        name: m(c).participants,
        title: campaign.name,
        columns: [
          { header: m(c).nip, width: 22, kind: 'text' },
          { header: m(c).name, width: 36 },
          { header: m(c).jabatan, width: 44 },
          { header: m(c).unit, width: 40 },
          { header: m(c).office, width: 40 },
          { header: m(c).wave, width: 12, kind: 'number' },
          { header: m(c).tasksGiven, width: 10, kind: 'number' },
          { header: m(c).tasksDone, width: 10, kind: 'number' },
          { header: m(c).stage, width: 18 },
          { header: m(c).reason, width: 36 },
        ],
        rows: rows.map(row => [
          row.nip,
          row.name,
          row.jabatan,
          row.unit,
          row.office,
          row.wave,
          row.tasks,
          row.submitted,
          campaignLabels[language].stage[row.stage],
          leftWords(row, language),
        ]),
      },
    ])
    return spreadsheet(c, bytes, `peserta-kampanye-${campaign.id}`, today)
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: messages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: messages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
