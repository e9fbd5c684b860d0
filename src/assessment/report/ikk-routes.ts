import { Hono } from 'hono'
import { formatNip } from '../../people/index.ts'
import { coversInstansi } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { barChart } from '../../platform/charts/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { type IkkBand, ikkBands } from '../../regulation/index.ts'
import { writeResults } from '../access.ts'
import { policyMessages } from '../policy-messages.ts'
import { aspects } from '../potential/rules/potential.ts'
import { jpmPercent } from '../rules/jpm.ts'
import { reportMessages } from './messages.ts'
import { IkkPage } from './pages/ikk.tsx'
import { aroundList, exportLimit, inPlace, placeOf, rulesWords, tooManyRows } from './place.ts'
import { bandLimits, bandTone, ikkNumber, percentWords } from './present.ts'
import {
  type Standing,
  type StandingFilter,
  type StandingOrder,
  standingRows,
  standingsPage,
  type Weighing,
} from './store/standings.ts'

const size = 50
const bands: readonly IkkBand[] = ['tinggi', 'sedang', 'rendah', 'tidak_ada']
const begins: Record<StandingOrder, 'asc' | 'desc'> = { ikk: 'desc', nama: 'asc', unit: 'asc', kompetensi: 'asc', potensi: 'asc' }

const competencyPercent = ({ held, capped, required }: Standing, { cap }: Weighing) =>
  held === null || capped === null || required === null ? null : jpmPercent({ held, capped, required }, cap)
const potentialPercent = ({ potential, potentialOf }: Standing) =>
  potential === null || potentialOf === null ? null : (potential * 100) / potentialOf

