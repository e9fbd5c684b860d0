import { Hono } from 'hono'
import { goalsFor } from '../../goals/index.ts'
import { jenjangLabels, readPegawai } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import { manageNeeds } from '../access.ts'
import { goalChoices } from '../goal-choices.ts'
import { messages as needMessages } from '../messages.ts'
import { trainingKey } from '../rules/training-key.ts'
import { decide, type Verdict } from './actions.ts'
import { messages } from './messages.ts'
import { ProposalPage } from './pages/proposal.tsx'
import { proposalHere, proposalScope, type Standing } from './place.ts'
import { stateTone, urgencyTone, wishDetail } from './present.ts'
import { sameWish } from './rules/duplicates.ts'
import { may } from './rules/proposal.ts'
import { joinTargets, listProposals, namedIn, type ProposalRow } from './store.ts'

/** One proposal, what it was decided, and, for who verifies, the decision. */
export function decideRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  type Kept = {
    title: string
    goal: string
    goalLink: string
    note: string
    target: string
    why: string
    also: readonly number[] | null
  }
  type Answer = { kept: Kept; errors: { field: string; message: string }[] }

  const proposalPage = async (c: Ctx, standing: Standing, proposal: ProposalRow, isOwn: boolean, answer: Answer | null) => {
    const language = c.get('language')
    const words = m(c)
    const waits = standing.verifies && may(proposal.state, 'accept')
    const key = trainingKey(proposal.training ?? proposal.title)
    const seen = await inScope(db, proposalScope(standing), async tx => ({
      all: standing.reads
        ? await listProposals(tx, {
            instansiId: standing.instansi.id,
            callId: proposal.callId,
            unitIds: null,
            accountId: actorOf(c).accountId,
            state: null,
            opdId: null,
            q: '',
          })
        : [],
      targets: waits ? await joinTargets(tx, standing.instansi.id, { ...proposal, key }) : [],
      goals: waits ? await goalsFor(tx, standing.instansi.id) : [],
    }))
    const named = await inScope(db, readPegawai(actorOf(c)), tx => namedIn(tx, proposal.id))
    const similar = seen.all.filter(one => one.id !== proposal.id && sameWish(one, proposal))
    const number = (n: number) => formatNumber(n, language)
    const at = (date: Date) => formatInstant(date, language, standing.instansi.timeZone)
    const deed = (by: string | null, date: Date | null) => (date ? words.byAt(by ?? words.system, at(date)) : '')
    const needHref =
      proposal.needId !== null
        ? `/kebutuhan/${proposal.needId}`
        : proposal.statedId !== null
          ? `/kebutuhan/organisasi/${proposal.statedId}`
          : null
    const kept = answer?.kept
    const jenjang = (value: string | null) =>
      value ? jenjangLabels[language][value as Jenjang] : needMessages[language].everyJenjang
    return page(
      c,
      {
        title: proposal.title,
        status: answer ? 422 : 200,
        breadcrumb: [{ href: `/usulan?instansi=${standing.instansi.regionCode}`, label: words.proposals }],
      },
      ProposalPage({
        m: words,
        id: proposal.id,
        title: proposal.title,
        eyebrow: wishDetail(proposal, language),
        lead: words.forWhom(proposal.unit, proposal.opd),
        people: number(proposal.people),
        reason: proposal.reason,
        urgency: { label: words.urgencies[proposal.urgency], tone: urgencyTone[proposal.urgency] },
        state: { label: words.states[proposal.state], tone: stateTone[proposal.state] },
        facts: [
          { label: words.madeBy, value: deed(proposal.madeBy, proposal.madeAt) },
          { label: words.sentAt, value: proposal.sentAt ? at(proposal.sentAt) : '–' },
          { label: words.decidedBy, value: proposal.decidedAt ? deed(proposal.decidedBy, proposal.decidedAt) : words.notDecided },
          ...(proposal.decision ? [{ label: words.why, value: proposal.decision }] : []),
        ],
        needHref: standing.reads ? needHref : null,
        own: {
          edit: isOwn && may(proposal.state, 'edit'),
          send: isOwn && may(proposal.state, 'send'),
          withdraw: isOwn && may(proposal.state, 'withdraw'),
          remove: isOwn && may(proposal.state, 'remove'),
        },
        named: named.map(one => ({ id: one.pegawaiId, name: one.name, jabatan: one.jabatan ?? '–' })),
        similar: similar.map(one => ({
          id: one.id,
          title: one.title,
          unit: one.unit,
          people: number(one.people),
          state: words.states[one.state],
          tone: stateTone[one.state],
        })),
        decision: waits
          ? {
              also: similar
                .filter(one => may(one.state, 'accept'))
                .map(one => ({
                  id: one.id,
                  label: `${one.title} (${one.unit}, ${number(one.people)} ${words.peopleUnit})`,
                  checked: kept?.also ? kept.also.includes(one.id) : true,
                })),
              title: kept?.title ?? proposal.title,
              goals: goalChoices(seen.goals),
              goal: kept?.goal ?? '',
              goalLink: kept?.goalLink ?? '1',
              note: kept?.note ?? '',
              targets: seen.targets.map(target => ({
                value: target.statedId !== null ? `o${target.statedId}` : `k${target.needId}`,
                label: `${target.name} · ${jenjang(target.jenjang)} · ${number(target.people)} ${words.peopleUnit}`,
              })),
              target: kept?.target ?? '',
              why: kept?.why ?? '',
              errors: answer?.errors ?? [],
            }
          : null,
      }),
    )
  }

  app.get('/usulan/:id{[0-9]{1,9}}', async c => {
    const { standing, proposal, isOwn } = await proposalHere(c, services)
    return proposalPage(c, standing, proposal, isOwn, null)
  })

  /** What was typed, the proposals that are decided together, and the verdict or what is wrong with it. */
  const asked = async (c: Ctx) => {
    const here = await proposalHere(c, services)
    if (!here.standing.verifies) throw forbidden()
    const field = await formFields(c)
    const also = await formIds(c, 'bersama')
    const kept: Kept = {
      title: field('judul').slice(0, 200),
      goal: field('sasaran'),
      goalLink: field('kaitan'),
      note: field('catatan').slice(0, 1000),
      target: field('kebutuhan'),
      why: field('alasan').slice(0, 1000),
      also,
    }
    return { ...here, kept, ids: [here.proposal.id, ...also.filter(id => id !== here.proposal.id)] }
  }

  const settle = async (c: Ctx, here: Awaited<ReturnType<typeof asked>>, verdict: Verdict, done: string) => {
    const { standing, proposal, ids } = here
    const proposals = { instansiId: proposal.instansiId, ids, today: standing.today }
    const settled = await decide(services, actorOf(c), manageNeeds(actorOf(c)), proposals, verdict)
    if (settled) flash(c, 'ok', done)
    else flash(c, 'warn', m(c).noLonger)
    return c.redirect(`/usulan/${proposal.id}`, 303)
  }
  const refuse = (c: Ctx, here: Awaited<ReturnType<typeof asked>>, field: string, message: string) =>
    proposalPage(c, here.standing, here.proposal, here.isOwn, { kept: here.kept, errors: [{ field, message }] })

  app.post('/usulan/:id{[0-9]{1,9}}/terima', async c => {
    const here = await asked(c)
    const { proposal, kept, standing } = here
    if (kept.title.length < 5) return refuse(c, here, 'judul', m(c).needTitleShort)
    const goals = await inScope(db, proposalScope(standing), tx => goalsFor(tx, standing.instansi.id))
    const goalId = goals.find(goal => String(goal.id) === kept.goal)?.id ?? null
    const need = {
      kind: 'organisation' as const,
      year: proposal.year,
      title: kept.title,
      competencyId: proposal.competencyId,
      level: proposal.level,
      training: proposal.training,
      population: 'proposals' as const,
      jenjang: null,
      unitId: null,
      number: null,
      goalId,
      goalLink: goalId === null ? null : kept.goalLink === '0.5' ? (0.5 as const) : (1 as const),
      legalBasis: null,
      note: null,
    }
    return settle(c, here, { deed: 'accept', need, why: kept.note || null }, m(c).accepted)
  })

  app.post('/usulan/:id{[0-9]{1,9}}/gabung', async c => {
    const here = await asked(c)
    const { proposal, kept, standing } = here
    const key = trainingKey(proposal.training ?? proposal.title)
    const targets = await inScope(db, proposalScope(standing), tx => joinTargets(tx, standing.instansi.id, { ...proposal, key }))
    const into = targets.find(one => (one.statedId !== null ? `o${one.statedId}` : `k${one.needId}`) === kept.target)
    if (!into) return refuse(c, here, 'kebutuhan', m(c).joinMissing)
    const verdict: Verdict = { deed: 'join', into: { statedId: into.statedId, needId: into.needId }, why: kept.note || null }
    return settle(c, here, verdict, m(c).joined)
  })

  app.post('/usulan/:id{[0-9]{1,9}}/tolak', async c => {
    const here = await asked(c)
    if (here.kept.why.length < 10) return refuse(c, here, 'alasan', m(c).rejectMissing)
    return settle(c, here, { deed: 'reject', why: here.kept.why }, m(c).rejected)
  })

  return app
}
