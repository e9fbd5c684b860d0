import { coverageByUnit, coverageOf } from '../../assessment/index.ts'
import type { Making } from '../../platform/documents/index.ts'
import { policyAt } from '../../policies/index.ts'
import { listCompetencies } from '../../standards/index.ts'
import { priorityPolicy } from '../policies.ts'
import type { Tier } from '../rules/priority.ts'
import { type NeedKind, ranking, tierCounts } from '../store.ts'
import { heat } from '../store-heat.ts'
import { placeOf } from './place.ts'
import { belowExpectation, missingTrainings, peopleBehindAll } from './store.ts'

const most = 20_000
export const tiers: readonly Tier[] = ['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']
/** What else than gaps in competence an instansi may need, in the order of the document. */
export const otherKinds: readonly NeedKind[] = ['training', 'performance', 'organisation', 'mandate']

/** Everything the document says, read over one moment. */
export async function loadInstansi(making: Making) {
  const { subject, language } = making
  const id = subject.instansiId
  return making.read(async tx => {
    const place = await placeOf(tx, id, language)
    const today = making.today(place.timeZone)
    const all = await ranking(tx, { instansiIds: [id], kind: null, post: 'held' }, 0, most)
    return {
      ...place,
      today,
      all,
      needs: all.filter(need => need.kind === 'gap'),
      others: otherKinds
        .map(kind => ({ kind, needs: all.filter(need => need.kind === kind) }))
        .filter(({ needs }) => needs.length > 0),
      aimed: await ranking(tx, { instansiIds: [id], kind: 'gap', post: 'aimed' }, 0, most),
      counts: await tierCounts(tx, { instansiIds: [id], kind: null }),
      trainings: await missingTrainings(tx, id, null),
      performance: await belowExpectation(tx, id, null),
      coverage: (await coverageOf(tx, [id]))[0] ?? { active: 0, assessed: 0 },
      offices: await coverageByUnit(tx, id),
      cells: await heat(tx, id, null),
      competencies: await listCompetencies(tx),
      people: await peopleBehindAll(tx, id),
      policy: await policyAt(tx, priorityPolicy, id, today),
    }
  })
}
export type Loaded = Awaited<ReturnType<typeof loadInstansi>>