/** The gap index of the people of a place: `/pemetaan/ikk`. */
export function ikkRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const place = await placeOf(c, services)
    const band = c.req.query('kategori')
    const filter: StandingFilter = {
      instansiId: place.chosen.id,
      unitId: place.unitId,
      campaignId: null,
      q: place.q,
      assessed: true,
      band: band === 'belum' ? 'belum' : (bands.find(one => one === band) ?? null),
      category: null,
    }
    return { place, filter, ...sorting(c, begins) }
  }

  app.get('/pemetaan/ikk', async c => {
    const language = c.get('language')
    const [m, words] = [reportMessages[language], policyMessages[language]]
    const { place, filter, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const part = { order, descending, offset: (n - 1) * size, limit: size }
    const { around, rows, counts } = await inPlace(services, place, async tx => {
      const around = await aroundList(tx, place, 'pemetaan')
      return { around, ...(await standingsPage(tx, filter, around.by, part)) }
    })
    const number = (value: number) => formatNumber(value, language)
    const { chosen } = place
    const home = `/pemetaan?instansi=${encodeURIComponent(chosen.regionCode)}`
    const name = around.unit ?? chosen.name
    const known = bands.reduce((sum, band) => sum + counts.bands[band], 0)
    const limits = bandLimits(ikkBands.at(place.today).value, language)
    const keeps = coversInstansi(writeResults(actorOf(c)), chosen.id)
    const filtered = filter.q !== '' || filter.band !== null
    return page(
      c,
      { title: m.ikkTitle, wide: true, breadcrumb: [{ href: home, label: `${m.mapping}: ${chosen.name}` }] },
      IkkPage({
        m,
        place: name,
        empty: counts.people === 0 && !filtered,
        figure: {
          value: number(counts.bands.tinggi + counts.bands.sedang),
          sentence: [m.ikkSentence(number(known)), counts.bands.belum > 0 && m.ikkUnknownCount(number(counts.bands.belum))]
            .filter(Boolean)
            .join(' '),
          tone: counts.bands.tinggi > 0 ? 'bad' : counts.bands.sedang > 0 ? 'warn' : 'neutral',
        },
        importHref: keeps && counts.bands.belum > 0 ? '/impor/baru?jenis=potensi' : null,
        chart:
          known === 0
            ? null
            : barChart({
                title: m.distribution,
                description: m.distributionOf(name),
                unit: m.ikkUnit,
                bars: bands.map((band, index) => ({
                  label: `${words.bands[band]} (${limits[index]})`,
                  value: counts.bands[band],
                })),
                format: number,
              }),
        bands: [
          ...bands.map((band, index) => ({
            name: words.bands[band],
            tone: bandTone[band],
            limits: limits[index]!,
            people: number(counts.bands[band]),
            href: listHref(c, { kategori: band, halaman: null }),
          })),
          {
            name: m.unknown,
            tone: 'neutral' as const,
            limits: '–',
            people: number(counts.bands.belum),
            href: listHref(c, { kategori: 'belum', halaman: null }),
          },
        ],
        filters: { instansi: chosen.regionCode, unit: String(place.unitId ?? ''), q: place.q, band: filter.band ?? '' },
        choices: {
          instansi: place.within.map(row => ({ value: row.regionCode, label: row.name })),
          units: around.units,
          bands: [
            ...bands.map(value => ({ value: value as string, label: words.bands[value] })),
            { value: 'belum', label: m.unknown },
          ],
        },
        resetHref: filtered || place.unitId !== null ? `/pemetaan/ikk?instansi=${encodeURIComponent(chosen.regionCode)}` : null,
        rows: rows.map(row => {
          const [potential, competency] = [potentialPercent(row), competencyPercent(row, around.by)]
          return {
            id: row.pegawaiId,
            name: row.name,
            nip: formatNip(row.nip),
            jabatan: row.jabatan ?? '–',
            unit: row.opd && row.opd !== row.unit ? `${row.unit}, ${row.opd}` : row.unit,
            ikk: row.ikk === null ? '–' : ikkNumber(row.ikk, language, place.today),
            band: row.band
              ? { text: words.bands[row.band], tone: bandTone[row.band] }
              : { text: m.unknown, tone: 'neutral' as const },
            potential: potential === null ? m.notAssessed : percentWords(potential, language),
            potentialDetail: potential === null ? null : m.potentialPart(row.aspects, aspects.length),
            competency: competency === null ? m.notAssessed : percentWords(competency, language),
            competencyDetail: competency === null ? null : m.competencyPart(row.assessed, row.asked),
          }
        }),
        sort,
        rules: `${m.asOf(formatDate(place.today, language))}. ${rulesWords(around, language)}`,
        ruleHref: `/aturan/ikk?instansi=${encodeURIComponent(chosen.regionCode)}`,
        exportHref: listHref(c, { halaman: null }).replace(/^\/pemetaan\/ikk/, '/pemetaan/ikk.xlsx'),
        pager: pagerOf(c, n, size, counts.matching),
      }),
    )
  })

  app.get('/pemetaan/ikk.xlsx', async c => {
    const language = c.get('language')
    const [m, words] = [reportMessages[language], policyMessages[language]]
    const { place, filter, order, descending } = await asked(c)
    const { around, rows } = await inPlace(services, place, async tx => {
      const around = await aroundList(tx, place, 'pemetaan')
      const rows = await standingRows(tx, filter, around.by, { order, descending, offset: 0, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooManyRows()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_ikk',
        subject: 'pegawai',
        instansiId: place.chosen.id,
        rows: rows.length,
        detail: { unitId: filter.unitId, q: filter.q, band: filter.band },
      })
      return { around, rows }
    })
    const share = (percent: number | null) => (percent === null ? null : Math.round(percent * 100) / 10_000)
    const bytes = await writeWorkbook([
      {
        name: m.ikk,
        title: `${m.ikkTitle}: ${around.unit ?? place.chosen.name}`,
        notes: [m.asOf(formatDate(place.today, language)), rulesWords(around, language)],
        columns: [
          { header: m.nip, width: 22, kind: 'text' },
          { header: m.name, width: 36 },
          { header: m.jabatan, width: 44 },
          { header: m.unit, width: 40 },
          { header: m.office, width: 40 },
          { header: m.ikk, width: 10, kind: 'number' },
          { header: m.band, width: 24 },
          { header: m.competency, width: 16, kind: 'percent' },
          { header: m.potential, width: 16, kind: 'percent' },
        ],
        rows: rows.map(row => [
          row.nip,
          row.name,
          row.jabatan,
          row.unit,
          row.opd,
          row.ikk === null ? null : Math.round(row.ikk * 100) / 100,
          row.band ? words.bands[row.band] : m.unknown,
          share(competencyPercent(row, around.by)),
          share(potentialPercent(row)),
        ]),
      },
    ])
    return spreadsheet(c, bytes, `ikk-${place.chosen.regionCode}`, place.today)
  })

  return app
}
