import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { formFields, formIds, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { entryInWords } from '../../providers/index.ts'
import { classHere } from '../classes/here.ts'
import { messages as classMessages } from '../classes/messages.ts'
import type { CourseClass } from '../classes/store.ts'
import { manageEnrolments } from './access.ts'
import { nominate } from './ask.ts'
import { clashesInWords } from './clash-words.ts'
import type { Judged } from './judge.ts'
import { enrolmentStateLabels, enrolmentStateTones } from './labels.ts'
import { messages } from './messages.ts'
import { nipsOfFile } from './nip-file.ts'
import { type LeftCells, NominatedPage, NominatePage } from './pages/nominate.tsx'
import { isReason } from './rules/enrol.ts'
import { mostNominated, nipsIn } from './rules/nips.ts'
import { peopleByNip, pickable } from './store/people.ts'

const size = 25
type Typed = { nips: string; ticked: number[] }
type Errors = { field: string; message: string }[]

/** Nominating people whom one leads or manages: from a list, by pasted NIP, from a file. */
export function nominateRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** @throws Refusal 403 where the actor leads and manages nobody */
  const here = async (c: Ctx): Promise<CourseClass> => {
    const one = await classHere(c, services.db)
    if (manageEnrolments(actorOf(c)).kind === 'none') throw forbidden()
    return one
  }
  const breadcrumb = (c: Ctx, one: CourseClass) => [
    { href: '/kelas', label: classMessages[c.get('language')].classes },
    { href: `/kelas/${one.id}`, label: one.name },
  ]

  const nominatePage = async (c: Ctx, one: CourseClass, typed: Typed, errors: Errors) => {
    const language = c.get('language')
    const q = sought(c)
    const n = pageNumber(c)
    const rows = await inScope(services.db, manageEnrolments(actorOf(c)), tx =>
      pickable(tx, one.id, { q, openFor: one.openFor, exceptId: actorOf(c).pegawaiId }, { offset: (n - 1) * size, limit: size }),
    )
    return page(
      c,
      { title: m(c).nominate, wide: true, breadcrumb: breadcrumb(c, one), status: errors.length > 0 ? 422 : 200 },
      NominatePage({
        m: m(c),
        id: one.id,
        title: one.name,
        course: one.course.title,
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          nip: row.nip,
          jabatan: row.jabatan ?? '–',
          unit: row.unit,
          state: row.state && { label: enrolmentStateLabels[language][row.state], tone: enrolmentStateTones[row.state] },
        })),
        q,
        nips: typed.nips,
        ticked: typed.ticked,
        errors,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/usulkan', async c => nominatePage(c, await here(c), { nips: '', ticked: [] }, []))

  app.post('/kelas/:id{[0-9]{1,9}}/usulkan', async c => {
    const one = await here(c)
    const actor = actorOf(c)
    const field = await formFields(c)
    const typed = { nips: field('nip').slice(0, 100_000), ticked: await formIds(c, 'orang') }
    const upload = (await c.req.parseBody()).berkas
    const file = upload instanceof File && upload.size > 0 ? await nipsOfFile(services, upload) : null
    if (file && !file.ok) {
      const message = { bad: m(c).nominateFileBad, large: m(c).nominateFileLarge, no_nip: m(c).nominateFileNoNip }[file.flaw]
      return nominatePage(c, one, typed, [{ field: 'berkas', message }])
    }
    const { nips, bad } = nipsIn(`${typed.nips}\n${file?.text ?? ''}`)
    const refuse = (message: string) => nominatePage(c, one, typed, [{ field: 'nip', message }])
    if (typed.ticked.length + nips.length + bad.length === 0) return refuse(m(c).nominateEmpty)
    if (typed.ticked.length + nips.length > mostNominated) return refuse(m(c).nominateMany)

    const scope = manageEnrolments(actor)
    const found = nips.length === 0 ? [] : await inScope(services.db, scope, tx => peopleByNip(tx, nips))
    const byNip = new Map(found.map(row => [row.nip, row.pegawaiId]))
    const ids = [...new Set([...typed.ticked, ...nips.flatMap(nip => byNip.get(nip) ?? [])])]
    const clashWhy = field('alasan') || null
    const isOverruled = clashWhy !== null && isReason(clashWhy)
    const { asked, judged } = await nominate(services, actor, scope, one.id, ids, isOverruled ? clashWhy : null)
    const nowhere = (key: string, nip: string, why: string): LeftCells => ({ key, who: '–', nip, why: [why] })
    const missing = ids.filter(id => !judged.some(person => person.pegawaiId === id))
    const left = [
      ...judged.filter(person => person.flaw !== null).map(person => refusedCells(c, person)),
      ...missing.map(id => nowhere(`o${id}`, nips.find(nip => byNip.get(nip) === id) ?? '–', m(c).notInService)),
      ...nips.filter(nip => !byNip.has(nip)).map(nip => nowhere(nip, nip, m(c).unknownNip)),
      ...bad.slice(0, 100).map((text, index) => nowhere(`b${index}`, text, m(c).badNip)),
    ]
    const count = (list: readonly number[]) => formatNumber(list.length, c.get('language'))
    const done = [...asked.enrolled, ...asked.waiting, ...asked.requested]
    return page(
      c,
      { title: m(c).nominateResult, breadcrumb: breadcrumb(c, one), wide: true },
      NominatedPage({
        m: m(c),
        id: one.id,
        title: one.name,
        course: one.course.title,
        done: m(c).nominateDone(count(done)),
        sentence: m(c).nominateDoneSentence(count(asked.enrolled), count(asked.waiting), count(asked.requested)),
        someDone: done.length > 0,
        left,
        overrule: { nips: judged.filter(person => person.flaw === 'clash').map(person => person.nip), why: clashWhy ?? '' },
        error: clashWhy !== null && !isOverruled ? m(c).whyMissing : undefined,
      }),
    )
  })

  /** Why somebody was left out: of the entry rules those that are not met. */
  const refusedCells = (c: Ctx, person: Judged): LeftCells => {
    const flaw = person.flaw!
    const failed = entryInWords(person.entry, c.get('language')).flatMap(rule => (rule.met === false ? [rule.text] : []))
    return {
      key: `p${person.pegawaiId}`,
      who: person.name,
      nip: person.nip,
      why: flaw === 'entry' ? failed : flaw === 'clash' ? clashesInWords(person.clashes, c.get('language')) : [m(c).flaws[flaw]],
    }
  }

  return app
}
