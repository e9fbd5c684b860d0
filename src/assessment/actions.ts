import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import type { JpmCap } from '../regulation/index.ts'
import { setPolicy } from './access.ts'
import { setJpmPolicy } from './store/policy.ts'

/** Sets how the instansi caps its job person match, from today on. */
export async function chooseJpmCap(
  services: Services,
  actor: Actor,
  input: { instansiId: number; cap: JpmCap; legalBasis: string },
): Promise<void> {
  await inScope(services.db, setPolicy(actor), async tx => {
    const version = await setJpmPolicy(tx, { ...input, activeFrom: services.clock.today() })
    await audit(tx, actor.accountId, services.clock.now(), {
      verb: 'set_jpm_policy',
      subject: `jpm_policy:${version}`,
      instansiId: input.instansiId,
      detail: { cap: input.cap, legalBasis: input.legalBasis },
    })
  })
}
