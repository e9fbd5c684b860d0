import { Hono } from 'hono'
import {
  chosenInstansi,
  formatNip,
  type Instansi,
  jenjangLabels,
  listInstansi,
  personLabels,
  topUnits,
} from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { methodLabels } from '../labels.ts'
import { manageCampaigns } from './access.ts'
import * as actions from './actions.ts'
import { type FormError, formOf, nipsIn, readDraft, readPicks, type Typed, typedForm } from './draft-form.ts'
import { campaignToRun, crumbsOf, wrongState } from './here.ts'
import { campaignLabels } from './labels.ts'
import { messages } from './messages.ts'
import { DraftPage, type PreviewCells } from './pages/draft.tsx'
import { ratingPolicyAt } from './policy.ts'
import { campaignMethods } from './rules/outcome.ts'
import type { Campaign } from './store/campaign.ts'
import { picksOf } from './store/participants.ts'
import { type Asked, type Preview, peopleByNip } from './store/population.ts'

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
const empty: Typed = {
  text: { tujuan: 'pemetaan', penilai: '5', hasil: 'any' },
  many: { metode: ['penilaian_atasan', 'penilaian_diri'] },
}

/** The form of a campaign: `/pemetaan/kampanye/baru` and `/pemetaan/kampanye/:id/ubah`. */
export function draftRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const frameOf = async (c: Ctx, instansi: { id: number; timeZone: string }) => {
    const today = services.clock.today(instansi.timeZone)
    return inScope(services.db, narrowTo(manageCampaigns(actorOf(c)), [instansi.id]), async tx => ({
      today,
      units: await topUnits(tx, instansi.id),
      threshold: (await ratingPolicyAt(tx, instansi.id, today)).policy.threshold,
    }))
  }
  type Form = Awaited<ReturnType<typeof frameOf>>

  const previewCells = (c: Ctx, preview: Preview): PreviewCells => {
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    return {
      people: number(preview.people),
      nobody: preview.people === 0,
      sentence:
        preview.people === 0 ? m(c).previewNobody : m(c).previewSentence(number(preview.people), number(preview.offices.length)),
      warnings: [
        ...(preview.withoutStandard > 0 ? [m(c).withoutStandard(number(preview.withoutStandard))] : []),
        ...(preview.withoutJabatan > 0 ? [m(c).withoutJabatan(number(preview.withoutJabatan))] : []),
      ],
      firstTitle: m(c).previewFirst(number(preview.first.length)),
      first: preview.first.map(one => ({ ...one, nip: formatNip(one.nip) })),
      offices: preview.offices.map(one => ({ ...one, people: number(one.people) })),
    }
  }

  type Shown = { typed: Typed; errors?: FormError[]; preview?: Preview | null; notice?: string | null; status?: 200 | 409 | 422 }
  const draftPage = (c: Ctx, form: Form, campaign: Campaign | null, instansi: Pick<Instansi, 'regionCode'>, shown: Shown) => {
    const language = c.get('language')
    const labels = personLabels[language]
    const chosen = (shown.typed.many.unit ?? []).length
    const { errors = [], preview = null } = shown
    return page(
      c,
      {
        title: campaign ? `${m(c).edit}: ${campaign.name}` : m(c).newCampaign,
        breadcrumb: crumbsOf(c, campaign),
        status: shown.status ?? (errors.length > 0 ? 422 : 200),
      },
      DraftPage({
        m: m(c),
        title: campaign?.name ?? m(c).newCampaign,
        action: campaign ? `/pemetaan/kampanye/${campaign.id}` : '/pemetaan/kampanye',
        backHref: campaign
          ? `/pemetaan/kampanye/${campaign.id}`
          : `/pemetaan/kampanye?instansi=${encodeURIComponent(instansi.regionCode)}`,
        hidden: campaign ? { versi: shown.typed.text.versi ?? String(campaign.version) } : { instansi: instansi.regionCode },
        text: shown.typed.text,
        many: shown.typed.many,
        methods: campaignMethods.map(value => ({ value, label: methodLabels[language][value], help: m(c).methodHelp[value] })),
        purposes: options(campaignLabels[language].purpose),
        mapped: options(m(c).mappedChoices),
        units: form.units.map(unit => ({ value: String(unit.id), label: unit.name })),
        unitsSummary: chosen === 0 ? m(c).unitsAll : m(c).unitsSome(formatNumber(chosen, language)),
        jenis: options(labels.jenis),
        jenjang: options(jenjangLabels[language]),
        employment: options(labels.employment),
        ratersHelp: m(c).ratersEachHelp(formatNumber(form.threshold, language)),
        first: campaign === null,
        preview: preview && previewCells(c, preview),
        notice: shown.notice ?? null,
        errors,
        saveLabel: campaign ? m(c).saveChanges : m(c).save,
      }),
    )
  }

  /** What was typed, read; and, where it was asked for, whom it takes in. */
  const posted = async (c: Ctx, form: Form, instansiId: number, first: boolean) => {
    const typed = typedForm(await c.req.parseBody({ all: true }))
    const nips = [...nipsIn(typed.text.tambah ?? ''), ...nipsIn(typed.text.kecuali ?? '')]
    const found = await inScope(services.db, manageCampaigns(actorOf(c)), tx => peopleByNip(tx, instansiId, nips))
    const known = {
      jenis: Object.keys(personLabels.id.jenis),
      jenjang: Object.keys(jenjangLabels.id),
      employment: Object.keys(personLabels.id.employment),
      unitIds: form.units.map(unit => unit.id),
      threshold: form.threshold,
      first,
    }
    const read = readDraft(typed, known, m(c))
    const picks = readPicks(typed, found, m(c))
    const asked: Asked = {
      instansiId,
      population: read.draft.population,
      added: picks.picks.filter(one => one.kind === 'added').map(one => one.id),
      excluded: picks.picks.filter(one => one.kind === 'excluded').map(one => one.id),
    }
    const look = typed.text.langkah === 'lihat'
    const preview = look ? await actions.preview(services, actorOf(c), asked, form.today) : null
    return {
      typed,
      ...read,
      picks: picks.picks,
      errors: [...read.errors, ...picks.errors],
      pickErrors: picks.errors,
      look,
      preview,
    }
  }

  app.get('/pemetaan/kampanye/baru', async c => {
    const { chosen } = await chosenInstansi(c, services.db, manageCampaigns(actorOf(c)))
    return draftPage(c, await frameOf(c, chosen), null, chosen, { typed: empty })
  })

  app.post('/pemetaan/kampanye', async c => {
    const scope = manageCampaigns(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    const code = typedForm(await c.req.parseBody({ all: true })).text.instansi ?? ''
    const instansi = (await listInstansi(services.db)).find(row => row.regionCode === code)
    if (!instansi || !coversInstansi(scope, instansi.id)) throw notFound()
    const form = await frameOf(c, instansi)
    const read = await posted(c, form, instansi.id, true)
    // To look is never refused for what is still missing elsewhere.
    if (read.look)
      return draftPage(c, form, null, instansi, { typed: read.typed, errors: read.pickErrors, preview: read.preview })
    if (read.errors.length > 0) return draftPage(c, form, null, instansi, read)
    const seed = Number(services.clock.now().getTime() % 2_000_000_000)
    const id = await actions.draftCampaign(services, actorOf(c), {
      ...read.draft,
      instansiId: instansi.id,
      wave: read.wave,
      picks: read.picks,
      seed,
    })
    flash(c, 'ok', m(c).saved)
    return c.redirect(`/pemetaan/kampanye/${id}`, 303)
  })

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}/ubah', async c => {
    const { campaign, scope } = await campaignToRun(c, services)
    if (campaign.state !== 'draft') throw wrongState()
    const picks = await inScope(services.db, scope, tx => picksOf(tx, campaign.id))
    return draftPage(c, await frameOf(c, campaign.instansi), campaign, campaign.instansi, { typed: formOf(campaign, picks) })
  })

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}', async c => {
    const { campaign, home } = await campaignToRun(c, services)
    if (campaign.state !== 'draft') throw wrongState()
    const form = await frameOf(c, campaign.instansi)
    const read = await posted(c, form, campaign.instansi.id, false)
    const show = (shown: Partial<Shown>) => draftPage(c, form, campaign, campaign.instansi, { typed: read.typed, ...shown })
    if (read.look) return show({ errors: read.pickErrors, preview: read.preview })
    if (read.errors.length > 0) return show({ errors: read.errors })
    const version = Number(read.typed.text.versi) || 0
    const saved = await actions.editCampaign(services, actorOf(c), campaign.id, version, { ...read.draft, picks: read.picks })
    if (!saved.ok) {
      if (saved.why === 'state') throw wrongState()
      const typed = { ...read.typed, text: { ...read.typed.text, versi: String(campaign.version) } }
      return show({ typed, notice: m(c).stale, status: 409 })
    }
    flash(c, 'ok', m(c).saved)
    return c.redirect(home, 303)
  })

  return app
}
