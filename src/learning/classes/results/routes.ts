import { Hono } from 'hono'
import { audit } from '../../../platform/audit/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { spreadsheet } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields, sought } from '../../../platform/http/form.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { writeWorkbook } from '../../../platform/sheet/index.ts'
import { ButtonLink, type Tone } from '../../../ui/index.ts'
import { isFrozen } from '../run/access.ts'
import { heldClass, notFrozen } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import type { RunClass } from '../run/store.ts'
import { recordScores } from './actions.ts'
import { type PersonResult, resultsOf } from './load.ts'
import { messages } from './messages.ts'
import { ScoresPage } from './pages/scores.tsx'
import { ruleWords, scoreRow, scoreSheet } from './present.ts'
import { readScore } from './rules/final.ts'
import { readScoreRows, uploadedRows } from './sheet.ts'
import type { ScoreChange } from './store.ts'

type Refused = { typed: Map<string, string>; errors: { field: string; message: string }[]; importErrors: string[] }
const mostProblems = 20

/** Scores of a class, what its rule makes of them, and why. */
export function resultRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const load = (cls: RunClass) => asClass(services.db, cls.id, tx => resultsOf(tx, cls, services.clock.now()))

  const scoresPage = async (c: Ctx, cls: RunClass, refused: Refused | null) => {
    const language = c.get('language')
    const words = m(c)
    const { rule, people } = await load(cls)
    const values = {
      q: sought(c),
      saring: c.req.query('saring') ?? '',
      urut: c.req.query('urut') ?? '',
    }
    const found = people.filter(({ person, ending }) => {
      if (values.saring === 'belum' && ending.passed !== null) return false
      if (values.saring === 'gagal' && ending.passed !== false) return false
      return `${person.name} ${person.nip}`.toLowerCase().includes(values.q.toLowerCase())
    })
    // Where a form was refused, all that was typed must be there to be mended.
    const listed = refused && refused.errors.length > 0 ? people : found
    const shown = values.urut === 'nilai' ? listed.toSorted((a, b) => (b.ending.final ?? -1) - (a.ending.final ?? -1)) : listed
    return classPage(
      c,
      cls,
      {
        tab: 'results',
        as: 'holder',
        status: refused ? 422 : 200,
        actions:
          people.length > 0
            ? ButtonLink({ href: `/kelas/${cls.id}/nilai.xlsx`, icon: 'download', download: true, children: words.export })
            : null,
      },
      ScoresPage({
        m: words,
        figure: figureOf(people, n => formatNumber(n, language), words),
        rule: ruleWords(rule, people[0]?.lessons ?? null, language, words),
        rows: shown.map(one => scoreRow(one, rule, language, words, refused?.typed ?? new Map())),
        action: `/kelas/${cls.id}/nilai`,
        editable: !isFrozen(cls) && rule.components.some(one => !one.from),
        scored: rule.components.length > 0,
        values,
        errors: refused?.errors ?? [],
        importErrors: refused?.importErrors ?? [],
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/nilai', async c => scoresPage(c, await heldClass(services, c), null))

  app.post('/kelas/:id{[0-9]{1,9}}/nilai', async c => {
    const cls = await heldClass(services, c)
    notFrozen(cls)
    const { rule, people } = await load(cls)
    const body = await c.req.parseBody()
    const field = await formFields(c)
    const typed = new Map<string, string>()
    const changes: ScoreChange[] = []
    const errors: Refused['errors'] = []
    for (const { person } of people) {
      rule.components.forEach(({ key, name, from }, index) => {
        const input = `n_${person.pegawaiId}_${index}`
        if (from || !(input in body)) return
        const text = field(input).slice(0, 20)
        typed.set(input, text)
        const read = readScore(text)
        if (read.ok) changes.push({ pegawaiId: person.pegawaiId, component: key, score: read.score })
        else errors.push({ field: input, message: m(c).bad(person.name, name, text) })
      })
    }
    if (errors.length > 0) return scoresPage(c, cls, { typed, errors, importErrors: [] })
    const saved = await recordScores(services, actorOf(c), cls, changes, 'form')
    flash(c, saved > 0 ? 'ok' : 'info', saved > 0 ? m(c).saved(formatNumber(saved, c.get('language'))) : m(c).nothing)
    return c.redirect(`/kelas/${cls.id}/nilai`, 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/nilai/unggah', async c => {
    const cls = await heldClass(services, c)
    notFrozen(cls)
    const refuse = (importErrors: string[]) => scoresPage(c, cls, { typed: new Map(), errors: [], importErrors })
    const file = (await c.req.parseBody()).berkas
    if (!(file instanceof File) || file.size === 0) return refuse([m(c).noFile])
    const rows = await uploadedRows(services, file)
    if (!rows) return refuse([m(c).unreadable])
    const { rule, people } = await load(cls)
    const { changes, problems } = readScoreRows(
      rows,
      rule,
      people.map(one => one.person),
      m(c),
    )
    // What could be read is kept; the rest is told.
    const saved = await recordScores(services, actorOf(c), cls, changes, 'sheet')
    if (problems.length > 0) {
      const rest = problems.length - mostProblems
      const more = rest > 0 ? [m(c).more(formatNumber(rest, c.get('language')))] : []
      return refuse([m(c).importKept(formatNumber(saved, c.get('language'))), ...problems.slice(0, mostProblems), ...more])
    }
    flash(c, saved > 0 ? 'ok' : 'info', saved > 0 ? m(c).saved(formatNumber(saved, c.get('language'))) : m(c).nothing)
    return c.redirect(`/kelas/${cls.id}/nilai`, 303)
  })

  app.get('/kelas/:id{[0-9]{1,9}}/nilai.xlsx', async c => {
    const cls = await heldClass(services, c)
    const { rule, people } = await asClass(services.db, cls.id, async tx => {
      const results = await resultsOf(tx, cls, services.clock.now())
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_scores',
        subject: `class:${cls.id}`,
        instansiId: cls.provider.instansiId,
        rows: results.people.length,
      })
      return results
    })
    const bytes = await writeWorkbook([scoreSheet(people, rule, cls, c.get('language'), m(c))])
    return spreadsheet(c, bytes, `nilai-kelas-${cls.id}`, services.clock.today(cls.timeZone))
  })

  return app
}

function figureOf(people: readonly PersonResult[], number: (n: number) => string, m: (typeof messages)['id']) {
  const passed = people.filter(one => one.ending.passed === true).length
  const failed = people.filter(one => one.ending.passed === false).length
  const open = people.length - passed - failed
  const value = m.figureOf(number(passed + failed), number(people.length))
  if (people.length === 0) return { value: '–', sentence: m.nobody, tone: 'neutral' as Tone }
  return open > 0
    ? { value, sentence: m.missing(number(open)), tone: 'warn' as Tone }
    : { value, sentence: m.known(number(passed), number(failed)), tone: 'ok' as Tone }
}
