import { asJob, type Db } from '../platform/db/index.ts'
import { type Leader, leader, type Person } from './store/person.ts'

/** Who leads a person that was read in some scope, also where that scope does not reach the leader: everybody may know the own atasan by name. */
export const leaderOf = (db: Db, person: Person): Promise<Leader | null> => asJob(db, tx => leader(tx, person.pegawaiId))
