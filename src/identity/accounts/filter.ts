import { coversInstansi, type Role, type Scope } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/http/context.ts'
import { sorting } from '../../platform/http/form.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { type AccountFilter, type AccountOrder, type AccountState, accountStates } from './store.ts'

/** Roles that a list can be narrowed to: all that are held; an atasan follows from the unit. */
export const listedRoles: readonly Role[] = [
  'admin',
  'pengelola',
  'perencana',
  'bappeda',
  'pembina',
  'pimpinan',
  'asesor',
  'penyelenggara',
  'fasilitator',
  'pegawai',
]
/** In an address the interface's own words. */
const stateNames: Record<string, AccountState> = { terbuka: 'open', belum_dipakai: 'unused', ditutup: 'closed' }
export const stateName = (state: AccountState) => Object.keys(stateNames).find(name => stateNames[name] === state)!

/** As typed into the form. */
export type AccountValues = { q: string; peran: string; keadaan: string; instansi: string }
type Place = { id: number; name: string; regionCode: string; timeZone: string }

/** What was asked for, within the accounts that the asker manages. @throws Refusal 404 for an instansi outside it */
export function readAccountFilter(c: Ctx, scope: Scope, everyone: readonly Place[]) {
  const query = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 80)
  const within = everyone.filter(row => coversInstansi(scope, row.id))
  const state = stateNames[query('keadaan')] ?? null
  const role = listedRoles.find(one => one === query('peran')) ?? null
  const chosen = within.find(row => row.regionCode === query('instansi'))
  if (query('instansi') !== '' && !chosen) throw notFound()
  const values: AccountValues = {
    q: query('q'),
    peran: role ?? '',
    keadaan: state ? stateName(state) : '',
    instansi: chosen?.regionCode ?? '',
  }
  const filter: AccountFilter = {
    instansiIds: scope.kind === 'nation' ? null : 'instansi' in scope ? scope.instansi : [],
    only: chosen?.id ?? null,
    q: values.q,
    role,
    state,
  }
  return {
    values,
    filter,
    within,
    one: chosen ?? (within.length === 1 ? within[0] : undefined),
    ...sorting<AccountOrder>(c, { nama: 'asc', akun: 'asc' }),
  }
}

export const stateChoices = (labels: Record<AccountState, string>) =>
  accountStates.map(state => ({ value: stateName(state), label: labels[state] }))
