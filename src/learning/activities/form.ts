import { typedDay } from '../rules/day.ts'
import type { ActivityMessages } from './messages.ts'
import { type ActivityKind, activityKinds, type FormFlaw, kindsOfActivity } from './rules/activity.ts'
import type { Activity, ActivityValues } from './store/activity.ts'

const names = [
  'jenis',
  'nama',
  'tujuan',
  'rencana',
  'nip',
  'tempat',
  'kontak',
  'surat',
  'luar_negeri',
  'mulai',
  'selesai',
] as const
/** The form of an activity, as it was typed. */
export type ActivityForm = Record<(typeof names)[number], string>

export const readActivityForm = (field: (name: string) => string): ActivityForm =>
  Object.fromEntries(names.map(name => [name, field(name).slice(0, 5000)])) as ActivityForm
export const blankActivity = (kind: string): ActivityForm => ({ ...readActivityForm(() => ''), jenis: kind })
export const activityForm = (one: Activity, partnerNip: string): ActivityForm => ({
  jenis: one.kind,
  nama: one.title,
  tujuan: one.aim,
  rencana: one.plan,
  nip: partnerNip,
  tempat: one.host ?? '',
  kontak: one.hostContact ?? '',
  surat: one.letterNumber ?? '',
  luar_negeri: one.international ? '1' : '',
  mulai: one.startsOn,
  selesai: one.endsOn,
})

const fieldOf: Record<FormFlaw, keyof ActivityForm> = {
  kind: 'jenis',
  title: 'nama',
  aim: 'tujuan',
  plan: 'rencana',
  starts: 'mulai',
  ends: 'selesai',
  partner: 'nip',
  self: 'nip',
  host: 'tempat',
  contact: 'kontak',
  letter: 'surat',
  long: 'selesai',
}
export const activityErrors = (flaws: readonly FormFlaw[], m: ActivityMessages) =>
  flaws.map(flaw => ({ field: fieldOf[flaw], message: m.flaws[flaw] }))

export const kindOf = (typed: string): ActivityKind | null => activityKinds.find(one => one === typed) ?? null
const longestDays = 731

type Partner = { pegawaiId: number; name: string } | null
/** What the form says, or what is wrong with it. `partner`: who bears the NIP that was typed; null: nobody. */
export function typedActivity(
  form: ActivityForm,
  partner: Partner,
  ownId: number | null,
): { ok: true; values: ActivityValues } | { ok: false; flaws: FormFlaw[] } {
  const kind = kindOf(form.jenis)
  const about = kind && kindsOfActivity[kind]
  const [startsOn, endsOn] = [typedDay(form.mulai), typedDay(form.selesai)]
  const checks: [FormFlaw, boolean][] = [
    ['kind', kind === null],
    ['title', form.nama.length < 5 || form.nama.length > 200],
    ['aim', form.tujuan.length < 20 || form.tujuan.length > 4000],
    ['plan', form.rencana.length < 20 || form.rencana.length > 4000],
    ['starts', startsOn === null],
    ['ends', endsOn === null || (startsOn !== null && endsOn < startsOn)],
    ['long', startsOn !== null && endsOn !== null && (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 > longestDays],
    ['partner', about?.partner === true && partner === null],
    ['self', about?.partner === true && partner !== null && partner.pegawaiId === ownId],
    ['host', (about?.host === true && form.tempat.length < 3) || form.tempat.length > 200],
    ['contact', form.kontak.length > 200],
    ['letter', form.surat.length > 100],
  ]
  const flaws = checks.flatMap(([flaw, wrong]) => (wrong ? [flaw] : []))
  if (flaws.length > 0 || !about || kind === null || startsOn === null || endsOn === null) return { ok: false, flaws }
  return {
    ok: true,
    values: {
      kind,
      title: form.nama,
      aim: form.tujuan,
      plan: form.rencana,
      partnerId: about.partner ? partner!.pegawaiId : null,
      partner: about.partner ? partner!.name : null,
      host: form.tempat || null,
      hostContact: form.kontak || null,
      international: form.luar_negeri === '1',
      letterNumber: form.surat || null,
      startsOn,
      endsOn,
    },
  }
}
