import { notify } from '../../notices/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { activityMessages } from './messages.ts'
import { type ActivityStep, kindsOfActivity } from './rules/activity.ts'
import { type Activity, leaderOf } from './store/activity.ts'

type What = ActivityStep | 'letter' | 'letter_withdrawn' | 'host'
const toLearner: readonly What[] = ['agree', 'return', 'reject', 'approve', 'reopen', 'letter', 'letter_withdrawn', 'host']

/** Who has to do something next (a duty), or wants to know. `moment` makes the notice one of its own; a step is known by the version it began at. */
export async function tell(tx: Tx, of: Activity, what: What, moment = String(of.version)): Promise<void> {
  const duty = what === 'propose' || what === 'report'
  const decider =
    what === 'propose' && kindsOfActivity[of.kind].partner ? of.partnerId : duty ? await leaderOf(tx, of.pegawaiId) : null
  const person = duty ? decider : toLearner.includes(what) ? of.pegawaiId : null
  if (person === null) return
  const { id, en } = activityMessages
  await notify(tx, [
    {
      topic: 'activity',
      to: { pegawaiIds: [person] },
      title: { id: id.told(id.kinds[of.kind], id.stepsDone[what]!), en: en.told(en.kinds[of.kind], en.stepsDone[what]!) },
      href: `/kegiatan/${of.id}`,
      duty,
      key: `activity:${of.id}:${what}:${moment}`,
    },
  ])
}
