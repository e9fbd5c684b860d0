import type { Language } from '../../platform/i18n/index.ts'
import { messages } from '../messages.ts'
import { accountMessages } from './messages.ts'
import type { AccountRow, AccountState } from './store.ts'

type M = (typeof messages)['id']

export const stateOf = (row: AccountRow): AccountState => (row.closed ? 'closed' : row.unused ? 'unused' : 'open')

export const accountColumns = (m: M) => [
  { header: m.fullName, width: 36 },
  { header: m.account, width: 24, kind: 'text' as const },
  { header: m.nip, width: 22, kind: 'text' as const },
  { header: m.instansi, width: 32 },
  { header: m.role, width: 60 },
  { header: m.state, width: 22 },
]

/** A role with where it reaches: `Perencana (instansi dan yang dibinanya: Provinsi …)`. */
export function accountRow(row: AccountRow, language: Language) {
  const m = messages[language]
  const roles = row.roles.map(
    ({ role, place, where }) => `${m.roles[role]} (${[m.places[place], where].filter(Boolean).join(': ')})`,
  )
  return [
    row.name,
    row.username,
    row.nip,
    row.instansi,
    [...roles, ...(row.nip ? [m.roles.pegawai] : [])].join('; '),
    accountMessages[language].states[stateOf(row)],
  ]
}
