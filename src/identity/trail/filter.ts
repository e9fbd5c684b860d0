import { coversInstansi, type Scope } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { messages } from '../messages.ts'
import type { TrailFilter } from './store.ts'
import { soughtWords } from './words.ts'

/** As typed into the form. */
export type TrailValues = {
  q: string
  oleh: string
  perubahan: string
  tentang: string
  instansi: string
  dari: string
  sampai: string
}
type Place = { id: number; name: string; regionCode: string; timeZone: string }
export type Asked = { values: TrailValues; filter: TrailFilter; within: Place[]; timeZone: string }

/** What belongs to no single instansi, in the choice of instansi. */
export const ofNone = '-'
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The instant at which a day begins in a time zone of Indonesia, which knows no summer time. `days` later. */
function beginningOf(day: string, timeZone: string, days: number): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000
  const offset = { 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }[timeZone] ?? 7
  return new Date(midnight - offset * 3_600_000).toISOString()
}

/** What was asked for, within what the asker may read. @throws Refusal 404 for an instansi outside it */
export function readTrailFilter(c: Ctx, scope: Scope, everyone: readonly Place[], homeId: number | null): Asked {
  const query = (name: string, longest: number) => (c.req.query(name) ?? '').trim().slice(0, longest)
  const day = (name: string) => (isDay(query(name, 10)) ? query(name, 10) : '')
  const within = everyone.filter(row => coversInstansi(scope, row.id))
  const verb = query('perubahan', 60)
  const values: TrailValues = {
    q: query('q', 80),
    oleh: query('oleh', 80),
    perubahan: verb in messages.id.verbs ? verb : '',
    tentang: query('tentang', 80),
    instansi: query('instansi', 20),
    dari: day('dari'),
    sampai: day('sampai'),
  }
  const chosen = within.find(row => row.regionCode === values.instansi)
  const none = values.instansi === ofNone && scope.kind === 'nation'
  if (values.instansi !== '' && !chosen && !none) throw notFound()
  const timeZone = (chosen ?? within.find(row => row.id === homeId) ?? within[0])?.timeZone ?? 'Asia/Jakarta'
  return {
    values,
    within,
    timeZone,
    filter: {
      instansiIds: scope.kind === 'nation' ? null : 'instansi' in scope ? scope.instansi : [],
      only: none ? 0 : (chosen?.id ?? null),
      words: soughtWords(values.q, c.get('language')),
      who: values.oleh,
      verb: values.perubahan || null,
      subject: values.tentang || null,
      from: values.dari ? beginningOf(values.dari, timeZone, 0) : null,
      before: values.sampai ? beginningOf(values.sampai, timeZone, 1) : null,
    },
  }
}
