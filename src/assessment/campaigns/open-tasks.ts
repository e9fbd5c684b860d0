import type { Actor } from '../../platform/actor.ts'
import { asRater, type Db } from '../../platform/db/index.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { asRaterOf } from './access.ts'
import { campaignLabels } from './labels.ts'
import { ratingMessages } from './rating-messages.ts'
import { openTasks } from './store/rating.ts'

/** What waits for somebody, in words; null where nothing does. */
export type OpenTaskCards = {
  title: string
  more: { href: string; label: string }
  first: { href: string; name: string; detail: string }[]
}

const shown = 3

/** The ratings that wait for who asks: for the home and team pages. */
export async function ownOpenTasks(db: Db, actor: Actor, today: string, language: Language): Promise<OpenTaskCards | null> {
  const { total, first } = await asRater(db, asRaterOf(actor), tx => openTasks(tx, today, shown))
  if (total === 0) return null
  const m = ratingMessages[language]
  return {
    title: m.openTitle(formatNumber(total, language)),
    more: { href: '/penilaian', label: m.openMore },
    first: first.map(task => ({
      href: `/penilaian/${task.id}`,
      name: task.relation === 'diri' ? m.you : task.ratedName,
      detail: [
        ...(task.relation === 'diri' ? [] : [campaignLabels[language].relation[task.relation]]),
        `${m.until.toLowerCase()} ${formatDate(task.endsOn, language)}`,
      ].join(' · '),
    })),
  }
}
