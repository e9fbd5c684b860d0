import { z } from 'zod'

/** The facts that cross capabilities: who says them is above, who hears them is a job. One schema each. */
export const facts = {
  /** People came, moved or changed post; or the tree did. */
  'people.changed': z.object({ instansiId: z.number() }),
  /** A standard of a jabatan or a class changed. */
  'standards.changed': z.object({ instansiId: z.number() }),
  /** Assessment results were recorded. */
  'assessment.recorded': z.object({ instansiId: z.number() }),
} as const

export type Fact = keyof typeof facts
export type FactPayload<F extends Fact> = z.infer<(typeof facts)[F]>
