import { Hono } from 'hono'
import { chosenInstansi, formatNip, type Instansi, personLabels, topUnits } from '../../people/index.ts'
import { narrowTo, type Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber, formatShare } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { readJpPeople } from './access.ts'
import { employmentChoices, instansiChoices, listOrder, listValues, stateChoices, yearsSince } from './list-filter.ts'
import { messages } from './messages.ts'
import { JpPeoplePage, type PersonCells } from './pages/people.tsx'
import { jpText, warningText } from './present.ts'
import { yearOf } from './rules/day.ts'
import { requiredJp } from './rules/recognise.ts'
import { missingOf } from './rules/standing.ts'
import { countPeople, listPeople, type PeopleFilter, type PersonRow } from './store/people.ts'

const size = 50
const exportLimit = 100_000

/** `/jp/orang`: the people of a government, or of a team, with their JP of a year. */
export function peopleRoutes(services: Services) {
  const { db, clock } = services
  const app = new Hono<AppEnv>()

  /** Who holds some people and no instansi sees those; there is nothing to choose then. */
  const placeOf = async (c: Ctx): Promise<{ scope: Scope; chosen: Instansi | null; within: Instansi[] }> => {
    const scope = readJpPeople(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    if (scope.kind === 'people') {
      if (c.req.query('instansi')) throw notFound()
      return { scope, chosen: null, within: [] }
    }
    const { chosen, within } = await chosenInstansi(c, db, scope)
    return { scope: narrowTo(scope, [chosen.id]), chosen, within }
  }

  const asked = async (c: Ctx) => {
    const place = await placeOf(c)
    const today = clock.today(place.chosen?.timeZone)
    const units = place.chosen ? await topUnits(db, place.chosen.id) : []
    const typed = listValues(c, today)
    // An office of the government that was chosen before is no filter for this one.
    const values = { ...typed, unitId: units.some(unit => unit.id === typed.unitId) ? typed.unitId : null }
    const filter: PeopleFilter = {
      ...values,
      instansiId: place.chosen?.id ?? null,
      required: requiredJp('pns', values.year),
    }
    return { ...place, units, today, values, filter }
  }

  const stateOf = (row: PersonRow, c: Ctx): PersonCells['state'] => {
    const language = c.get('language')
    const m = messages[language]
    if (row.warnings.length > 0) return { text: m.withWarnings, tone: 'warn' }
    if (row.required === null) return { text: m.noRequirement, tone: 'neutral' }
    const missing = missingOf(row)
    if (missing === 0) return { text: m.states.cukup, tone: 'ok' }
    const words = jpText(missing, language)
    return missing <= row.adds ? { text: m.onCourse(words), tone: 'info' } : { text: `${m.missing} ${words}`, tone: 'bad' }
  }

  app.get('/jp/orang', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, within, units, today, values, filter } = await asked(c)
    const { order, descending, sort } = listOrder(c)
    const n = pageNumber(c)
    const { rows, counts } = await inScope(db, scope, async tx => ({
      rows: await listPeople(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      counts: await countPeople(tx, filter),
    }))
    const number = (count: number) => formatNumber(count, language)
    const under = counts.pns - counts.reached
    const running = values.year === yearOf(today)
    const short = running && under > 0
    return page(
      c,
      { title: m.listTitle, wide: true },
      JpPeoplePage({
        m,
        title: chosen?.name ?? m.recapTeam,
        lead: m.listLead(String(values.year)),
        recapHref: chosen ? `/jp/instansi?instansi=${chosen.regionCode}&tahun=${values.year}` : null,
        exportHref: listHref(c, { halaman: null }).replace('/jp/orang', '/jp/orang.xlsx'),
        figure:
          counts.pns === 0
            ? null
            : {
                value: formatShare(counts.reached / counts.pns, language),
                label: m.reachedFigure(String(values.year)),
                sentence:
                  under === 0
                    ? m.reachedAll(number(counts.pns))
                    : m.reachedSentence(number(counts.reached), number(counts.pns), number(under)),
                forecast: short ? (counts.short === 0 ? m.noneShort : m.shortSentence(number(counts.short))) : null,
                shortHref:
                  short && counts.short > 0 && values.state !== 'prakiraan'
                    ? listHref(c, { keadaan: 'prakiraan', halaman: null })
                    : null,
                tone: under === 0 ? 'ok' : 'info',
              },
        values: {
          q: values.q,
          instansi: chosen?.regionCode ?? '',
          year: values.year,
          unit: values.unitId === null ? '' : String(values.unitId),
          employment: values.employment ?? '',
          state: values.state ?? '',
        },
        choices: {
          instansi: instansiChoices(within),
          year: yearsSince(today),
          unit: units.map(row => ({ value: row.id, label: row.name })),
          employment: employmentChoices(language),
          state: stateChoices(values.year, today, language),
        },
        filtered: values.q !== '' || values.unitId !== null || values.state !== null || values.employment !== null,
        resetHref: listHref(c, { q: null, unit: null, keadaan: null, status: null, halaman: null }),
        rows: rows.map(row => ({
          id: row.pegawaiId,
          name: row.name,
          nip: formatNip(row.nip),
          jabatan: row.jabatan ?? '–',
          unit: row.opd ?? row.unit,
          employment: personLabels[language].employment[row.employment],
          recognised: jpText(row.recognised, language),
          forecast: row.required === null ? '–' : jpText(row.recognised + row.adds, language),
          state: stateOf(row, c),
        })),
        sort: { ...sort, prakiraan: running ? sort.prakiraan : null },
        pager: pagerOf(c, n, size, counts.matching),
      }),
    )
  })

  app.get('/jp/orang.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, today, values, filter } = await asked(c)
    const rows = await inScope(db, scope, async tx => {
      const rows = await listPeople(tx, filter, { ...listOrder(c), limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, clock.now(), {
        verb: 'export_jp',
        subject: 'pegawai',
        instansiId: chosen?.id ?? null,
        rows: rows.length,
        detail: values,
      })
      return rows
    })
    const number = (header: string) => ({ header, width: 14, kind: 'number' as const })
    const running = values.year === yearOf(today)
    const bytes = await writeWorkbook([
      {
        name: `${m.of} ${values.year}`,
        title: `${m.listTitle} ${values.year}: ${chosen?.name ?? m.recapTeam}`,
        notes: [m.exportNote(formatDate(today, language))],
        columns: [
          { header: m.nip, width: 22, kind: 'text' },
          { header: m.name, width: 36 },
          { header: m.jabatan, width: 44 },
          { header: m.unit, width: 40 },
          { header: m.employment, width: 18 },
          number(m.records),
          number(m.headers.claimed),
          number(m.headers.recognised),
          number(m.missing),
          ...(running ? [number(m.forecast)] : []),
          number('10'),
          number('20'),
          number('70'),
          { header: m.withWarnings, width: 60 },
        ],
        rows: rows.map(row => [
          row.nip,
          row.name,
          row.jabatan,
          row.opd ?? row.unit,
          personLabels[language].employment[row.employment],
          row.records,
          row.claimed / 10,
          row.recognised / 10,
          row.required === null ? null : missingOf(row) / 10,
          ...(running ? [(row.recognised + row.adds) / 10] : []),
          row.ten / 10,
          row.twenty / 10,
          row.seventy / 10,
          row.warnings.map(one => warningText(one, language)).join(' '),
        ]),
      },
    ])
    return spreadsheet(c, bytes, `jp-orang-${values.year}`, today)
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: messages.id.tooLarge(formatNumber(exportLimit, 'id')),
    en: messages.en.tooLarge(formatNumber(exportLimit, 'en')),
  })
