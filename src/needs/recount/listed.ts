import { z } from 'zod'
import type { Policy } from '../../policies/index.ts'
import { leastKnown, ruleVersion } from '../rules/priority.ts'
import { type PriorityValue, policyOf } from '../rules/weights.ts'
import type { NeedRow } from '../store.ts'
import type { ListedNeed, NeedList } from './rules/difference.ts'

const share = z.number().nullable()
const need = z.object({
  kind: z.enum(['gap', 'performance', 'organisation', 'mandate', 'training']),
  post: z.enum(['held', 'aimed']),
  code: z.string(),
  name: z.string(),
  jenjang: z.string().nullable(),
  levelFrom: z.number().nullable(),
  levelTo: z.number().nullable(),
  people: z.number(),
  staff: z.number(),
  gap: share,
  dif: share,
  goal: share,
  mandate: share,
  reach: share,
  score: share,
  tier: z.enum(['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']),
})
const percent = z.number()
const list = z.object({
  form: z.literal('needs-1'),
  needs: z.array(need),
  ruleVersion: z.string(),
  priority: z.object({
    version: z.number(),
    source: z.string(),
    value: z.object({
      gap: percent,
      dif: percent,
      goal: percent,
      mandate: percent,
      reach: percent,
      urgentFrom: percent,
      importantFrom: percent,
      urgentKnown: z.number().default(leastKnown), // lists issued before this was a choice asked for no more
    }),
  }),
  calculatedAt: z.string().nullable(),
})
type Kept = z.infer<typeof list>

const listedNeed = (row: NeedRow): ListedNeed => ({
  kind: row.kind,
  post: row.post,
  code: row.kind === 'gap' ? row.competency_code! : (row.subject ?? row.title ?? ''),
  name: row.title ?? row.competency_name ?? row.subject ?? '',
  jenjang: row.jenjang,
  levelFrom: row.level_from,
  levelTo: row.level_to,
  people: row.people,
  staff: row.staff,
  gap: row.gap,
  dif: row.dif,
  goal: row.goal,
  mandate: row.mandate,
  reach: row.reach,
  score: row.score,
  tier: row.tier,
})

/** A list of needs as an issued document keeps it, with what made it: highest score first, as it is printed. */
export const listOf = (rows: readonly NeedRow[], policy: Policy<PriorityValue>, calculatedAt: Date | null): Kept => ({
  form: 'needs-1',
  needs: rows.map(listedNeed),
  ruleVersion: rows[0]?.rule_version ?? ruleVersion,
  priority: { version: policy.version, source: policy.source, value: policy.value },
  calculatedAt: calculatedAt?.toISOString() ?? null,
})

/** A kept list; null where a document kept none, or one of another form. */
export function keptList(kept: unknown): NeedList | null {
  const read = list.safeParse(kept)
  if (!read.success) return null
  return { needs: read.data.needs, ruleVersion: read.data.ruleVersion, policy: policyOf(read.data.priority.value) }
}
