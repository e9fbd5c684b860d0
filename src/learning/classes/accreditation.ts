import type { Db } from '../../platform/db/index.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { type Accreditation, accreditationOn, accreditations, remedies } from '../../providers/index.ts'
import type { Messages } from './messages.ts'

type Of = { programme: string | null; provider: { id: number } }
/** How a class stands with what its course asks to be accredited. `own`: what holds on its last day; `remedies`: who could hold it instead. */
type Standing = {
  own: Accreditation | null
  remedies: Accreditation[]
  words: (m: Messages, language: Language) => { sentence: string; holds: boolean; titip: { value: string; label: string }[] }
}

/** Null: nothing must be accredited. `lastDay` null: no day yet, or none at all. */
export async function accreditationFor(db: Db, { programme, provider }: Of, lastDay: string | null): Promise<Standing | null> {
  if (programme === null) return null
  const register = await accreditations(db, { open: true })
  const isDay = lastDay !== null && /^\d{4}-\d\d-\d\d$/.test(lastDay)
  const standing = isDay
    ? accreditationOn(
        register.filter(one => one.providerId === provider.id),
        programme,
        lastDay,
      )
    : null
  const own = standing?.state === 'holds' ? standing.accreditation : null
  const others = isDay && !own ? remedies(programme, lastDay, register).filter(one => one.providerId !== provider.id) : []
  return {
    own,
    remedies: others,
    words: (m, language) => {
      const day = (date: string) => formatDate(date, language)
      const titip = others.map(one => ({
        value: String(one.providerId),
        label: `${one.provider} (${one.peringkat}, ${day(one.untilDate)})`,
      }))
      if (!isDay) return { sentence: m.accreditationWants(programme), holds: true, titip }
      if (own) return { sentence: m.accreditationHolds(programme, own.peringkat, day(own.untilDate)), holds: true, titip }
      const sentence =
        titip.length > 0 ? m.accreditationMissing(programme, day(lastDay)) : m.accreditationNobody(programme, day(lastDay))
      return { sentence, holds: false, titip }
    },
  }
}
