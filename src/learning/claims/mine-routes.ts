import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { listHref, pageNumber, sorting } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { learnerTabs } from '../tabs.ts'
import { mayDecide, mayLook, readClaims } from './access.ts'
import { saveClaim, withdrawClaim } from './actions.ts'
import { formOptions, formWords, stateTone } from './labels.ts'
import { messages } from './messages.ts'
import { ClaimPage } from './pages/claim.tsx'
import { ClaimFormPage } from './pages/form.tsx'
import { MyClaimsPage } from './pages/mine.tsx'
import { amountWords, claimFacts, dateWords, eventLines, flagLines } from './present.ts'
import { claimStates, isEditable, movesOf } from './rules/moves.ts'
import { blankForm, type ClaimForm, formErrors, formOf, readClaimForm, typedOf } from './schema.ts'
import { type Claim, claimById, competencyChoices, wholeClaim } from './store/claim.ts'
import { type OwnOrder, ownClaims, ownCounts } from './store/list.ts'

const size = 50
const exportLimit = 10_000
type Errors = { field: string; message: string }[]

/** The claims of the person who asks: `/klaim`, and one of them. */
export function mineRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/klaim', label: m(c).claims })
  const idOf = (c: Ctx) => Number(c.req.param('id'))

  /** @throws Refusal 404 for an account that is no pegawai */
  const self = (c: Ctx): number => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw notFound()
    return pegawaiId
  }
  const ownScope = (c: Ctx) => ({ kind: 'people' as const, people: [self(c)] })

  const asked = (c: Ctx) => {
    const [state, year] = [c.req.query('keadaan'), c.req.query('tahun') ?? '']
    return {
      filter: {
        pegawaiId: self(c),
        state: claimStates.find(one => one === state) ?? null,
        year: /^(19|20)\d{2}$/.test(year) ? Number(year) : null,
      },
      ...sorting<OwnOrder>(c, { selesai: 'desc', nama: 'asc', jp: 'asc', keadaan: 'asc' }),
    }
  }

  app.get('/klaim', async c => {
    const language = c.get('language')
    const { filter, order, descending, sort } = asked(c)
    const today = services.clock.today()
    const year = Number(today.slice(0, 4))
    const n = pageNumber(c)
    const { rows, counts } = await inScope(services.db, ownScope(c), async tx => ({
      rows: await ownClaims(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      counts: await ownCounts(tx, filter.pegawaiId, year),
    }))
    const number = (value: number) => formatNumber(value, language)
    const figure =
      counts.returned > 0
        ? { value: number(counts.returned), label: m(c).returnedFigure, sentence: m(c).returnedSentence, tone: 'warn' as const }
        : counts.submitted > 0
          ? {
              value: number(counts.submitted),
              label: m(c).waitingFigure,
              sentence: m(c).waitingSentence(number(counts.jp), String(year)),
              tone: 'info' as const,
            }
          : {
              value: number(counts.jp),
              unit: 'JP',
              label: m(c).jpFigure(String(year)),
              sentence: m(c).jpSentence(counts.draft),
              tone: 'neutral' as const,
            }
    return page(
      c,
      { title: m(c).claims, wide: true },
      MyClaimsPage({
        m: m(c),
        tabs: learnerTabs(language, '/klaim'),
        figure,
        rows: rows.map(row => ({
          id: row.id,
          name: row.name ?? m(c).untitled,
          detail: [row.form && formWords(row.form, language), row.organiser].filter(Boolean).join(' · '),
          dates: dateWords(row, language),
          jp: amountWords(row, language),
          state: { text: m(c).states[row.state], tone: stateTone[row.state] },
        })),
        sort,
        values: { state: filter.state ?? '', year: filter.year === null ? '' : String(filter.year) },
        states: claimStates.map(state => ({ value: state, label: m(c).states[state] })),
        years: Array.from({ length: 6 }, (_, back) => ({ value: String(year - back), label: String(year - back) })),
        filtered: filter.state !== null || filter.year !== null,
        none: claimStates.every(state => counts[state] === 0),
        exportHref: listHref(c, { halaman: null }).replace(/^\/klaim/, '/klaim.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/klaim.xlsx', async c => {
    const language = c.get('language')
    const { filter, order, descending } = asked(c)
    const rows = await inScope(services.db, ownScope(c), tx => ownClaims(tx, filter, { order, descending, limit: exportLimit }))
    const today = services.clock.today()
    const bytes = await writeWorkbook([
      {
        name: m(c).claims,
        title: m(c).claims,
        notes: [m(c).sheetNote(actorOf(c).name, formatDate(today, language))],
        columns: [
          { header: m(c).name, width: 50 },
          { header: m(c).form, width: 30 },
          { header: m(c).organiser, width: 36 },
          { header: m(c).startedOn, width: 14, kind: 'date' },
          { header: m(c).endedOn, width: 14, kind: 'date' },
          { header: m(c).jp, width: 8, kind: 'number' },
          { header: m(c).sessions, width: 8, kind: 'number' },
          { header: m(c).certificateNumber, width: 26, kind: 'text' },
          { header: m(c).state, width: 22 },
          { header: m(c).reason, width: 50 },
        ],
        rows: rows.map(row => [
          row.name,
          row.form && formWords(row.form, language),
          row.organiser,
          row.startedOn,
          row.endedOn,
          row.jp,
          row.sessions,
          row.certificateNumber,
          m(c).states[row.state],
          row.reason,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'klaim-belajar', today)
  })

  const formPage = async (c: Ctx, claim: Claim | null, form: ClaimForm, errors: Errors, draftKept = false) => {
    const competencies = await competencyChoices(services.db)
    return page(
      c,
      { title: claim ? m(c).editTitle : m(c).newTitle, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      ClaimFormPage({
        m: m(c),
        title: claim ? m(c).editTitle : m(c).newTitle,
        action: claim ? `/klaim/${claim.id}` : '/klaim',
        backHref: claim ? `/klaim/${claim.id}` : '/klaim',
        today: services.clock.today(),
        values: form,
        kept: claim?.file?.name ?? null,
        errors,
        draftKept,
        forms: formOptions(c.get('language')),
        competencies: competencies.map(one => ({ value: String(one.id), label: `${one.code} ${one.name}` })),
      }),
    )
  }

  /** One's own claim. @throws Refusal 404 */
  const ownClaim = async (c: Ctx, id: number): Promise<Claim> => {
    const claim = await inScope(services.db, ownScope(c), tx => claimById(tx, id))
    if (!claim) throw notFound()
    return claim
  }

  const save = async (c: Ctx, id: number | null) => {
    self(c)
    const body = await c.req.parseBody()
    const form = readClaimForm(name => {
      const value = body[name]
      return typeof value === 'string' ? value.replaceAll('\0', '').trim() : ''
    })
    const file = body.berkas
    const upload =
      file instanceof File && (file.size > 0 || file.name !== '')
        ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        : null
    const competencies = await competencyChoices(services.db)
    const competencyId = competencies.find(one => String(one.id) === form.kompetensi)?.id ?? null
    const submit = body.langkah !== 'simpan'
    const saved = await saveClaim(services, actorOf(c), id, { typed: typedOf(form), competencyId, upload }, submit)
    if (!saved.ok) {
      flash(c, 'warn', m(c).movedFlash)
      return c.redirect(`/klaim/${saved.id}`, 303)
    }
    const fileError = saved.fileFlaw && { field: 'berkas', message: m(c).fileFlaws[saved.fileFlaw] }
    // A draft may lack anything; what was typed and cannot be kept is told all the same.
    const told = saved.flaws.filter(flaw => (submit || flaw.flaw !== 'missing') && !(fileError && flaw.field === 'file'))
    const errors = [...formErrors(told, form, m(c)), ...(fileError ? [fileError] : [])]
    if (errors.length > 0) {
      const claim = saved.kept ? await ownClaim(c, saved.id) : null
      return formPage(c, claim, form, errors, saved.kept)
    }
    if (!saved.kept) return formPage(c, null, form, formErrors(saved.flaws, form, m(c)))
    flash(c, 'ok', saved.submitted ? m(c).submittedFlash : m(c).savedFlash)
    return c.redirect(`/klaim/${saved.id}`, 303)
  }

  app.get('/klaim/baru', c => {
    self(c)
    return formPage(c, null, blankForm, [])
  })
  app.post('/klaim', c => save(c, null))
  app.post('/klaim/:id{[0-9]{1,9}}', c => save(c, idOf(c)))

  app.get('/klaim/:id{[0-9]{1,9}}/ubah', async c => {
    const claim = await ownClaim(c, idOf(c))
    if (!isEditable(claim.state)) return c.redirect(`/klaim/${claim.id}`, 303)
    return formPage(c, claim, formOf(claim), [])
  })

  app.get('/klaim/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const claim = await inScope(services.db, readClaims(actorOf(c)), tx => wholeClaim(tx, idOf(c)))
    if (!claim || !mayLook(actorOf(c), claim)) throw notFound()
    if (mayDecide(actorOf(c), claim)) return c.redirect(`/klaim/verifikasi/${claim.id}`, 303)
    const moves = movesOf('person', claim.state)
    return page(
      c,
      { title: claim.name ?? m(c).untitled, breadcrumb: [home(c)], wide: true },
      ClaimPage({
        m: m(c),
        tabs: learnerTabs(language, '/klaim'),
        id: claim.id,
        title: claim.name ?? m(c).untitled,
        state: { text: m(c).states[claim.state], tone: stateTone[claim.state], sentence: m(c).stateSentences[claim.state] },
        reason: claim.reason,
        facts: claimFacts(claim, language),
        file: claim.file && {
          href: `/klaim/${claim.id}/berkas`,
          name: claim.file.name,
          picture: claim.file.type !== 'application/pdf',
        },
        flags: flagLines(claim.flags, language, id => `/klaim/${id}`),
        events: eventLines(claim, language),
        editLabel: isEditable(claim.state) ? (claim.state === 'returned' ? m(c).mend : m(c).edit) : null,
        withdrawLabel: moves.includes('withdraw') ? (claim.state === 'draft' ? m(c).discard : m(c).withdraw) : null,
        openOther: m(c).openOther,
        noFile: services.config.demo ? m(c).demoFile : m(c).noFile,
      }),
    )
  })

  app.post('/klaim/:id{[0-9]{1,9}}/tarik', async c => {
    const done = await withdrawClaim(services, actorOf(c), idOf(c))
    flash(c, done ? 'ok' : 'warn', done ? m(c).withdrawnFlash : m(c).movedFlash)
    return c.redirect(done ? '/klaim' : `/klaim/${idOf(c)}`, 303)
  })

  app.get('/klaim/:id{[0-9]{1,9}}/berkas', async c => {
    const claim = await inScope(services.db, readClaims(actorOf(c)), tx => claimById(tx, idOf(c)))
    if (!claim?.file || !mayLook(actorOf(c), claim)) throw notFound()
    return sendFile(c, services.files, { ...claim.file, inline: true })
  })

  return app
}
