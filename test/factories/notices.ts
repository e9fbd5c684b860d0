import { insertAccount } from '../../src/identity/store.ts'
import { asAccount, asJob, type Database, sql, type Tx } from '../../src/platform/db/index.ts'
import { newInstansi, newPegawai, newUnit } from './people.ts'

/** An account nobody can sign in to: for what is told to it. */
export const newAccount = (tx: Tx, username: string, pegawaiId: number | null = null): Promise<string> =>
  insertAccount(tx, { username, name: username, pegawaiId, passwordHash: 'none', mustChange: false })

/** An office of three: Ani and Budi have accounts, Cici has none; and the account of an admin who is nobody there. */
export async function threePeople(database: Database) {
  return asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx)
    const unit = await newUnit(tx, { instansi_id: instansi })
    const person = (name: string) => newPegawai(tx, { instansi_id: instansi, unit_id: unit, name })
    const [ani, budi, cici] = [await person('Ani'), await person('Budi'), await person('Cici')]
    return {
      instansi,
      ani,
      budi,
      cici,
      aniAccount: await newAccount(tx, `ani-${ani}`, ani),
      budiAccount: await newAccount(tx, `budi-${budi}`, budi),
      adminAccount: await newAccount(tx, `admin-${ani}`),
    }
  })
}

export type ToldRow = { topic: string; key: string; duty: boolean; title_id: string; href: string; in_app: boolean }

/** What an account was told, as it sees it itself. */
export const toldTo = (database: Database, accountId: string): Promise<ToldRow[]> =>
  asAccount(
    database.outer,
    accountId,
    async tx => (await sql<ToldRow>`SELECT * FROM notices.notice ORDER BY id`.execute(tx)).rows,
  )
