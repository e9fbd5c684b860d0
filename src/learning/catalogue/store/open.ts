import { sql } from '../../../platform/db/index.ts'
import type { Viewer } from '../access.ts'

/**
 * Whether the course `c` of the provider `p` is open to who looks: to everybody; to the instansi in whose register the provider stands; to those
 * that it guides, too. Staff see what they teach.
 */
export const openTo = (viewer: Viewer) => sql`
  (${viewer.nation}::boolean OR p.instansi_id IS NULL OR c.open_to = 'all' OR p.instansi_id = ${viewer.homeInstansiId}::int
   OR (c.open_to = 'guided' AND p.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g))
   OR EXISTS (SELECT FROM provider_staff s WHERE s.provider_id = p.id AND s.account_id = ${viewer.accountId}))`

/** Whether what the provider `p` offers concerns who looks: it stands in the register of the nation, of the own instansi or of who guides it. */
export const registered = (viewer: Viewer) => sql`
  (${viewer.nation}::boolean OR p.instansi_id IS NULL OR p.instansi_id = ${viewer.homeInstansiId}::int
   OR p.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g)
   OR EXISTS (SELECT FROM provider_staff s WHERE s.provider_id = p.id AND s.account_id = ${viewer.accountId}))`

/** Whether somebody of the instansi may still ask to join the class `l` on `today` (yyyy-mm-dd). */
export const joinable = (viewer: Viewer, today: string) => sql`
  (l.state = 'open' AND (l.registration_until IS NULL OR l.registration_until >= ${today}::date)
   AND (l.ends_on IS NULL OR l.ends_on >= ${today}::date)
   AND (l.for_instansi IS NULL OR ${viewer.nation}::boolean OR ${viewer.homeInstansiId}::int = ANY (l.for_instansi)))`
