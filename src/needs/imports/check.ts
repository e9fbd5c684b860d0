import type { GoalChoice } from '../../goals/index.ts'
import { type Cells, type Checked, meant, type NameIndex, plainName, RowReader, type Values } from '../../imports/index.ts'
import type { PostFinder } from '../../people/imports/index.ts'
import type { CompetencyFinder } from '../../standards/imports.ts'
import { fields, jenjang, kinds, links, states } from './fields.ts'

const [soonest, farthest] = [0, 10] // years from now
const mostPeople = 100_000

export type Lookup = {
  today: string
  posts: PostFinder
  competencies: CompetencyFinder
  competencyNames: NameIndex
  goals: readonly GoalChoice[]
}

function competencyOf(
  row: RowReader,
  at: Lookup,
): { found: NonNullable<ReturnType<CompetencyFinder['find']>>; level: number } | null {
  const text = row.text('competency')
  const level = row.level('level')
  if (text === null) return null
  const found = at.competencies.find(text)
  if (!found) {
    const words = {
      id: `Kompetensi “${text}” tidak ada di kamus. Pakai kode atau namanya.`,
      en: `The dictionary has no competency “${text}”. Use its code or name.`,
    }
    return row.refuse('competency', meant(words, at.competencyNames.nearest(text)))
  }
  return row.need('level', level) === null ? null : { found, level: level! }
}

function goalOf(row: RowReader, at: Lookup): GoalChoice | null {
  const code = row.text('goal', 60)
  const plan = row.text('plan')
  if (code === null) return null
  const named = at.goals.filter(
    goal => goal.code === code.replace(/\.$/, '') && (plan === null || plainName(goal.plan.name) === plainName(plan)),
  )
  if (named.length === 1) return named[0]!
  if (named.length === 0)
    return row.refuse('goal', {
      id: `Sasaran ${code} tidak ada dalam rencana yang berlaku. Periksa kodenya, atau berlakukan rencananya dahulu.`,
      en: `No plan in force has a goal ${code}. Check the code, or put the plan into force first.`,
    })
  const plans = named
    .map(goal => `“${goal.plan.name}”`)
    .slice(0, 3)
    .join(', ')
  return row.refuse('goal', {
    id: `Kode ${code} ada di beberapa rencana: ${plans}. Isi kolom Rencana.`,
    en: `Code ${code} is in several plans: ${plans}. Fill the column Plan.`,
  })
}

/** What a row says, or why it cannot be taken. */
export function checkStated(cells: Cells, at: Lookup): Checked {
  const row = new RowReader(cells, fields)
  const kind = row.need('kind', row.choice('kind', kinds))
  const thisYear = Number(at.today.slice(0, 4))
  const year = row.need('year', row.whole('year', thisYear + soonest, thisYear + farthest))
  const title = row.need('title', row.text('title'))
  const competency = competencyOf(row, at)
  const training = row.text('training', 200)
  if (competency && training !== null) {
    row.refuse('training', {
      id: 'Isi kompetensi atau pelatihan, bukan keduanya.',
      en: 'Give a competency or a training, not both.',
    })
  }
  const unitText = row.text('unit')
  const unit = unitText === null ? null : at.posts.unit(unitText, null)
  if (unit && !unit.ok) row.refuse('unit', unit.words)
  const [number, goal] = [row.whole('number', 1, mostPeople), goalOf(row, at)]
  const [legalBasis, note] = [row.text('legalBasis'), row.text('note')]
  if (kind === 'mandate' && legalBasis === null) {
    row.refuse('legalBasis', {
      id: 'Mandat harus menyebut peraturan yang mewajibkannya. Isi dasar hukumnya.',
      en: 'A mandate must name the act that demands it. Give its legal basis.',
    })
  } else if (kind === 'organisation' && legalBasis === null && goal === null && row.text('goal', 60) === null) {
    row.refuse('goal', {
      id: 'Kebutuhan organisasi harus menyebut sasaran yang didukung atau dasar hukumnya. Isi salah satunya.',
      en: 'A need of the organisation must name the goal it serves, or its legal basis. Give one of them.',
    })
  }
  const link = row.choice('goalLink', links) ?? '1'
  const given = {
    jenjang: row.choice('jenjang', jenjang),
    training,
    number,
    legalBasis,
    note,
    state: row.choice('state', states),
    competencyId: competency?.found.id ?? null,
    competency: competency?.found.name ?? null,
    level: competency?.level ?? null,
    unitId: unit?.ok ? unit.found.id : null,
    unit: unit?.ok ? unit.found.name : null,
    goalId: goal?.id ?? null,
    goal: goal ? `${goal.code} ${goal.name}` : null,
    goalLink: goal ? link : null,
  }
  if (row.errors.length > 0 || kind === null || year === null || title === null) return { ok: false, errors: row.errors }
  const values: Values = { kind, year, title }
  for (const [key, value] of Object.entries(given)) if (value !== null) values[key] = value
  const claim = {
    field: 'title',
    thing: `${kind} ${year} ${plainName(title)}`,
    says: JSON.stringify(values),
    name: { id: `kebutuhan “${title}”`, en: `the need “${title}”` },
  }
  return { ok: true, values, claims: [claim] }
}
