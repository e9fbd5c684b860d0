import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { type Field, type FieldErrors, FormReader } from './form-reader.ts'
import { labels } from './labels.ts'
import { messages } from './messages.ts'
import type { FieldSpec } from './pages/form.tsx'
import { type Room, type RoomValues, roomKinds, type Trainer, type TrainerValues, trainerKinds } from './store/place.ts'

/** A thing as if it had been typed. */
export const typedFrom =
  (values: Readonly<Record<string, string | number | null>>): Field =>
  name =>
    String(values[name] ?? '')

export const roomTyped = (room: Room): Field =>
  typedFrom({ nama: room.name, jenis: room.kind, kapasitas: room.capacity, letak: room.place })

export function roomFields(typed: Field, language: Language): FieldSpec[] {
  const m = messages[language]
  const kinds = roomKinds.map(value => ({ value, label: labels[language].room[value] }))
  return [
    { as: 'text', name: 'nama', label: m.roomName, value: typed('nama'), required: true, max: 120 },
    { as: 'choice', name: 'jenis', label: m.kind, value: typed('jenis'), choices: kinds },
    {
      as: 'text',
      name: 'kapasitas',
      label: m.capacity,
      help: m.capacityHelp,
      value: typed('kapasitas'),
      required: true,
      numeric: true,
    },
    { as: 'text', name: 'letak', label: m.place, value: typed('letak'), max: 200 },
  ]
}

export function readRoomForm(field: Field, language: Language): { values: RoomValues; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const values: RoomValues = {
    name: form.need('nama', form.text('nama', 120), ''),
    kind: form.need('jenis', form.choice('jenis', roomKinds), 'kelas'),
    capacity: form.need('kapasitas', form.whole('kapasitas', 1, 20_000), 0),
    place: form.text('letak', 200),
  }
  return { values, errors: form.errors }
}

export const trainerTyped = (trainer: Trainer): Field =>
  typedFrom({
    nama: trainer.name,
    jenis: trainer.kind,
    keahlian: trainer.expertise,
    jp: trainer.jpPerYear,
    akun: trainer.username,
  })

export function trainerFields(typed: Field, language: Language): FieldSpec[] {
  const m = messages[language]
  const kinds = trainerKinds.map(value => ({ value, label: labels[language].trainer[value] }))
  return [
    { as: 'text', name: 'nama', label: m.trainerName, help: m.trainerNameHelp, value: typed('nama'), max: 200 },
    { as: 'choice', name: 'jenis', label: m.kind, value: typed('jenis'), choices: kinds },
    { as: 'text', name: 'keahlian', label: m.expertise, value: typed('keahlian'), max: 500, lines: 2 },
    { as: 'text', name: 'jp', label: m.jpPerYear, value: typed('jp'), numeric: true },
    { as: 'text', name: 'nip', label: m.nip, help: m.nipHelp, value: typed('nip'), numeric: true, max: 30 },
    { as: 'text', name: 'akun', label: m.account, help: m.accountHelp, value: typed('akun'), max: 120 },
  ]
}

/** What a name in the form may mean; null: nobody that this actor may name. */
export type Known = {
  pegawai: { pegawaiId: number; name: string } | null
  account: { id: string; name: string } | null
}

export function readTrainerForm(field: Field, language: Language, known: Known): { values: TrainerValues; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const m = messages[language]
  const { pegawai, account } = known
  if (field('nip') !== '' && !pegawai) form.refuse('nip', m.flaws.nip)
  if (field('akun') !== '' && !account) form.refuse('akun', m.staffUnknown)
  const values: TrainerValues = {
    name: form.need('nama', form.text('nama', 200) ?? pegawai?.name ?? null, ''),
    kind: form.need('jenis', form.choice('jenis', trainerKinds), 'widyaiswara'),
    expertise: form.text('keahlian', 500),
    jpPerYear: form.whole('jp', 1, 5_000),
    pegawaiId: pegawai?.pegawaiId ?? null,
    accountId: account?.id ?? null,
  }
  return { values, errors: form.errors }
}

export const capacityWords = (room: Pick<Room, 'kind' | 'capacity'>, language: Language) => {
  const m = messages[language]
  const count = formatNumber(room.capacity, language)
  return room.kind === 'asrama' ? m.bedsOf(count) : m.seats(count)
}
