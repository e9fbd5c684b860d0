import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import { mediaTypes, safeName } from '../../platform/files/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { type DocumentFlaw, readDocument } from './document.ts'
import { refreshFlags } from './flags.ts'
import { type Content, type FieldFlaw, readContent, type Typed } from './rules/content.ts'
import { isEditable, moved } from './rules/moves.ts'
import {
  type ClaimFile,
  claimById,
  insertDraft,
  lockClaims,
  lockQueue,
  moveClaims,
  saveContent,
  saveFile,
} from './store/claim.ts'
import { openBeside } from './store/duplicates.ts'

export type Upload = { name: string; bytes: Uint8Array }
export type Filled = { typed: Typed; competencyId: number | null; upload: Upload | null }

export type Saved =
  /** `state` is what it is now; `flaws` keep it from being submitted, `fileFlaw` is why the file was not taken. */
  | { ok: true; id: number; submitted: boolean; kept: boolean; flaws: FieldFlaw[]; fileFlaw: DocumentFlaw | null }
  /** It was submitted or withdrawn meanwhile. */
  | { ok: false; id: number }

async function keep(services: Services, { name, bytes }: Upload): Promise<{ file: ClaimFile } | { flaw: DocumentFlaw }> {
  const read = readDocument(bytes)
  if (!read.ok) return { flaw: read.flaw }
  const key = `claims/${randomUUID()}`
  await services.files.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file: { key, name: safeName(name, read.content), type: mediaTypes[read.content], bytes: bytes.length, sha256 } }
}

const isBlank = ({ international: _, ...rest }: Content) => Object.values(rest).every(value => value === null)

/**
 * Keeps what was typed and brought as the actor's own claim, new (`id` null) or one that stands open; with `submit` it goes to who verifies,
 * where nothing is wrong. What is wrong keeps nothing else from being kept.
 * @throws Refusal 404 where it is not the actor's
 */
export async function saveClaim(
  services: Services,
  actor: Actor,
  id: number | null,
  filled: Filled,
  submit: boolean,
): Promise<Saved> {
  const pegawaiId = actor.pegawaiId
  if (pegawaiId === null) throw notFound()
  const brought = filled.upload ? await keep(services, filled.upload) : null
  const file = brought && 'file' in brought ? brought.file : null
  const fileFlaw = brought && 'flaw' in brought ? brought.flaw : null
  let replaced: ClaimFile | null = null
  try {
    const saved = await asJob(services.db, async (tx): Promise<Saved> => {
      const at = services.clock.now()
      if (submit) await lockQueue(tx)
      const before = id === null ? null : ((await lockClaims(tx, [id]))[0] ?? null)
      if (id !== null && before?.pegawaiId !== pegawaiId) throw notFound()
      if (before && !isEditable(before.state)) return { ok: false, id: before.id }
      const held = file ?? before?.file ?? null
      const { content, flaws } = readContent(filled.typed, held !== null, services.clock.today())
      const wrong = flaws.length > 0 || fileFlaw !== null
      const kept = { content, competencyId: filled.competencyId }
      const blank = isBlank(content) && !file && before === null
      if (blank) return { ok: true, id: 0, submitted: false, kept: false, flaws, fileFlaw }
      const claimId = before?.id ?? (await insertDraft(tx, pegawaiId, kept, at))
      if (claimId === null) throw notFound()
      const of = { pegawaiId, id: claimId }
      if (before) await saveContent(tx, of, kept, at)
      if (file) {
        replaced = before?.file ?? null
        await saveFile(tx, of, file, at)
      }
      if (submit && !wrong) await sendIn(tx, actor, of, at, services.clock.today())
      const now = (await claimById(tx, claimId))!
      await audit(tx, actor.accountId, at, {
        verb: submit && !wrong ? 'submit_claim' : 'save_claim',
        subject: `claim:${claimId}`,
        instansiId: now.instansiId,
        detail: { pegawai: pegawaiId, form: now.form, endedOn: now.endedOn, jp: now.jp, file: held?.sha256 ?? null },
      })
      return { ok: true, id: claimId, submitted: submit && !wrong, kept: true, flaws, fileFlaw }
    })
    if (!saved.ok && file) await services.files.remove(file.key)
    if (replaced) await services.files.remove((replaced as ClaimFile).key)
    return saved
  } catch (error) {
    if (file) await services.files.remove(file.key)
    throw error
  }
}

async function sendIn(tx: Tx, actor: Actor, of: { pegawaiId: number; id: number }, at: Date, today: string) {
  const by = { account: actor.accountId, name: actor.name, at }
  await moveClaims(tx, 'submit', [{ ...of, state: 'submitted' }], by, null)
  await refreshFlags(tx, await openBeside(tx, [of.id]), today)
}

/** Takes one's own claim back; false where it is decided already. @throws Refusal 404 */
export function withdrawClaim(services: Services, actor: Actor, id: number): Promise<boolean> {
  return asJob(services.db, async tx => {
    await lockQueue(tx)
    const claim = (await lockClaims(tx, [id]))[0]
    if (!claim || actor.pegawaiId === null || claim.pegawaiId !== actor.pegawaiId) throw notFound()
    const state = moved('withdraw', claim.state)
    if (!state) return false
    const at = services.clock.now()
    const beside = await openBeside(tx, [id])
    const by = { account: actor.accountId, name: actor.name, at }
    await moveClaims(tx, 'withdraw', [{ pegawaiId: claim.pegawaiId, id, state }], by, null)
    await refreshFlags(tx, [...new Set([id, ...beside])], services.clock.today())
    await audit(tx, actor.accountId, at, { verb: 'withdraw_claim', subject: `claim:${id}`, instansiId: claim.instansiId })
    return true
  })
}
