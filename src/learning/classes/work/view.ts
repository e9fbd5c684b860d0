import type { Actor } from '../../../platform/actor.ts'
import type { Services } from '../../../platform/http/context.ts'
import { formatNumber, type Language } from '../../../platform/i18n/index.ts'
import { mayTeach, openProviders } from '../../../providers/index.ts'
import { datesInWords } from '../class-cells.ts'
import { messages } from './messages.ts'
import type { WorkView } from './pages/home.tsx'
import { type ClassStep, inOrder } from './rules/next.ts'
import { classesAtWork } from './store.ts'

const most = 20
const places: Record<ClassStep, string> = {
  attend: '/hadir',
  close: '/penutupan',
  score: '/nilai',
  decide: '/peserta?keadaan=requested',
  open: '',
  timetable: '/jadwal',
}

/** The classes that somebody holds, in words, with what each waits for. */
export async function classWork(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  language: Language,
): Promise<WorkView> {
  const m = messages[language]
  const number = (n: number) => formatNumber(n, language)
  const providerIds = (await openProviders(db)).filter(one => mayTeach(actor, one)).map(one => one.id)
  const held = { providerIds, account: actor.accountId, pegawaiId: actor.pegawaiId }
  const classes = inOrder(await classesAtWork(db, held, clock.now()))
  const waiting = classes.filter(({ step }) => step !== null).length
  const all = number(classes.length)
  return {
    m,
    figure:
      classes.length === 0
        ? null
        : { value: number(waiting), sentence: waiting > 0 ? m.sentence(all) : m.nothing(all), waits: waiting > 0 },
    // One without dates that waits for nothing is not worth a row.
    rows: classes
      .filter(({ one, step }) => step !== null || one.startsOn !== null)
      .slice(0, most)
      .map(({ one, step }) => ({
        id: one.id,
        course: one.course,
        name: one.name,
        dates: datesInWords(one, language),
        people: m.peopleOf(number(one.taken), one.seatsMax === null ? null : number(one.seatsMax)),
        step: step && { label: m.steps[step], href: `/kelas/${one.id}${places[step]}` },
      })),
    makes: providerIds.length > 0,
  }
}
