import { asJob, inScope } from '../../platform/db/index.ts'
import type { Ctx, Services } from '../../platform/http/context.ts'
import { page } from '../../platform/http/page.tsx'
import { formatDate, formatInstant, formatNumber, formatShare } from '../../platform/i18n/index.ts'
import { methodLabels } from '../labels.ts'
import type { FormError } from './draft-form.ts'
import { crumbsOf, type Here, tabsOf } from './here.ts'
import { campaignLabels, stateTone } from './labels.ts'
import { messages } from './messages.ts'
import { CampaignPage, type PartCells } from './pages/show.tsx'
import { ratingPolicyAt } from './policy.ts'
import { ruleWords } from './rule-words.ts'
import { shareOut } from './rules/waves.ts'
import { changesOf, officeWaves } from './store/campaign.ts'
import { askedOf, movedAway, type ProgressRow, picksOf, progressOf, type Stage, withoutPeers } from './store/participants.ts'
import { type Preview, previewOf } from './store/population.ts'
import { remindersOf } from './store/reminders.ts'

/** Which of the three forms was refused, with what was typed. */
export type Again = { form: 'extend' | 'close' | 'remind'; values: Record<string, string>; errors: FormError[] }
type Sum = Record<Stage, number> & { withoutTasks: number }

const none: Sum = { waiting: 0, invited: 0, started: 0, finished: 0, left: 0, withoutTasks: 0 }
const add = (a: Sum, b: ProgressRow): Sum => ({
  waiting: a.waiting + b.waiting,
  invited: a.invited + b.invited,
  started: a.started + b.started,
  finished: a.finished + b.finished,
  left: a.left + b.left,
  withoutTasks: a.withoutTasks + b.withoutTasks,
})
const counted = (sum: Sum) => sum.invited + sum.started + sum.finished

/** Rows of progress added up by a part of them, in the order they come. */
function sumBy<K>(rows: readonly ProgressRow[], key: (row: ProgressRow) => K): Map<K, Sum> {
  const sums = new Map<K, Sum>()
  for (const row of rows) sums.set(key(row), add(sums.get(key(row)) ?? none, row))
  return sums
}

/** A draft has no participants yet: whom the rule takes in today stands for them. */
const asProgress = (preview: Preview, waves: ReadonlyMap<number, number>): ProgressRow[] =>
  preview.offices.map(office => ({
    ...none,
    wave: waves.get(office.unitId) ?? 1,
    unitId: office.unitId,
    unit: office.name,
    invited: office.people,
  }))

