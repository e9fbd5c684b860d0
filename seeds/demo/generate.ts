import { buildAccounts, buildCases, buildGrants } from './accounts.ts'
import { buildContracts, buildTenures, chooseAims } from './careers.ts'
import { chooseCast, type World } from './cast.ts'
import { toDay } from './dates.ts'
import { buildFactors, gapKeys } from './factors.ts'
import { localGovernments } from './governments.ts'
import { buildPeople, type Person } from './people.ts'
import { buildPosts, type Post } from './posts.ts'
import { buildPotentials, potentialTable } from './potentials.ts'
import { randomFor } from './random.ts'
import { buildRatings, ratingColumns } from './ratings.ts'
import { buildResults } from './results.ts'
import { drawnOn, moveTo } from './shift.ts'
import { tablesOf } from './tables.ts'
import { buildSchooling, buildTrainings } from './trainings.ts'
import { buildUnits } from './units.ts'
import { wishTables } from './wishes.ts'

/** Heads of offices answer to the Sekda, who heads no unit above theirs: the override of the rule of the head post. */
function leadByOverride(people: readonly Person[]): void {
  for (const government of localGovernments) {
    const mine = people.filter(person => person.instansiId === government.id && person.status === 'aktif')
    const sekda = mine.find(person => person.post.isHead && person.post.unit.kind === 'opd' && person.post.unit.opd === 'setda')!
    for (const person of mine)
      if (person !== sekda && person.post.isHead && person.post.unit.kind === 'opd') person.atasanId = sekda.id
  }
}

/** The next post of the same craft in the same government: the pegawai of the demo knows where to go. */
const nextPost = ({ post }: Person, posts: readonly Post[]): Post | null => {
  const jenjang = post.jenjang === 'ahli_pertama' ? 'ahli_muda' : 'ahli_madya'
  const above = posts.filter(
    row => row.instansiId === post.instansiId && row.key === post.key && row.jenjang === jenjang && !row.isHead,
  )
  return above.find(row => row.unit === post.unit) ?? above.find(row => row.unit.topId === post.unit.topId) ?? above[0] ?? null
}

/** The whole demo as rows, the same for the same day on any machine. */
export function generateDemo(today: string) {
  const units = buildUnits()
  const posts = buildPosts(units, randomFor('posts'))
  const people = buildPeople(posts, randomFor('people'), drawnOn)
  leadByOverride(people)
  const tenures = buildTenures(people, posts, randomFor('careers'), drawnOn)
  chooseAims(people, posts, randomFor('aims'))
  const contracts = buildContracts(people, drawnOn)
  const { results, mapped } = buildResults(people, randomFor('results'), drawnOn)
  const trainings = buildTrainings(people, randomFor('trainings'), drawnOn)
  const schooling = buildSchooling(people, randomFor('schooling'), drawnOn)
  const factors = buildFactors(gapKeys(results, toDay(drawnOn)), randomFor('factors'))
  const world: World = { people, tenures, results, mapped }
  const cast = chooseCast(world)
  cast.pegawai.aim ??= nextPost(cast.pegawai, posts)
  const accounts = buildAccounts(cast)
  const cases = buildCases(world, cast)
  const grants = buildGrants()
  moveTo(today, { tenures, results, trainings })
  const ratings = buildRatings(people, new Set(Object.values(cast)), randomFor('ratings'), today)
  const potentials = buildPotentials({ people, results, cast, cases }, randomFor('potentials'), toDay(today))
  const made = tablesOf({
    units,
    posts,
    people,
    tenures,
    contracts,
    results,
    trainings,
    schooling,
    factors,
    accounts,
    cases,
    grants,
  })
  return {
    ...made,
    tables: [...made.tables, potentialTable(potentials), ...wishTables({ units, people, cast, today })],
    ratings: ratingColumns(ratings),
    cast,
  }
}
export type Demo = ReturnType<typeof generateDemo>
