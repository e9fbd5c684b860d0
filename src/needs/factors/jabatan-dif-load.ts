import { type Actor, coversInstansi, type Scope } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { manageNeeds } from '../access.ts'
import { setJabatanDif } from './jabatan-dif-actions.ts'
import { type Rated, toWrite } from './rules/jabatan-dif.ts'
import { type DifLine, type DifPost, difLines, difPost } from './store-jabatan-dif.ts'

/** A jabatan and what its standard asks for, rated or not. @throws Refusal 403 without an instansi in the scope, 404 outside it */
export async function jabatanWithDif({ db }: Pick<Services, 'db'>, scope: Scope, jabatanId: number) {
  if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
  const found = await inScope(db, scope, async tx => {
    const post = await difPost(tx, jabatanId)
    return post && coversInstansi(scope, post.instansi.id) ? { post, lines: await difLines(tx, [post.id]) } : null
  })
  if (!found) throw notFound()
  return found
}

/** Saves what was said of lines of a jabatan; where nothing differs nothing is written. */
export function changeDif(
  services: Services,
  by: Actor,
  { post, alike }: { post: DifPost; alike: boolean },
  said: readonly { line: DifLine; after: Rated | null }[],
) {
  const changes = said.map(({ line: { kind, competencyId, subject, rated }, after }) => ({
    kind,
    competencyId,
    subject,
    before: rated,
    after,
  }))
  const where = {
    instansiId: post.instansi.id,
    jabatanId: post.id,
    alike,
    today: services.clock.today(post.instansi.timeZone),
    scope: manageNeeds(by),
  }
  return setJabatanDif(services, by, where, toWrite(changes, alike))
}
