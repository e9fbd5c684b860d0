import { accountsWith } from '../../identity/index.ts'
import { notify } from '../../notices/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'

type About = { id: number; instansiId: number }
type To = Parameters<typeof notify>[1][number]['to']

// A duty each: a decision has its day. None says about whom, about which competency, or how it was decided: it may be sent by e-mail.
const tell = (tx: Tx, { id }: About, step: string, to: To, title: Words) =>
  notify(tx, [{ topic: 'assessment', to, title, href: `/keberatan/${id}`, duty: true, key: `appeal:${id}:${step}` }])

/** Who manages the instansi finds a reader. */
export async function tellManagers(tx: Tx, appeal: About): Promise<void> {
  const managers = await accountsWith(tx, ['pengelola'], appeal.instansiId)
  const to = { accountIds: managers.map(one => one.accountId) }
  await tell(tx, appeal, 'filed', to, { id: 'Keberatan baru menunggu pembaca', en: 'A new objection waits for a reader' })
}

export const tellReader = (tx: Tx, appeal: About, accountId: string) =>
  tell(
    tx,
    appeal,
    `read:${accountId}`,
    { accountIds: [accountId] },
    {
      id: 'Anda diminta membaca satu keberatan',
      en: 'You are asked to read an objection',
    },
  )

export const tellPerson = (tx: Tx, appeal: About & { pegawaiId: number }) =>
  tell(
    tx,
    appeal,
    'decided',
    { pegawaiIds: [appeal.pegawaiId] },
    {
      id: 'Keberatan Anda sudah diputuskan',
      en: 'Your objection has been decided',
    },
  )
