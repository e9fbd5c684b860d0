import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { asClass } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds, listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { organises } from '../classes/access.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { classTabs } from '../classes/class-tabs.ts'
import { heldClass, organisedClass } from '../classes/here.ts'
import { messages as classMessages } from '../classes/messages.ts'
import { type CourseClass, classesOfCourse } from '../classes/store.ts'
import { manageEnrolments } from './access.ts'
import * as actions from './actions.ts'
import { enrolmentStateLabels, wayLabels } from './labels.ts'
import { type Messages, messages } from './messages.ts'
import { PeoplePage } from './pages/people.tsx'
import { peopleSheet, personCells } from './people-cells.ts'
import { enrolmentStates, isReason, registrationFlaw } from './rules/enrol.ts'
import { todayOf } from './seating.ts'
import { countByState, type PeopleFilter, type PeopleOrder, participants } from './store/read.ts'

const size = 50
const sheetRows = 20_000
const ways = ['self', 'nominated', 'planned'] as const

type Typed = { reason: string; ticked: readonly number[]; error: string | null }
const nothing: Typed = { reason: '', ticked: [], error: null }
const deeds = ['setujui', 'tolak', 'keluarkan', 'pindahkan']

/** What is missing before anything is done; null: nothing. */
function flawOf(m: Messages, deed: string, ids: readonly number[], reason: string): string | null {
  if (!deeds.includes(deed)) return m.chooseDeed
  if (ids.length === 0) return m.selectSomebody
  const needsReason = deed === 'tolak' || deed === 'keluarkan'
  return needsReason && !isReason(reason) ? m.saySomething : null
}

/** The people of a class, for who holds it: who is in, who waits, who asks; and what is decided of them. */
export function peopleRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const asked = (c: Ctx) => {
    const filter: PeopleFilter = {
      state: enrolmentStates.find(one => one === c.req.query('keadaan')) ?? null,
      way: ways.find(one => one === c.req.query('cara')) ?? null,
      q: sought(c),
    }
    return { filter, ...sorting<PeopleOrder>(c, { antrean: 'asc', nama: 'asc', instansi: 'asc' }) }
  }

  const takesPeople = (one: CourseClass) => registrationFlaw(one, todayOf(one, services.clock.now())) === null

  const peoplePage = async (c: Ctx, one: CourseClass, typed: Typed) => {
    const language = c.get('language')
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const { rows, counts } = await asClass(services.db, one.id, async tx => ({
      rows: await participants(tx, one.id, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      counts: await countByState(tx, one.id),
    }))
    const decides = organises(actorOf(c), one) && (one.state === 'open' || one.state === 'running')
    const others = decides
      ? (await classesOfCourse(services.db, one.course.id)).filter(it => it.id !== one.id && takesPeople(it))
      : []
    const count = (value: number | undefined) => formatNumber(value ?? 0, language)
    return page(
      c,
      {
        title: `${m(c).people} · ${one.name}`,
        wide: true,
        status: typed.error ? 422 : 200,
        breadcrumb: [
          { href: '/kelas', label: classMessages[language].classes },
          { href: `/kelas/${one.id}`, label: one.name },
        ],
      },
      PeoplePage({
        m: m(c),
        id: one.id,
        title: m(c).people,
        course: `${one.course.title} · ${one.name}`,
        tabs: classTabs(one.id, 'peserta', 'holder', one.startsOn !== null, language),
        tabsLabel: classMessages[language].tabs,
        figure: {
          value: count(one.seats.taken),
          sentence: m(c).peopleSentence(count(counts.waiting), count(counts.requested)),
          decide: decides && (counts.requested ?? 0) > 0 && filter.state !== 'requested',
        },
        rows: rows.map(row => personCells(row, language, one, decides ? actorOf(c).pegawaiId : null)),
        values: { q: filter.q, keadaan: filter.state ?? '', cara: filter.way ?? '' },
        choices: {
          keadaan: enrolmentStates
            .filter(state => counts[state])
            .map(value => ({ value, label: `${enrolmentStateLabels[language][value]} (${count(counts[value])})` })),
          cara: ways.map(value => ({ value, label: wayLabels[language][value] })),
          tujuan: others.map(it => ({ value: String(it.id), label: `${it.name} (${datesInWords(it, language)})` })),
        },
        sort,
        filtered: Boolean(filter.q || filter.state || filter.way),
        exportHref: listHref(c, { halaman: null }).replace('/peserta', '/peserta.xlsx'),
        nominateHref: takesPeople(one) && manageEnrolments(actorOf(c)).kind !== 'none' ? `/kelas/${one.id}/usulkan` : null,
        decides,
        ...typed,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/peserta', async c => peoplePage(c, await heldClass(c, services.db), nothing))

  app.get('/kelas/:id{[0-9]{1,9}}/peserta.xlsx', async c => {
    const language = c.get('language')
    const one = await heldClass(c, services.db)
    const { filter, order, descending } = asked(c)
    const rows = await asClass(services.db, one.id, async tx => {
      const found = await participants(tx, one.id, filter, { order, descending, offset: 0, limit: sheetRows })
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_enrolments',
        subject: `class:${one.id}`,
        instansiId: one.provider.instansiId,
        rows: found.length,
      })
      return found
    })
    const title = `${one.course.title} · ${one.name} · ${datesInWords(one, language)}`
    const bytes = await writeWorkbook([peopleSheet(rows, title, language, one.timeZone)])
    return spreadsheet(c, bytes, `peserta-kelas-${one.id}`, services.clock.today(one.timeZone))
  })

  app.post('/kelas/:id{[0-9]{1,9}}/peserta', async c => {
    const one = await organisedClass(c, services.db)
    const field = await formFields(c)
    const ids = await formIds(c, 'orang')
    const reason = field('alasan')
    const deed = field('tindakan')
    const flaw = flawOf(m(c), deed, ids, reason)
    if (flaw !== null) return peoplePage(c, one, { reason, ticked: ids, error: flaw })
    const [tone, words] = await decide(c, one, deed, ids, reason, Number(field('tujuan')))
    flash(c, tone, words)
    return c.redirect(`/kelas/${one.id}/peserta`, 303)
  })

  /** Does what was chosen for those who were ticked, and says what became of it. */
  const decide = async (
    c: Ctx,
    one: CourseClass,
    deed: string,
    ids: number[],
    reason: string,
    target: number,
  ): Promise<['ok' | 'warn', string]> => {
    const actor = actorOf(c)
    if (deed === 'setujui') {
      const n = await actions.approveRequests(services, actor, one.id, ids)
      return [n > 0 ? 'ok' : 'warn', m(c).approved(n, ids.length)]
    }
    if (deed === 'pindahkan') {
      const targets = await classesOfCourse(services.db, one.course.id)
      const to = targets.find(it => it.id === target && it.id !== one.id && organises(actor, it))
      const moved = to && (await actions.movePeople(services, actor, one.id, to.id, ids))
      if (!moved) return ['warn', m(c).notMoved]
      const n = moved.enrolled.length + moved.waiting.length
      return [n < ids.length ? 'warn' : 'ok', m(c).moved(n, ids.length, moved.waiting.length)]
    }
    if (deed === 'tolak') return ['ok', m(c).rejected(await actions.rejectRequests(services, actor, one.id, ids, reason))]
    return ['ok', m(c).takenOut(await actions.withdrawPeople(services, actor, one.id, ids, reason))]
  }

  return app
}
