import { Hono } from 'hono'
import { topUnits } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { listCompetencies } from '../../standards/index.ts'
import { keepProposal, type Saved, sendProposal, takeBack } from './actions.ts'
import { messages } from './messages.ts'
import { ProposalFormPage } from './pages/form.tsx'
import { nameablePeople, proposalHere, proposalScope, type Standing, standingOf } from './place.ts'
import { callSentence } from './present.ts'
import { callOfDay, may, type ProposalFlaw, readProposal, type TypedProposal } from './rules/proposal.ts'
import { type Call, callsOf, namedIn, type ProposalRow } from './store.ts'

const blank: TypedProposal = {
  unit: '',
  about: '',
  competency: '',
  level: '',
  training: '',
  title: '',
  reason: '',
  urgency: '',
  people: '',
  named: [],
}
/** The names that the inputs of the form bear. */
const inputs: Record<keyof TypedProposal, string> = {
  unit: 'unit',
  about: 'perihal',
  competency: 'kompetensi',
  level: 'tingkat',
  training: 'pelatihan',
  title: 'judul',
  reason: 'alasan',
  urgency: 'urgensi',
  people: 'orang',
  named: 'nama',
}

/** Proposing: begin, change, send, take back. */
export function formRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** For whom somebody may propose: the units they head or operate, and, for who verifies, every office. */
  const unitChoices = async (standing: Standing) => {
    const offices = standing.verifies ? await inScope(db, proposalScope(standing), tx => topUnits(tx, standing.instansi.id)) : []
    const units = new Map([...standing.units, ...offices].map(unit => [unit.id, unit.name]))
    if (units.size === 0) throw forbidden()
    return [...units].map(([value, label]) => ({ value: String(value), label }))
  }

  const callNow = (standing: Standing) =>
    inScope(db, proposalScope(standing), async tx => callOfDay(await callsOf(tx, standing.instansi.id), standing.today))

  type Shown = {
    units: { value: string; label: string }[]
    typed: TypedProposal
    flaws: readonly ProposalFlaw[]
    proposal: ProposalRow | null
    call: Call | null
  }

  const formPage = async (c: Ctx, standing: Standing, { units, typed, flaws, proposal, call }: Shown) => {
    const language = c.get('language')
    const words = m(c)
    const people = await nameablePeople(services, actorOf(c))
    const competencies = await listCompetencies(db)
    return page(
      c,
      {
        title: proposal ? words.editTitle : words.formTitle,
        status: flaws.length > 0 ? 422 : 200,
        breadcrumb: [{ href: `/usulan?instansi=${standing.instansi.regionCode}`, label: words.proposals }],
      },
      ProposalFormPage({
        m: words,
        title: proposal ? words.editTitle : words.formTitle,
        call: call && { sentence: callSentence(call, standing.today, language), note: call.note },
        action: proposal ? `/usulan/${proposal.id}` : '/usulan',
        backHref: proposal ? `/usulan/${proposal.id}` : `/usulan?instansi=${standing.instansi.regionCode}`,
        instansi: standing.instansi.regionCode,
        typed,
        inputs,
        units,
        competencies: competencies.map(one => ({ value: String(one.id), label: `${one.code} ${one.name}` })),
        people: people.map(one => ({ id: one.pegawaiId, name: one.name, jabatan: one.jabatan ?? '' })),
        errors: flaws.map(({ field, flaw }) => ({
          field: inputs[field],
          message: words.flaws[`${field}_${flaw}`] ?? words.flaws.otherwise,
        })),
      }),
    )
  }

  const readTyped = async (c: Ctx): Promise<TypedProposal> => {
    const field = await formFields(c)
    const text = (name: keyof TypedProposal, most: number) => field(inputs[name]).slice(0, most)
    return {
      unit: text('unit', 9),
      about: text('about', 20),
      competency: text('competency', 9),
      level: text('level', 1),
      training: text('training', 200),
      title: text('title', 200),
      reason: text('reason', 2000),
      urgency: text('urgency', 10),
      people: text('people', 9),
      named: await formIds(c, inputs.named),
    }
  }

  const known = async (c: Ctx, units: Shown['units']) => ({
    unitIds: units.map(unit => Number(unit.value)),
    competencies: new Map((await listCompetencies(db)).map(one => [one.id, one.name])),
    peopleIds: new Set((await nameablePeople(services, actorOf(c))).map(one => one.pegawaiId)),
  })

  const tell = (c: Ctx, saved: Saved, call: Call, send: boolean) => {
    const words = m(c)
    const day = (date: string) => formatDate(date, c.get('language'))
    if (saved.sent) flash(c, 'ok', words.wasSent)
    else if (!send) flash(c, 'ok', words.saved)
    else flash(c, 'warn', saved.stands === 'late' ? words.tooLate(day(call.closesOn)) : words.tooEarly(day(call.opensOn)))
    return c.redirect(`/usulan/${saved.id}`, 303)
  }

  app.get('/usulan/baru', async c => {
    const standing = await standingOf(c, services)
    const units = await unitChoices(standing)
    const call = await callNow(standing)
    const unit = units.length === 1 ? units[0]!.value : ''
    return formPage(c, standing, { units, typed: { ...blank, unit }, flaws: [], proposal: null, call })
  })

  app.post('/usulan', async c => {
    const field = await formFields(c)
    const standing = await standingOf(c, services, field('instansi'))
    const typed = await readTyped(c)
    const call = await callNow(standing)
    const units = await unitChoices(standing)
    const read = readProposal(typed, await known(c, units))
    if (!read.ok || !call) return formPage(c, standing, { units, typed, flaws: read.ok ? [] : read.flaws, proposal: null, call })
    const send = field('kirim') !== ''
    const saved = await keepProposal(services, actorOf(c), call, { id: null, values: read.values, send, today: standing.today })
    return tell(c, saved!, call, send)
  })

  /** The proposal of the address, where it is one's own to change, and its call. */
  const ownHere = async (c: Ctx) => {
    const { standing, proposal, isOwn } = await proposalHere(c, services)
    if (!isOwn) throw forbidden()
    const calls = await inScope(db, proposalScope(standing), tx => callsOf(tx, standing.instansi.id))
    const call = calls.find(one => one.id === proposal.callId)
    if (!call) throw notFound()
    return { standing, proposal, call }
  }
  const stale = (c: Ctx, proposal: ProposalRow) => {
    flash(c, 'warn', m(c).noLonger)
    return c.redirect(`/usulan/${proposal.id}`, 303)
  }

  app.get('/usulan/:id{[0-9]{1,9}}/ubah', async c => {
    const { standing, proposal, call } = await ownHere(c)
    if (!may(proposal.state, 'edit')) return stale(c, proposal)
    const named = await inScope(db, proposalScope(standing), tx => namedIn(tx, proposal.id))
    const about = proposal.competencyId !== null ? 'kompetensi' : proposal.training !== null ? 'pelatihan' : 'lainnya'
    const typed: TypedProposal = {
      unit: String(proposal.unitId),
      about,
      competency: String(proposal.competencyId ?? ''),
      level: String(proposal.level ?? ''),
      training: proposal.training ?? '',
      title: about === 'lainnya' ? proposal.title : '',
      reason: proposal.reason,
      urgency: proposal.urgency,
      people: String(proposal.people),
      named: named.map(one => one.pegawaiId),
    }
    return formPage(c, standing, { units: await unitChoices(standing), typed, flaws: [], proposal, call })
  })

  app.post('/usulan/:id{[0-9]{1,9}}', async c => {
    const { standing, proposal, call } = await ownHere(c)
    const field = await formFields(c)
    const typed = await readTyped(c)
    const units = await unitChoices(standing)
    const read = readProposal(typed, await known(c, units))
    if (!read.ok) return formPage(c, standing, { units, typed, flaws: read.flaws, proposal, call })
    const send = field('kirim') !== ''
    const kept = { id: proposal.id, values: read.values, send, today: standing.today }
    const saved = await keepProposal(services, actorOf(c), call, kept)
    return saved ? tell(c, saved, call, send) : stale(c, proposal)
  })

  app.post('/usulan/:id{[0-9]{1,9}}/kirim', async c => {
    const { standing, proposal, call } = await ownHere(c)
    const saved = await sendProposal(services, actorOf(c), call, proposal, standing.today)
    return saved ? tell(c, saved, call, true) : stale(c, proposal)
  })

  app.post('/usulan/:id{[0-9]{1,9}}/tarik', async c => {
    const { proposal } = await ownHere(c)
    if (!(await takeBack(services, actorOf(c), proposal, 'withdraw'))) return stale(c, proposal)
    flash(c, 'ok', m(c).withdrawn)
    return c.redirect(`/usulan/${proposal.id}`, 303)
  })

  app.post('/usulan/:id{[0-9]{1,9}}/hapus', async c => {
    const { standing, proposal } = await ownHere(c)
    if (!(await takeBack(services, actorOf(c), proposal, 'remove'))) return stale(c, proposal)
    flash(c, 'ok', m(c).removed)
    return c.redirect(`/usulan?instansi=${standing.instansi.regionCode}`, 303)
  })

  return app
}
