import { listInstansi, pegawaiByNip } from '../../people/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asJob, asRater, inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { decideActivities, ownActivities, partnerOf } from './access.ts'
import type { Part } from './rules/activity.ts'
import { type Activity, activityById, partsOf } from './store/activity.ts'
import { type ActivityLetter, lettersOf } from './store/letter.ts'
import { type OnRecord, onRecord } from './store/recorded.ts'

export type Seen = { activity: Activity; parts: Part[]; letters: ActivityLetter[]; recorded: OnRecord | null } & Awaited<
  ReturnType<typeof partsOf>
>

/**
 * One activity with what belongs to it, and which parts the asker has in it: whose it is, who accompanies it, who decides on it.
 * @throws Refusal 404 for anybody else
 */
export async function activityHere({ db }: Pick<Services, 'db'>, actor: Actor, id: number): Promise<Seen> {
  const load = async (tx: Parameters<typeof partsOf>[0]) => {
    const activity = await activityById(tx, id)
    if (!activity) return null
    const recorded = activity.state === 'approved' ? await onRecord(tx, activity) : null
    return { activity, ...(await partsOf(tx, activity)), letters: await lettersOf(tx, activity), recorded }
  }
  const parts: Part[] = []
  let found: Awaited<ReturnType<typeof load>> = null
  if (actor.pegawaiId !== null) {
    found = await inScope(db, ownActivities(actor), load)
    if (found) parts.push('learner')
    else {
      found = await asRater(db, partnerOf(actor), load)
      if (found?.activity.state === 'draft') found = null
      if (found) parts.push('partner')
    }
  }
  if (!parts.includes('learner')) {
    const decided = await inScope(db, decideActivities(actor), load)
    if (decided && decided.activity.state !== 'draft') {
      found ??= decided
      parts.push('approver')
    }
  }
  if (!found) throw notFound()
  return { ...found, parts }
}

/**
 * Who may be asked to accompany the actor: of the own instansi, of the one that guides it or of one that it guides, and who does so already
 * (`stands`). Null for anybody else, wherever they are, so that nobody learns here whose NIP exists.
 */
export async function partnerOfNip({ db }: Pick<Services, 'db'>, actor: Actor, typed: string, stands: Activity | null) {
  const nip = typed.replace(/\D/g, '')
  const found = nip.length === 18 ? await asJob(db, tx => pegawaiByNip(tx, nip)) : null
  if (!found || found.pegawaiId === stands?.partnerId) return found
  const everyone = await listInstansi(db)
  const guideOf = (id: number | null) => everyone.find(one => one.id === id)?.guidedBy ?? null
  const home = actor.homeInstansiId
  const near = found.instansiId === home || found.instansiId === guideOf(home) || guideOf(found.instansiId) === home
  return home !== null && near ? found : null
}
