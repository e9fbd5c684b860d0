import { type Db, sql, type Tx } from '../../platform/db/index.ts'

export const roomKinds = ['kelas', 'aula', 'laboratorium', 'asrama'] as const
export type RoomKind = (typeof roomKinds)[number]
/** `capacity`: seats; of a dormitory (asrama) beds. */
export type Room = {
  id: number
  providerId: number
  kind: RoomKind
  name: string
  capacity: number
  place: string | null
  closed: boolean
}

/** Rooms of an institution, those still in use first. */
export async function roomsOf(db: Db | Tx, providerId: number): Promise<Room[]> {
  const { rows } = await sql<Room>`
    SELECT id, provider_id AS "providerId", kind, name, capacity, place, closed_at IS NOT NULL AS closed
    FROM room WHERE provider_id = ${providerId} ORDER BY closed_at IS NOT NULL, kind = 'asrama', name`.execute(db)
  return rows
}

export const trainerKinds = ['widyaiswara', 'pejabat', 'praktisi', 'akademisi', 'coach'] as const
export type TrainerKind = (typeof trainerKinds)[number]
export type Trainer = {
  id: number
  providerId: number
  /** Null: no ASN, or not said who. */
  pegawaiId: number | null
  accountId: string | null
  username: string | null
  name: string
  kind: TrainerKind
  expertise: string | null
  /** JP a year that the trainer can carry; null: not said. */
  jpPerYear: number | null
  closed: boolean
}

/** Trainers of an institution, those who still teach first. */
export async function trainersOf(db: Db | Tx, providerId: number): Promise<Trainer[]> {
  const { rows } = await sql<Trainer>`
    SELECT t.id, t.provider_id AS "providerId", t.pegawai_id AS "pegawaiId", t.account_id AS "accountId", u.username, t.name, t.kind,
           t.expertise, t.jp_per_year AS "jpPerYear", t.closed_at IS NOT NULL AS closed
    FROM trainer t LEFT JOIN identity.user_account u ON u.id = t.account_id
    WHERE t.provider_id = ${providerId} ORDER BY t.closed_at IS NOT NULL, t.name`.execute(db)
  return rows
}

export type RoomValues = Pick<Room, 'kind' | 'name' | 'capacity' | 'place'>
/** With `id` null a new one. Throws 23505 where another room bears the name. */
export async function saveRoom(tx: Tx, providerId: number, id: number | null, v: RoomValues): Promise<number> {
  const { rows } = await (id === null
    ? sql<{ id: number }>`INSERT INTO room (provider_id, kind, name, capacity, place)
        VALUES (${providerId}, ${v.kind}, ${v.name}, ${v.capacity}, ${v.place}) RETURNING id`
    : sql<{ id: number }>`UPDATE room SET kind = ${v.kind}, name = ${v.name}, capacity = ${v.capacity}, place = ${v.place}
        WHERE id = ${id} AND provider_id = ${providerId} RETURNING id`
  ).execute(tx)
  return rows[0]!.id
}
export async function setRoomClosed(tx: Tx, id: number, at: Date | null): Promise<void> {
  await sql`UPDATE room SET closed_at = ${at?.toISOString() ?? null} WHERE id = ${id}`.execute(tx)
}

export type TrainerValues = Pick<Trainer, 'pegawaiId' | 'accountId' | 'name' | 'kind' | 'expertise' | 'jpPerYear'>
/** With `id` null a new one. Throws 23505 where the pegawai is a trainer there already. */
export async function saveTrainer(tx: Tx, providerId: number, id: number | null, v: TrainerValues): Promise<number> {
  const { rows } = await (id === null
    ? sql<{ id: number }>`INSERT INTO trainer (provider_id, pegawai_id, account_id, name, kind, expertise, jp_per_year)
        VALUES (${providerId}, ${v.pegawaiId}, ${v.accountId}, ${v.name}, ${v.kind}, ${v.expertise}, ${v.jpPerYear}) RETURNING id`
    : sql<{
        id: number
      }>`UPDATE trainer SET pegawai_id = ${v.pegawaiId}, account_id = ${v.accountId}, name = ${v.name}, kind = ${v.kind},
        expertise = ${v.expertise}, jp_per_year = ${v.jpPerYear} WHERE id = ${id} AND provider_id = ${providerId} RETURNING id`
  ).execute(tx)
  return rows[0]!.id
}
export async function setTrainerClosed(tx: Tx, id: number, at: Date | null): Promise<void> {
  await sql`UPDATE trainer SET closed_at = ${at?.toISOString() ?? null} WHERE id = ${id}`.execute(tx)
}
