import { asJob, type Db } from '../platform/db/index.ts'
import { leader } from './store/person.ts'

export { readOrganisation, readPegawai } from './access.ts'
export { peopleApi } from './api.ts'
export { jenjangLabels, personLabels } from './labels.ts'
export { peopleRoutes } from './routes.ts'
export { instansiByRegion, listInstansi } from './store/instansi.ts'
export { topUnits } from './store/organisation.ts'
export { listPegawai, pegawaiByNip, teamOf } from './store/pegawai.ts'
export { historyOf, personById } from './store/person.ts'

/**
 * Who leads a person, also where the asker's scope does not reach the leader: everybody may know the own atasan. The caller has seen
 * the person in scope first.
 */
export const leaderOf = (db: Db, pegawaiId: number) => asJob(db, tx => leader(tx, pegawaiId))