/** The page of one campaign. */
export async function campaignPage(c: Ctx, services: Services, here: Here, again: Again | null = null) {
  const { campaign, home, today, manages } = here
  const language = c.get('language')
  const m = messages[language]
  const labels = campaignLabels[language]
  const number = (n: number) => formatNumber(n, language)
  const day = (date: string) => formatDate(date, language)
  const isDraft = campaign.state === 'draft'
  const read = await inScope(services.db, here.scope, async tx => {
    const preview = isDraft ? await previewOf(tx, askedOf(campaign, await picksOf(tx, campaign.id)), today) : null
    return {
      preview,
      rows: preview ? asProgress(preview, await wavesOfDraft(tx, campaign, preview)) : await progressOf(tx, campaign.id),
      history: isDraft ? [] : await changesOf(tx, campaign.id),
      reminders: isDraft ? [] : await remindersOf(tx, campaign.id),
      alone:
        campaign.state === 'open' && campaign.sharedAt !== null && campaign.methods.includes('penilaian_rekan')
          ? { people: await withoutPeers(tx, campaign.id), ...(await ratingPolicyAt(tx, campaign.instansi.id, today)).policy }
          : null,
      rule: await ruleWords(tx, campaign, language),
    }
  })
  // Who moved to another government lies beyond the scope: that they did is counted, who they are is not shown.
  const moved = isDraft ? 0 : await asJob(services.db, tx => movedAway(tx, campaign.id, campaign.instansi.id))
  const all = [...sumBy(read.rows, () => 'all').values()][0] ?? none
  const people = counted(all)
  const share = people === 0 ? 0 : all.finished / people
  const cells = (key: string, name: string, query: string, sum: Sum, warning: string | null = null): PartCells => ({
    key,
    name,
    href: isDraft ? `${home}/gelombang` : `${home}/peserta?${query}`,
    people: number(counted(sum)),
    share: counted(sum) === 0 ? 0 : sum.finished / counted(sum),
    progress: isDraft ? null : m.finishedOf(number(sum.finished), number(counted(sum))),
    warning,
  })
  const byWave = sumBy(read.rows, row => row.wave)
  const waves = campaign.waves.map(wave => {
    const sum = byWave.get(wave.number) ?? none
    const over = wave.quota === null ? 0 : counted(sum) - wave.quota
    const dates = m.days(day(wave.startsOn), day(wave.endsOn))
    const words = over > 0 ? `${dates} · ${m.quotaOver(number(counted(sum)), number(wave.quota!), number(over))}` : dates
    return cells(String(wave.number), m.waveN(number(wave.number)), `gelombang=${wave.number}`, sum, words)
  })
  const offices = [...sumBy(read.rows, row => row.unitId)].map(([unitId, sum]) =>
    cells(String(unitId), read.rows.find(row => row.unitId === unitId)!.unit, `unit=${unitId}`, sum),
  )
  const startsOn = campaign.waves.map(wave => wave.startsOn).sort()[0] ?? today
  const endsOn =
    campaign.waves
      .map(wave => wave.endsOn)
      .sort()
      .at(-1) ?? today
  const stageHref = (stage: Stage) => `${home}/peserta?keadaan=${stage}`
  const isOpen = campaign.state === 'open'
  const formState = (form: Again['form'], values: Record<string, string>) =>
    again?.form === form ? { values: again.values, errors: again.errors } : { values, errors: [] }
  const doneWords = () => {
    if (people === 0) return m.doneNobody
    if (all.finished === people) return isOpen ? m.doneAll : m.closedAll
    return isOpen
      ? m.doneSentence(number(all.finished), number(people), number(people - all.finished))
      : m.closedSentence(number(all.finished), number(people))
  }
  return page(
    c,
    { title: campaign.name, wide: true, breadcrumb: crumbsOf(c, null), status: again ? 422 : 200 },
    CampaignPage({
      m,
      home,
      name: campaign.name,
      eyebrow: campaign.instansi.name,
      lead: m.days(day(startsOn), day(endsOn)),
      state: { text: labels.state[campaign.state], tone: stateTone[campaign.state] },
      tabs: tabsOf(c, campaign, 'progress'),
      figure: isDraft
        ? {
            value: number(people),
            label: m.draftFigure,
            sentence: people === 0 ? m.previewNobody : m.draftSentence,
            tone: people === 0 ? 'warn' : 'neutral',
          }
        : {
            value: formatShare(share, language),
            label: m.done,
            sentence: doneWords(),
            tone: people > 0 && all.finished === people ? 'ok' : 'neutral',
          },
      figures: isDraft
        ? []
        : (['invited', 'started', 'finished', 'left'] as const).map(stage => ({
            label: labels.stage[stage],
            value: number(all[stage] + (stage === 'left' ? moved : 0)),
            href: all[stage] > 0 ? stageHref(stage) : undefined,
          })),
      notices: [
        ...(isOpen && campaign.sharedAt === null
          ? [{ tone: 'info' as const, title: m.sharing, text: null, href: null, hrefLabel: '' }]
          : []),
        ...(isOpen && endsOn < today
          ? [{ tone: 'warn' as const, title: m.pastEnd(day(endsOn)), text: null, href: null, hrefLabel: '' }]
          : []),
        ...(isOpen && campaign.sharedAt !== null && all.withoutTasks > 0
          ? [
              {
                tone: 'warn' as const,
                title: m.withoutTasks(number(all.withoutTasks)),
                text: m.withoutTasksWhat,
                href: stageHref('invited'),
                hrefLabel: m.tabs.people,
              },
            ]
          : []),
        ...(read.alone && read.alone.people > 0
          ? [
              {
                tone: 'info' as const,
                title: m.withoutPeers(number(read.alone.people), number(read.alone.threshold)),
                text: m.withoutPeersWhat,
                href: null,
                hrefLabel: '',
              },
            ]
          : []),
        ...(read.preview && read.preview.withoutStandard > 0
          ? [
              {
                tone: 'warn' as const,
                title: m.withoutStandard(number(read.preview.withoutStandard)),
                text: null,
                href: '/standar',
                hrefLabel: m.jabatan,
              },
            ]
          : []),
        ...(all.left + moved > 0
          ? [
              {
                tone: 'info' as const,
                title: m.leavers(number(all.left + moved)),
                text: moved > 0 ? m.leaversMoved(number(moved)) : null,
                href: all.left > 0 ? stageHref('left') : null,
                hrefLabel: m.tabs.people,
              },
            ]
          : []),
      ],
      newcomers: isOpen && all.waiting > 0 ? { title: m.newcomersTitle(number(all.waiting)), href: stageHref('waiting') } : null,
      waves,
      offices,
      facts: [
        { label: m.purpose, value: labels.purpose[campaign.purpose] },
        { label: m.legalBasis, value: campaign.legalBasis },
        { label: m.methods, value: campaign.methods.map(method => methodLabels[language][method]).join(', ') },
        { label: m.ratersEach, value: number(campaign.ratersEach) },
      ],
      rule: read.rule,
      history: read.history.map((line, index) => ({
        key: String(index),
        text: m.historyLine(
          [labels.change[line.kind], line.until && m.historyUntil(day(line.until))].filter(Boolean).join(' '),
          line.who ?? m.system,
          formatInstant(new Date(line.at), language, campaign.instansi.timeZone),
        ),
        reason: line.reason,
      })),
      reminders: read.reminders.map(one => ({
        dueOn: one.dueOn,
        day: day(one.dueOn),
        state: one.doneAt ? m.reminderDone(number(one.raters ?? 0)) : isOpen ? m.reminderWaiting : m.reminderOver,
        waiting: isOpen && one.doneAt === null,
      })),
      may: {
        edit: manages && isDraft,
        open: manages && isDraft && people > 0 ? m.openConfirm(number(people)) : null,
        run: manages && isOpen,
        close: manages && isOpen,
        archive: manages && campaign.state === 'closed',
        results:
          campaign.state === 'closed' || campaign.state === 'archived'
            ? `/pemetaan/rekap?instansi=${encodeURIComponent(campaign.instansi.regionCode)}&kampanye=${campaign.id}&tujuan=${campaign.purpose}`
            : null,
      },
      waveChoices: campaign.waves.map(wave => ({ value: String(wave.number), label: m.waveN(number(wave.number)) })),
      extend: formState('extend', { sampai: '', alasan: '', gelombang: '' }),
      close: formState('close', { alasan: '' }),
      remind: formState('remind', { ingat: '' }),
    }),
  )
}

/** Which wave each office would fall into: as it was set, else by the quotas. */
export async function wavesOfDraft(
  tx: Parameters<typeof officeWaves>[0],
  campaign: Here['campaign'],
  preview: Preview,
): Promise<Map<number, number>> {
  const set = await officeWaves(tx, campaign.id)
  const shared = shareOut(preview.offices, campaign.waves)
  return new Map([...shared].map(([unit, wave]) => [unit, set.get(unit) ?? wave]))
}
