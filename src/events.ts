import { z } from 'zod'

/** The facts that cross capabilities: who says them is above, who hears them is a job. One schema each. */
export const facts = {
  /** People came, moved or changed post, or the tree did; of these people, or of anybody where none are named. */
  'people.changed': z.object({ instansiId: z.number(), pegawaiIds: z.array(z.number()).optional() }),
  /** A standard of a jabatan or a class changed. */
  'standards.changed': z.object({ instansiId: z.number() }),
  /** Assessment results were recorded; of these people, or of anybody where none are named. */
  'assessment.recorded': z.object({ instansiId: z.number(), pegawaiIds: z.array(z.number()).optional() }),
  /** A reminder of a campaign fell due: whose ratings are open was told so in the same transaction. */
  'ratings.due': z.object({ instansiId: z.number(), campaignId: z.number(), dueOn: z.string() }),
  /** What is known of needs beside the gap was typed: difficulty, importance, frequency, goal, mandate. */
  'factors.changed': z.object({ instansiId: z.number() }),
  /** A local rule was set: of one instansi, or (null) for all that have not chosen themselves. */
  'policies.changed': z.object({ instansiId: z.number().nullable(), kind: z.string() }),
  /** Ratings of performance were recorded, corrected or withdrawn; of these people, or of anybody where none are named. */
  'performance.recorded': z.object({ instansiId: z.number(), pegawaiIds: z.array(z.number()).optional() }),
  /** A plan, its goals or what they serve changed; `instansiId` null: a plan of the nation. */
  'goals.changed': z.object({ instansiId: z.number().nullable() }),
  /** What somebody learned was recorded, corrected or withdrawn; of these people, or of anybody where none are named. */
  'learning.recorded': z.object({ instansiId: z.number(), pegawaiIds: z.array(z.number()).optional() }),
  /** These people of one instansi passed what a class taught. */
  'learning.completed': z.object({ instansiId: z.number(), classId: z.number(), pegawaiIds: z.array(z.number()) }),
  /** These people, who had passed in a class, did not after all: a result was corrected. */
  'learning.revoked': z.object({ instansiId: z.number(), classId: z.number(), pegawaiIds: z.array(z.number()) }),
  /** Who is enrolled in a class changed, or its days did. */
  'learning.enrolled': z.object({ classId: z.number() }),
  /** Somebody was told something: what of it is sent outside the product is decided now. */
  'notices.told': z.object({ told: z.number() }),
} as const

export type Fact = keyof typeof facts
export type FactPayload<F extends Fact> = z.infer<(typeof facts)[F]>
