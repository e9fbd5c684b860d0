import { accountsWith } from '../../identity/index.ts'
import { type Notice, notify } from '../../notices/index.ts'
import { timeZoneOf } from '../../people/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { formatDate, formatNumber, type Language, type Words } from '../../platform/i18n/index.ts'
import { choicesBy } from './choices.ts'
import { jpText } from './present.ts'
import { lastDayOf, lastDayOfMonth, yearOf } from './rules/day.ts'
import { requiredJp } from './rules/recognise.ts'
import { warnsOn } from './rules/standing.ts'
import { instansiWithPeople, type Short, shortOf } from './store/short.ts'
import { warnWords } from './warn-words.ts'

type Part = Pick<Services, 'db' | 'clock'>

const atOnce = 500 // notices a transaction
const namesShown = 10

const inBoth = (say: (w: (typeof warnWords)['id'], language: Language) => string): Words => ({
  id: say(warnWords.id, 'id'),
  en: say(warnWords.en, 'en'),
})

/** One notice a person, one an atasan, one who keeps the instansi; each again next month, and never twice in one. */
function noticesOf(
  short: readonly Short[],
  of: { id: number; name: string; regionCode: string; keepers: string[]; today: string; required: number },
): Notice[] {
  const { today, required } = of
  const year = yearOf(today)
  const month = today.slice(0, 7)
  const shared = { topic: 'jp' as const, duty: false, expiresOn: lastDayOfMonth(today) }
  const duty = (language: Language) => formatNumber(required, language)
  const own = short.map(
    (one): Notice => ({
      ...shared,
      to: { pegawaiIds: [one.pegawaiId] },
      title: inBoth(w => w.own(String(year))),
      body: inBoth((w, l) =>
        w.ownBody(
          jpText(one.recognised, l),
          duty(l),
          jpText(one.forecast, l),
          jpText(required * 10 - one.forecast, l),
          formatDate(lastDayOf(year), l),
        ),
      ),
      href: '/jp',
      key: `jp:short:${month}`,
    }),
  )
  const teams = [...Map.groupBy(short, one => one.atasanId)].flatMap(([atasanId, theirs]): Notice[] => {
    if (atasanId === null) return []
    const names = (l: Language) => {
      const more = theirs.length - namesShown
      const said = theirs.slice(0, namesShown).map(one => one.name)
      return [...said, ...(more > 0 ? [warnWords[l].more(formatNumber(more, l))] : [])].join(', ')
    }
    return [
      {
        ...shared,
        to: { pegawaiIds: [atasanId] },
        title: inBoth(w => w.team(String(year))),
        body: inBoth((w, l) => w.teamBody(formatNumber(theirs.length, l), duty(l), names(l))),
        href: '/jp/orang?keadaan=prakiraan',
        key: `jp:team:${month}`,
      },
    ]
  })
  const whole: Notice = {
    ...shared,
    to: { accountIds: of.keepers },
    title: inBoth(w => w.instansi(String(year), of.name)),
    body: inBoth((w, l) => w.instansiBody(formatNumber(short.length, l), duty(l))),
    href: `/jp/orang?instansi=${of.regionCode}&keadaan=prakiraan`,
    key: `jp:instansi:${of.id}:${month}`,
  }
  return [...own, ...teams, whole]
}

/** Warns in one instansi, from the month that it chose. Answers how many were told. */
async function warnInstansi({ db, clock }: Part, one: { id: number; name: string; regionCode: string }): Promise<number> {
  const found = await asJob(db, async tx => {
    const today = clock.today(await timeZoneOf(tx, one.id))
    const year = yearOf(today)
    const required = requiredJp('pns', year)
    const { warnFrom } = (await choicesBy(tx, one.id, today))(year).choice
    return required !== null && warnsOn(today, year, warnFrom) ? { today, year, required } : null
  })
  if (!found) return 0
  const notices = await asJob(db, async tx => {
    const short = await shortOf(tx, one.id, found.year, found.required)
    if (short.length === 0) return []
    const keepers = await accountsWith(tx, ['pengelola'], one.id)
    return noticesOf(short, { ...one, ...found, keepers: keepers.map(account => account.accountId) })
  })
  let told = 0
  for (let from = 0; from < notices.length; from += atOnce)
    told += (await asJob(db, tx => notify(tx, notices.slice(from, from + atOnce)))).told
  return told
}

/**
 * The early warning: who will not reach what the year asks, even by passing what they are in, is told so, their atasan and who keeps the
 * instansi with them. Asked every day, told once a month; killed in between it goes on where it was, since what was told is not told again.
 */
export async function warnOfJp(services: Part): Promise<number> {
  let told = 0
  for (const one of await asJob(services.db, instansiWithPeople)) told += await warnInstansi(services, one)
  return told
}
