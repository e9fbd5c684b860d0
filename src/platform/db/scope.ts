import type { Scope } from '../actor.ts'

const list = (ids: readonly number[]) => {
  if (!ids.every(id => Number.isSafeInteger(id))) throw new Error('a scope holds whole numbers only')
  return `'{${ids.join(',')}}'`
}

/**
 * The statements that make a transaction see only this scope. `SET LOCAL` and not set_config(): on a cluster only the
 * statement reaches the workers. Without a scope the role stays piawai_app, which sees no person at all.
 */
export function scopeStatements(scope: Scope): string {
  switch (scope.kind) {
    case 'none':
      return 'SET LOCAL ROLE piawai_app'
    case 'people':
      return `SET LOCAL ROLE piawai_people; SET LOCAL piawai.people = ${list(scope.people)}`
    case 'instansi':
      return `SET LOCAL ROLE piawai_instansi; SET LOCAL piawai.instansi = ${list(scope.instansi)}`
    case 'mixed':
      return `SET LOCAL ROLE piawai_mixed; SET LOCAL piawai.instansi = ${list(scope.instansi)}; SET LOCAL piawai.people = ${list(scope.people)}`
    case 'nation':
      return 'SET LOCAL ROLE piawai_nation'
  }
}

/** Who rates: a pegawai, or an account that belongs to none. */
export type Rater = { pegawaiId: number | null; accountId: string }

/** The statements that make a transaction see the tasks and the ratings of one rater, and of nobody anything else. */
export function raterStatements({ pegawaiId, accountId }: Rater): string {
  if (!/^[\w-]+$/.test(accountId) || !Number.isSafeInteger(pegawaiId ?? 0))
    throw new Error('a rater is a number and an account id')
  return `SET LOCAL ROLE piawai_rater; SET LOCAL piawai.rater = '${pegawaiId ?? 0}'; SET LOCAL piawai.rater_account = '${pegawaiId === null ? accountId : ''}'`
}

/** The statements that make a transaction see the rows of one class, of people of any government, and of nobody anything else. */
export function classStatements(classId: number): string {
  if (!Number.isSafeInteger(classId)) throw new Error('a class is a number')
  return `SET LOCAL ROLE piawai_class; SET LOCAL piawai.class = '${classId}'`
}

/** The statements that make a transaction see what belongs to one account (its messages), and no person. */
export function accountStatements(accountId: string): string {
  if (!/^[\w-]+$/.test(accountId)) throw new Error('an account id is letters, digits and dashes')
  return `SET LOCAL ROLE piawai_app; SET LOCAL piawai.account = '${accountId}'`
}

/** The same for the rows of one community. */
export function communityStatements(communityId: number): string {
  if (!Number.isSafeInteger(communityId)) throw new Error('a community is a number')
  return `SET LOCAL ROLE piawai_community; SET LOCAL piawai.community = '${communityId}'`
}
