import { type Actor, nobody } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { type ProgrammeSet, programmeFlaws } from '../rules/programme.ts'
import * as store from './store/programme.ts'

export type ProgrammeContent = store.ProgrammeCard & { sets: readonly ProgrammeSet[] }

/** Begins a programme, as a draft without sets. Null where the provider has one of this code. */
export const createProgramme = (
  services: Services,
  by: Actor,
  provider: { id: number; instansiId: number | null },
  card: store.ProgrammeCard,
) =>
  inScope(services.db, nobody, async tx => {
    const at = services.clock.now()
    const id = await store.insertProgramme(tx, provider.id, card, { by: by.accountId, at })
    if (id === null) return null
    await audit(tx, by.accountId, at, {
      verb: 'create_programme',
      subject: `programme:${id}`,
      instansiId: provider.instansiId,
      detail: { after: card },
    })
    return id
  })

const contentOf = ({ code, title, summary, sets }: store.Programme): ProgrammeContent => ({
  code,
  title,
  summary,
  sets: sets.map(set => ({ title: set.title, needed: set.needed, courseIds: set.courseIds })),
})

/** `flawed`: it is in force, and would not hold together any more. */
export type ProgrammeChange = 'done' | 'same' | 'taken' | 'flawed'

export const saveProgramme = (services: Services, by: Actor, id: number, after: ProgrammeContent): Promise<ProgrammeChange> =>
  inScope(services.db, nobody, async tx => {
    const at = services.clock.now()
    const programme = await store.lockProgramme(tx, id)
    if (!programme) throw notFound()
    const before = contentOf(programme)
    if (JSON.stringify(before) === JSON.stringify(after)) return 'same'
    if (programme.state === 'active' && programmeFlaws(after.sets).length > 0) return 'flawed'
    if (!(await store.saveProgramme(tx, programme, after))) return 'taken'
    await store.saveSets(tx, id, after.sets)
    await audit(tx, by.accountId, at, {
      verb: 'update_programme',
      subject: `programme:${id}`,
      instansiId: programme.provider.instansiId,
      detail: { before, after },
    })
    return 'done'
  })

const verbs = { active: 'activate_programme', archived: 'archive_programme' } as const

/** Offers a programme in the catalogue, or takes it out again. One that does not hold together is not offered. */
export const setProgrammeState = (
  services: Services,
  by: Actor,
  id: number,
  state: keyof typeof verbs,
): Promise<ProgrammeChange> =>
  inScope(services.db, nobody, async tx => {
    const at = services.clock.now()
    const programme = await store.lockProgramme(tx, id)
    if (!programme) throw notFound()
    if (programme.state === state) return 'same'
    if (state === 'active' && programmeFlaws(programme.sets).length > 0) return 'flawed'
    await store.markProgramme(tx, id, state)
    await audit(tx, by.accountId, at, {
      verb: verbs[state],
      subject: `programme:${id}`,
      instansiId: programme.provider.instansiId,
    })
    return 'done'
  })
