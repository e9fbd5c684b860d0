import { Hono } from 'hono'
import { formatNip } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { typedForm } from './draft-form.ts'
import { campaignHere, campaignToRun, crumbsOf, type Here, wrongState } from './here.ts'
import { campaignLabels, stageTone } from './labels.ts'
import { messages } from './messages.ts'
import { ParticipantPage, type RaterCells } from './pages/person.tsx'
import { leftWords } from './participant-routes.ts'
import { dropRater, type PickedRater, pickRater, removeParticipant } from './people-actions.ts'
import { anonymous } from './rules/outcome.ts'
import { asesorFor, eligibleRaters } from './store/asesor.ts'
import { type AskedRater, participantById, ratersOf } from './store/participants.ts'

const path = '/pemetaan/kampanye/:id{[0-9]{1,9}}/peserta/:pegawai{[0-9]{1,9}}'

const pickedIn = (text: string): PickedRater | null => {
  const found = /^(rekan|bawahan):(\d{1,9})$/.exec(text)
  if (found) return { relation: found[1] as 'rekan', pegawaiId: Number(found[2]) }
  const account = /^asesor:([\w-]{1,80})$/.exec(text)
  return account ? { relation: 'asesor', accountId: account[1]! } : null
}

/** One participant of a campaign and who rates them. */
export function personRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const personOf = (c: Ctx) => Number(c.req.param('pegawai'))

  const raterCells = (c: Ctx, rater: AskedRater): RaterCells => {
    const labels = campaignLabels[c.get('language')]
    const words = m(c).raterState
    const state = rater.submittedAt
      ? { text: words.submitted, tone: 'ok' as const }
      : rater.cancelledWhy
        ? { text: labels.cancelled[rater.cancelledWhy], tone: 'neutral' as const }
        : rater.startedAt
          ? { text: words.started, tone: 'warn' as const }
          : { text: words.waiting, tone: 'neutral' as const }
    return {
      id: rater.id,
      name: rater.name ?? '–',
      jabatan: rater.jabatan ?? '',
      relation: labels.relation[rater.relation],
      state,
      withdrawable: !rater.submittedAt && !rater.cancelledWhy && rater.relation !== 'integrasi',
    }
  }

  const personPage = async (c: Ctx, here: Here, again: { error: string; chosen: string } | null = null) => {
    const { campaign, home } = here
    const language = c.get('language')
    const pegawaiId = personOf(c)
    const found = await inScope(services.db, here.scope, async tx => {
      const person = await participantById(tx, campaign.id, pegawaiId)
      if (!person) return null
      const runs =
        here.manages && campaign.state === 'open' && person.stage !== 'left' && person.stage !== 'waiting' && !person.resultsAt
      return {
        person,
        runs,
        raters: await ratersOf(tx, campaign.id, pegawaiId),
        eligible: runs ? await eligibleRaters(tx, campaign.id, pegawaiId) : [],
        asesor: runs ? await asesorFor(tx, campaign.instansi.id) : [],
      }
    })
    if (!found) throw notFound()
    const { person, runs } = found
    const own = actorOf(c).pegawaiId === pegawaiId
    const shown = found.raters.filter(rater => !(own && anonymous.includes(rater.relation)))
    const labels = campaignLabels[language]
    const number = (n: number) => formatNumber(n, language)
    return page(
      c,
      {
        title: `${person.name}: ${campaign.name}`,
        breadcrumb: [...crumbsOf(c, campaign), { href: `${home}/peserta`, label: m(c).participants }],
        status: again ? 422 : 200,
      },
      ParticipantPage({
        m: m(c),
        name: person.name,
        lead: [formatNip(person.nip), person.jabatan, person.unit].join(' · '),
        home,
        personHref: `${home}/peserta/${pegawaiId}`,
        profileHref: `/pegawai/${pegawaiId}`,
        stage: { text: labels.stage[person.stage], tone: stageTone[person.stage], sentence: leftWords(person, language) },
        figure: m(c).finishedOf(number(person.submitted), number(person.tasks)),
        raters: shown.map(rater => raterCells(c, rater)),
        own,
        runs: runs && !own,
        eligible: [
          ...found.asesor
            .filter(one => campaign.methods.includes('assessment_center') && one.pegawaiId !== pegawaiId)
            .map(one => ({ value: `asesor:${one.accountId}`, label: `${labels.relation.asesor}: ${one.name}` })),
          ...found.eligible
            .filter(one => campaign.methods.includes(one.relation === 'rekan' ? 'penilaian_rekan' : 'penilaian_bawahan'))
            .map(one => ({
              value: `${one.relation}:${one.id}`,
              label: `${labels.relation[one.relation]}: ${one.name} (${one.jabatan})`,
            })),
        ],
        error: again?.error ?? null,
        chosen: again?.chosen ?? '',
      }),
    )
  }

  app.get(path, async c => personPage(c, await campaignHere(c as Ctx, services)))

  app.post(`${path}/penilai`, async c => {
    const here = await campaignToRun(c as Ctx, services)
    const chosen = typedForm(await c.req.parseBody({ all: true })).text.penilai ?? ''
    const picked = pickedIn(chosen)
    const done = picked ? await pickRater(services, actorOf(c), here.campaign.id, personOf(c), picked) : 0
    if (done === null) throw wrongState()
    if (done === 0) return personPage(c, here, { error: m(c).raterRefused, chosen })
    flash(c, 'ok', m(c).raterAdded)
    return c.redirect(`${here.home}/peserta/${personOf(c)}`, 303)
  })

  app.post(`${path}/penilai/:task{[0-9]{1,9}}/tarik`, async c => {
    const { campaign, home } = await campaignToRun(c as Ctx, services)
    const done = await dropRater(services, actorOf(c), campaign.id, personOf(c), Number(c.req.param('task')))
    if (done === null) throw wrongState()
    flash(c, done > 0 ? 'ok' : 'info', done > 0 ? m(c).withdrawn : m(c).notWithdrawn)
    return c.redirect(`${home}/peserta/${personOf(c)}`, 303)
  })

  app.post(`${path}/keluarkan`, async c => {
    const { campaign, home } = await campaignToRun(c as Ctx, services)
    const done = await removeParticipant(services, actorOf(c), campaign.id, personOf(c))
    if (done === null) throw wrongState()
    if (done === 0) throw notFound()
    flash(c, 'ok', m(c).removed)
    return c.redirect(`${home}/peserta`, 303)
  })

  return app
}
