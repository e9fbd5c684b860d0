import { coversInstansi, narrowTo, type Scope } from '../../platform/actor.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { manageCampaigns, readCampaigns } from './access.ts'
import { campaignAnywhere } from './actions.ts'
import { messages } from './messages.ts'
import type { Campaign } from './store/campaign.ts'

export type Here = { campaign: Campaign; scope: Scope; manages: boolean; today: string; home: string }

/** The campaign an address names, as far as this actor may see it. @throws Refusal 404 outside the scope */
export async function campaignHere(c: Ctx, services: Services): Promise<Here> {
  const actor = actorOf(c)
  const campaign = await campaignAnywhere(services, Number(c.req.param('id')))
  const scope = readCampaigns(actor)
  if (!campaign || !coversInstansi(scope, campaign.instansi.id)) throw notFound()
  return {
    campaign,
    scope: narrowTo(scope, [campaign.instansi.id]),
    manages: coversInstansi(manageCampaigns(actor), campaign.instansi.id),
    today: services.clock.today(campaign.instansi.timeZone),
    home: `/pemetaan/kampanye/${campaign.id}`,
  }
}

/** The same, for who runs it. @throws Refusal 403 where the actor may see it only */
export async function campaignToRun(c: Ctx, services: Services): Promise<Here> {
  const here = await campaignHere(c, services)
  if (!here.manages) throw forbidden()
  return here
}

export const wrongState = () => new Refusal(409, { id: messages.id.wrongState, en: messages.en.wrongState })

export const crumbsOf = (c: Ctx, campaign: Campaign | null) => {
  const m = messages[c.get('language')]
  return [
    { href: '/pemetaan', label: m.mapping },
    { href: '/pemetaan/kampanye', label: m.campaigns },
    ...(campaign ? [{ href: `/pemetaan/kampanye/${campaign.id}`, label: campaign.name }] : []),
  ]
}

/** The four pages of one campaign, beside each other. */
export const tabsOf = (c: Ctx, campaign: Campaign, current: 'progress' | 'people' | 'waves' | 'asesor') => {
  const { tabs } = messages[c.get('language')]
  const home = `/pemetaan/kampanye/${campaign.id}`
  const href = { progress: home, people: `${home}/peserta`, waves: `${home}/gelombang`, asesor: `${home}/asesor` }
  return (['progress', 'people', 'waves', 'asesor'] as const)
    .filter(tab => tab !== 'asesor' || campaign.methods.includes('assessment_center'))
    .map(tab => ({ href: href[tab], label: tabs[tab], current: tab === current }))
}
