import { nameRecords } from '../../learning/index.ts'
import { asJob } from '../../platform/db/index.ts'
import { contentOf } from '../../platform/files/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { noAnswer, ServiceDown, type SiasnClient } from './client.ts'
import { arrived, differences } from './rules/compare.ts'
import * as store from './store/sending.ts'

// ms without a sign of life. One question may take seven minutes: four answers and two tokens twice of 30 s each, three waits of 60 s.
const deadAfter = 600_000
const mostTries = 3
const withdrawnSince = 'Catatan ini sudah ditarik, jadi tidak dikirim.'

type Part = Pick<Services, 'db' | 'clock' | 'files' | 'log'>

/** Before this an attempt is dead. Embedded only this process works: what was under way before it started is known to be. */
export const deadBefore = ({ clock, database }: Pick<Services, 'clock' | 'database'>, startedAt: Date): Date => {
  const silent = new Date(clock.now().getTime() - deadAfter)
  return database.engine === 'embedded' && startedAt > silent ? startedAt : silent
}

/**
 * Sends a batch row by row: a row is claimed, its certificate uploaded, the row sent, and what the service said is written down. May be
 * killed at any moment and called again: of a row that was claimed and has no answer it is looked up first whether it arrived.
 */
export async function sendBatch(services: Part, client: SiasnClient, batchId: number, dead: Date): Promise<void> {
  const { db, clock } = services
  if (!(await asJob(db, tx => store.takeBatch(tx, batchId, clock.now(), dead)))) return
  let trouble: string | null = null
  try {
    for (const item of await asJob(db, tx => store.claimedItems(tx, batchId))) await lookUp(services, client, batchId, item)
    for (;;) {
      const item = await asJob(db, tx => store.claimNext(tx, batchId, clock.now()))
      if (!item) break
      await sendOne(services, client, batchId, item)
    }
  } catch (error) {
    trouble =
      error instanceof ServiceDown
        ? error.message
        : 'Pengiriman terhenti karena gangguan di server. Lanjutkan; bila terulang, hubungi admin.'
    if (!(error instanceof ServiceDown)) services.log.error({ err: error, batchId }, 'siasn.send')
  }
  await asJob(db, tx => store.endSending(tx, batchId, trouble))
}

const settled = ({ db, clock }: Part, batchId: number, item: store.Sending, outcome: store.Outcome) =>
  asJob(db, async tx => {
    await store.settleItem(tx, batchId, item, outcome, clock.now())
    if (outcome.state === 'sent' && outcome.externalId)
      await nameRecords(tx, [{ pegawaiId: item.pegawaiId, recordId: item.recordId, externalId: outcome.externalId }])
  })

async function sendOne(services: Part, client: SiasnClient, batchId: number, claimed: store.Sending): Promise<void> {
  // Between the making of the batch and its turn the record may have been taken back, or found there.
  if (claimed.withdrawn) return settled(services, batchId, claimed, { state: 'failed', problem: withdrawnSince })
  if (claimed.known !== null) return settled(services, batchId, claimed, { state: 'sent', externalId: claimed.known })
  const item = await withDocument(services, client, batchId, claimed)
  if (!item) return
  const said = await client.save(item.service, item.payload)
  if (said.kind === 'saved') return settled(services, batchId, item, { state: 'sent', externalId: said.id, answer: said.answer })
  if (said.kind === 'refused')
    return settled(services, batchId, item, { state: 'failed', problem: said.problem, answer: said.answer })
  await lookUp(services, client, batchId, item, said.problem)
}

const notSent = 'Catatannya belum dikirim; siapkan ulang untuk mencoba lagi.'

/**
 * Uploads the certificate of a row and puts it into what is sent. Null where that failed: the row is settled and not sent. Killed after the
 * upload, it is uploaded once more: no row leads to the first.
 */
async function withDocument(
  services: Part,
  client: SiasnClient,
  batchId: number,
  item: store.Sending,
): Promise<store.Sending | null> {
  if (item.fileKey === null || item.payload.path.length > 0) return item
  const failed = (why: string) =>
    settled(services, batchId, item, {
      state: 'failed',
      problem: `Sertifikat ${item.fileName} ${why.replace(/\.+$/, '')}. ${notSent}`,
    })
  const bytes = await services.files.get(item.fileKey).catch(() => null)
  if (!bytes || contentOf(bytes) !== 'pdf') {
    await failed(bytes ? 'bukan PDF yang utuh' : 'tidak ditemukan di penyimpanan')
    return null
  }
  const said = await client.upload(item.service, { name: item.fileName ?? 'sertifikat.pdf', bytes })
  if (said.kind === 'uploaded') {
    await asJob(services.db, async tx => {
      await store.attachDocument(tx, batchId, item, said.document)
      await store.beat(tx, batchId, services.clock.now())
    })
    return { ...item, payload: { ...item.payload, path: [said.document] } }
  }
  if (said.kind === 'unsure' && item.tries < mostTries) await settled(services, batchId, item, { state: 'waiting' })
  else await failed(said.kind === 'refused' ? `ditolak SIASN: ${said.problem}` : `belum terunggah: ${said.problem}`)
  return null
}

/** Whether a row arrived that nobody had an answer of; one that did not waits again, a few times. */
async function lookUp(services: Part, client: SiasnClient, batchId: number, item: store.Sending, problem = noAnswer) {
  await asJob(services.db, tx => store.beat(tx, batchId, services.clock.now()))
  const row = arrived(item.service, item.payload, await client.history(`rw-${item.service}`, item.nip))
  if (row) return settled(services, batchId, item, { state: 'sent', externalId: String(row.id), answer: { found: row } })
  await settled(services, batchId, item, item.tries >= mostTries ? { state: 'failed', problem } : { state: 'waiting', problem })
}

/** Holds what was sent against the histories as the service has them now. */
export async function checkBatch(services: Part, client: SiasnClient, batchId: number): Promise<void> {
  const { db, clock, log } = services
  const items = await asJob(db, tx => store.sentItems(tx, batchId))
  try {
    for (const theirs of Map.groupBy(items, item => `${item.pegawaiId} ${item.service}`).values()) {
      const { service, nip } = theirs[0]!
      const rows = await client.history(`rw-${service}`, nip)
      for (const item of theirs) {
        const row = rows.find(one => one.id === item.externalId)
        const differing = row ? differences(service, item.payload, row) : []
        const problem = !row
          ? 'Tidak ada lagi di SIASN.'
          : differing.map(one => `${one.field}: dikirim “${one.sent}”, di SIASN “${one.found}”`).join('; ')
        await asJob(db, tx =>
          store.settleItem(
            tx,
            batchId,
            item,
            { state: problem === '' ? 'confirmed' : 'differs', problem: problem || null },
            clock.now(),
          ),
        )
      }
    }
  } catch (error) {
    if (!(error instanceof ServiceDown)) throw error
    log.warn({ batchId, why: error.message }, 'siasn.check')
  }
}
