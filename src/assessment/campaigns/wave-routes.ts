import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { setWaves } from './actions.ts'
import { type FormError, readWaves, typedForm } from './draft-form.ts'
import { campaignHere, campaignToRun, crumbsOf, type Here, tabsOf, wrongState } from './here.ts'
import { messages } from './messages.ts'
import { type OfficeFields, type WaveFields, WavesPage } from './pages/waves.tsx'
import { type Wave, type WaveFlaw, waveFlaws } from './rules/waves.ts'
import { wavesOfDraft } from './show.ts'
import { askedOf, picksOf, progressOf } from './store/participants.ts'
import { previewOf } from './store/population.ts'

type Shown = { values: Record<string, string>; errors: FormError[] }

/** `/pemetaan/kampanye/:id/gelombang`: dates, quotas, and which office falls into which wave. */
export function waveRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** The offices with how many people and which wave: of a draft by the rule, later by who is in it. */
  const officesOf = ({ campaign, scope, today }: Here) =>
    inScope(services.db, scope, async tx => {
      if (campaign.state !== 'draft') {
        return (await progressOf(tx, campaign.id)).map(row => ({
          unitId: row.unitId,
          name: row.unit,
          people: row.invited + row.started + row.finished,
          wave: row.wave,
        }))
      }
      const preview = await previewOf(tx, askedOf(campaign, await picksOf(tx, campaign.id)), today)
      const waves = await wavesOfDraft(tx, campaign, preview)
      return preview.offices.map(office => ({ ...office, wave: waves.get(office.unitId) ?? 1 }))
    })

  const valuesOf = (waves: readonly Wave[]) =>
    Object.fromEntries(
      waves.flatMap((wave, index) => [
        [`mulai-${index + 1}`, wave.startsOn],
        [`selesai-${index + 1}`, wave.endsOn],
        [`kuota-${index + 1}`, wave.quota === null ? '' : String(wave.quota)],
      ]),
    )

  const wavesPage = async (c: Ctx, here: Here, again: Shown | null) => {
    const { campaign, manages, home } = here
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const offices = await officesOf(here)
    const editable = manages && campaign.state === 'draft'
    const peopleIn = (wave: number) => offices.filter(one => one.wave === wave).reduce((sum, one) => sum + one.people, 0)
    const rows: WaveFields[] = campaign.waves.map((wave, index) => {
      const people = peopleIn(wave.number)
      const over = wave.quota === null ? 0 : people - wave.quota
      return {
        row: index + 1,
        title: m(c).waveN(number(wave.number)),
        help: editable ? null : m(c).days(formatDate(wave.startsOn, language), formatDate(wave.endsOn, language)),
        isNew: false,
        people: editable ? `${number(people)} ${m(c).people.toLowerCase()}` : number(people),
        warning: over > 0 ? m(c).quotaOver(number(people), number(wave.quota!), number(over)) : null,
      }
    })
    const fresh: WaveFields = {
      row: rows.length + 1,
      title: m(c).newWave,
      help: m(c).newWaveHelp,
      isNew: true,
      people: null,
      warning: null,
    }
    return page(
      c,
      {
        title: `${m(c).tabs.waves}: ${campaign.name}`,
        breadcrumb: crumbsOf(c, campaign),
        status: again ? 422 : 200,
        wide: !editable,
      },
      WavesPage({
        m: m(c),
        name: campaign.name,
        eyebrow: campaign.instansi.name,
        action: `${home}/gelombang`,
        tabs: tabsOf(c, campaign, 'waves'),
        editable,
        waves: editable ? [...rows, fresh] : rows,
        offices: offices.map((one): OfficeFields => ({ ...one, people: number(one.people), wave: String(one.wave) })),
        officesSummary: m(c).officesSummary(number(offices.length)),
        waveChoices: campaign.waves.map(wave => ({ value: String(wave.number), label: m(c).waveN(number(wave.number)) })),
        values: again?.values ?? valuesOf(campaign.waves),
        errors: again?.errors ?? [],
      }),
    )
  }

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}/gelombang', async c => wavesPage(c, await campaignHere(c, services), null))

  const flawMessage = (c: Ctx, { number, flaw }: WaveFlaw): FormError =>
    flaw === 'quota'
      ? { field: `kuota-${number}`, message: m(c).errors.quota }
      : flaw === 'dates'
        ? { field: `selesai-${number}`, message: m(c).errors.order }
        : { field: `mulai-${number}`, message: m(c).errors.waveOrder }

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/gelombang', async c => {
    const here = await campaignToRun(c, services)
    const typed = typedForm(await c.req.parseBody({ all: true }))
    const read = readWaves(typed, here.campaign.waves.length, m(c))
    const errors = read.errors.length > 0 ? read.errors : waveFlaws(read.waves).map(flaw => flawMessage(c, flaw))
    if (errors.length > 0) return wavesPage(c, here, { values: typed.text, errors })
    // A wave that was taken out closes the ranks: the numbers of those after it move down.
    const renumbered = new Map(read.waves.map((wave, index) => [wave.number, index + 1]))
    const waves = read.waves.map((wave, index) => ({ ...wave, number: index + 1 }))
    const offices = new Map(
      Object.entries(typed.text).flatMap(([name, value]): [number, number][] => {
        const unit = /^opd-(\d{1,9})$/.exec(name)?.[1]
        const wave = renumbered.get(Number(value))
        return unit && wave ? [[Number(unit), wave]] : []
      }),
    )
    const share = typed.text.langkah === 'bagi' || offices.size === 0
    const done = await setWaves(services, actorOf(c), here.campaign.id, waves, share ? null : offices)
    if (!done.ok) throw wrongState()
    flash(c, 'ok', m(c).wavesSaved)
    return c.redirect(`${here.home}/gelombang`, 303)
  })

  return app
}
