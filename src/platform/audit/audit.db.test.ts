import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { asJob, type Database, inScope, sql, type Tx } from '../db/index.ts'
import { type AuditEntry, audit, brokenSeal, entryDigest, eraseDetail, sealAudit, sealDigest, sha256 } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const at = (time: string) => new Date(`2026-11-22T${time}Z`)
const write = (tx: Tx, time: string, instansiId: number | null, more: Partial<AuditEntry> = {}) =>
  audit(tx, 'akun', at(time), { verb: 'ubah', subject: 'uji', instansiId, ...more })

type Entry = { id: number; salt: string; digest: string; sealed_in: Date | null; instansi_id: number | null; detail: unknown }
const entries = async (tx: Tx) =>
  (await sql<Entry>`SELECT id, salt, digest, sealed_in, instansi_id, detail FROM audit_entry ORDER BY id`.execute(tx)).rows
const seals = async (tx: Tx) =>
  (
    await sql<{ instansi_key: number; minute: Date; entries: number[]; previous: string; digest: string }>`
      SELECT instansi_key, minute, entries, previous, digest FROM audit_seal ORDER BY minute, instansi_key`.execute(tx)
  ).rows.map(row => ({ ...row, minute: row.minute.toISOString().slice(11, 16), entries: row.entries.map(Number) }))

/** As whoever owns the tables, who could tamper with them; nothing of it stays. */
const asTamperer = (work: (tx: Tx) => Promise<void>) =>
  database.asOwner(async db => {
    await sql`BEGIN`.execute(db)
    try {
      await work(db as Tx)
    } finally {
      await sql`ROLLBACK`.execute(db)
    }
  })

describe('an entry', () => {
  it('carries the salted digest of what it says', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:00.123', 5, { rows: 3, detail: { nama: 'Ani' } })
      const [entry] = await entries(tx)
      const words = { at: '2026-11-22T03:00:00.123Z', accountId: 'akun', verb: 'ubah', subject: 'uji', instansiId: 5 }
      expect(entry!.digest).toBe(entryDigest(entry!.salt, { ...words, rows: 3, detail: { nama: 'Ani' } }))
      expect(entry!.detail).toEqual({ nama: 'Ani' })
      expect(entry!.digest).toMatch(/^[0-9a-f]{64}$/)
      expect(entryDigest('other', { ...words, rows: 3, detail: { nama: 'Ani' } })).not.toBe(entry!.digest)
    }))

  it('has a salt of its own, so that equal entries have different digests', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:00', 5)
      await write(tx, '03:00:00', 5)
      const [a, b] = await entries(tx)
      expect(a!.digest).not.toBe(b!.digest)
    }))

  it('has another digest for every word that differs', () => {
    const base = { at: 't', accountId: 'a', verb: 'v', subject: 's', instansiId: 1, rows: 2, detail: { x: 1 } }
    const others = [
      { at: 'u' },
      { accountId: null },
      { verb: 'w' },
      { subject: 't' },
      { instansiId: 2 },
      { rows: 3 },
      { detail: 1 },
    ]
    const all = [base, ...others.map(other => ({ ...base, ...other }))].map(entry => entryDigest('salt', entry))
    expect(new Set(all).size).toBe(8)
  })

  it('cannot be changed or removed by any role of the application, nor can a seal', async () => {
    await asJob(database.outer, tx => write(tx, '01:00:00', 5))
    await asJob(database.outer, tx => sealAudit(tx, at('01:05:00')))
    const attempts = [
      "UPDATE audit_entry SET verb = 'lain'",
      'UPDATE audit_entry SET detail = NULL',
      "UPDATE audit_entry SET detail = NULL, salt = ''",
      "UPDATE audit_entry SET salt = ''",
      "UPDATE audit_entry SET digest = ''",
      'DELETE FROM audit_entry',
      "UPDATE audit_seal SET digest = ''",
      'DELETE FROM audit_seal',
      'TRUNCATE audit_entry',
    ]
    for (const attempt of attempts) {
      const refused = { code: '42501' }
      await expect(sql.raw(attempt).execute(database.outer), attempt).rejects.toMatchObject(refused)
      await expect(
        asJob(database.outer, tx => sql.raw(attempt).execute(tx)),
        attempt,
      ).rejects.toMatchObject(refused)
      const nation = inScope(database.outer, { kind: 'nation' }, tx => sql.raw(attempt).execute(tx))
      await expect(nation, attempt).rejects.toMatchObject(refused)
    }
    await database.asOwner(db => sql.raw('TRUNCATE audit_entry, audit_seal').execute(db))
  })
})

describe('a seal', () => {
  it('chains the entries of a closed minute per instansi; the minute that runs waits', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:10', 5)
      await write(tx, '03:00:20', 6)
      await write(tx, '03:00:30', 5)
      await write(tx, '03:00:40', null)
      await write(tx, '03:01:00', 5)
      const all = await entries(tx)
      expect(await sealAudit(tx, at('03:01:59'))).toBe(3)
      expect(await seals(tx)).toEqual([
        { instansi_key: 0, minute: '03:01', entries: [all[3]!.id], previous: '', digest: sha256(`\n${all[3]!.digest}`) },
        {
          instansi_key: 5,
          minute: '03:01',
          entries: [all[0]!.id, all[2]!.id],
          previous: '',
          digest: sha256(`\n${all[0]!.digest}\n${all[2]!.digest}`),
        },
        { instansi_key: 6, minute: '03:01', entries: [all[1]!.id], previous: '', digest: sha256(`\n${all[1]!.digest}`) },
      ])
      expect((await entries(tx)).map(entry => entry.sealed_in !== null)).toEqual([true, true, true, true, false])
      expect(await brokenSeal(tx)).toBeNull()
    }))

  it('is written once a minute: asked again it seals nothing twice', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:10', 5)
      expect(await sealAudit(tx, at('03:01:00'))).toBe(1)
      expect(await sealAudit(tx, at('03:01:30'))).toBe(0)
      expect(await sealAudit(tx, at('03:05:00'))).toBe(0)
      expect(await seals(tx)).toHaveLength(1)
    }))

  it('holds an entry that was committed late in the next seal, which names the one before', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:10', 5)
      await sealAudit(tx, at('03:01:00'))
      await write(tx, '03:00:20', 5) // its minute was sealed already
      await write(tx, '03:01:20', 5)
      expect(await sealAudit(tx, at('03:01:40'))).toBe(0)
      expect(await sealAudit(tx, at('03:02:00'))).toBe(1)
      const all = await entries(tx)
      const [first, second] = await seals(tx)
      expect(second).toMatchObject({ minute: '03:02', entries: [all[1]!.id, all[2]!.id], previous: first!.digest })
      expect(second!.digest).toBe(sealDigest(first!.digest, [all[1]!.digest, all[2]!.digest]))
      expect(await brokenSeal(tx)).toBeNull()
    }))
})

describe('a chain', () => {
  /** Two sealed minutes of instansi 5 and one of 6. */
  const chain = async (tx: Tx) => {
    await write(tx, '03:00:10', 5, { detail: { nama: 'Ani' } })
    await write(tx, '03:00:20', 5)
    await write(tx, '03:00:30', 6)
    await sealAudit(tx, at('03:01:00'))
    await write(tx, '03:01:10', 5)
    await sealAudit(tx, at('03:02:00'))
    return (await entries(tx)).map(entry => entry.id)
  }
  const tampered = (statement: (ids: number[]) => string) =>
    asTamperer(async tx => {
      const ids = await chain(tx)
      expect(await brokenSeal(tx)).toBeNull()
      await sql.raw(statement(ids)).execute(tx)
      expect(await brokenSeal(tx)).toEqual({ instansiKey: 5, minute: at('03:01:00') })
    })

  it('shows where an entry was removed', () => tampered(([, second]) => `DELETE FROM audit_entry WHERE id = ${second}`))

  it('shows where the digest of an entry was altered', () =>
    tampered(([first]) => `UPDATE audit_entry SET digest = repeat('0', 64) WHERE id = ${first}`))

  it('shows where what an entry says was altered', () =>
    tampered(([first]) => `UPDATE audit_entry SET account_id = 'orang lain' WHERE id = ${first}`))

  it('shows where the detail of an entry was replaced', () =>
    tampered(([first]) => `UPDATE audit_entry SET detail = '{"nama":"Budi"}' WHERE id = ${first}`))

  it('shows where a seal was made anew: the next one does not fit it', () =>
    asTamperer(async tx => {
      const [first, second] = await chain(tx)
      await sql`DELETE FROM audit_entry WHERE id = ${second}`.execute(tx)
      const left = (await entries(tx)).find(entry => entry.id === first)!
      await sql`UPDATE audit_seal SET entries = ${[first]}, digest = ${sealDigest('', [left.digest])} WHERE instansi_key = 5 AND previous = ''`.execute(
        tx,
      )
      expect(await brokenSeal(tx)).toEqual({ instansiKey: 5, minute: at('03:02:00') })
    }))

  it('stays whole where the detail of an entry is erased', () =>
    asTamperer(async tx => {
      const ids = await chain(tx)
      await sql`UPDATE audit_entry SET detail = NULL, salt = '' WHERE id = ${ids[0]}`.execute(tx)
      expect(await brokenSeal(tx)).toBeNull()
    }))
})

describe('an erased detail', () => {
  const reason = 'Surat permintaan 12/2026'
  /** Two entries of 5 and one of 6 with a detail, one without; sealed. */
  const written = async (tx: Tx) => {
    await write(tx, '03:00:10', 5, { detail: { nama: 'Ani' } })
    await write(tx, '03:00:20', 5, { detail: { nama: 'Budi' } })
    await write(tx, '03:00:30', 6, { detail: { nama: 'Cici' } })
    await write(tx, '03:00:40', 5)
    await sealAudit(tx, at('03:01:00'))
    return (await entries(tx)).map(entry => Number(entry.id))
  }
  const erase = (tx: Tx, ids: number[]) => eraseDetail(tx, 'admin', at('03:02:00'), ids, reason)

  it('is gone with its salt; digests and seals stand, and the chain still holds', () =>
    rolledBack(database, 'job', async tx => {
      const ids = await written(tx)
      const [before] = await entries(tx)
      expect(await erase(tx, [ids[0]!])).toBe(1)
      const [after] = await entries(tx)
      expect(after).toEqual({ ...before, detail: null, salt: '' })
      expect(await brokenSeal(tx)).toBeNull()
      expect(await sealAudit(tx, at('03:03:00'))).toBe(1) // the record of the erasure
      expect(await brokenSeal(tx)).toBeNull()
    }))

  it('leaves one record for each instansi, with who, why and which, that is chained like any other', () =>
    rolledBack(database, 'job', async tx => {
      const ids = await written(tx)
      expect(await erase(tx, ids)).toBe(3)
      const { rows } = await sql<{
        instansi_id: number
        account_id: string
        rows: number
        subject: string
        detail: { why: string; entries: { id: number }[] }
      }>`
        SELECT instansi_id, account_id, rows, subject, detail FROM audit_entry WHERE verb = 'erase_audit_detail' ORDER BY instansi_id`.execute(
        tx,
      )
      expect(rows.map(row => [row.instansi_id, row.account_id, row.rows, row.subject, row.detail.why])).toEqual([
        [5, 'admin', 2, 'audit_entry', reason],
        [6, 'admin', 1, `audit_entry:${ids[2]}`, reason],
      ])
      expect(rows.map(row => row.detail.entries.map(entry => entry.id))).toEqual([[ids[0], ids[1]], [ids[2]]])
      expect(JSON.stringify(rows)).not.toMatch(/Ani|Budi|Cici/)
    }))

  it('is erased once: again, or where there was none, nothing happens and nothing is recorded', () =>
    rolledBack(database, 'job', async tx => {
      const ids = await written(tx)
      expect(await erase(tx, [ids[0]!])).toBe(1)
      const count = (await entries(tx)).length
      expect([await erase(tx, [ids[0]!, ids[3]!]), await erase(tx, []), await erase(tx, [9_999_999])]).toEqual([0, 0, 0])
      expect((await entries(tx)).length).toBe(count)
    }))

  it('is never that of an erasure: its reason stays', () =>
    rolledBack(database, 'job', async tx => {
      const ids = await written(tx)
      await erase(tx, [ids[0]!])
      const record = (await entries(tx)).at(-1)!
      expect(await erase(tx, [Number(record.id)])).toBe(0)
      expect((await entries(tx)).at(-1)!.detail).toMatchObject({ why: reason })
    }))

  it('of an entry that no seal holds yet is sealed without it', () =>
    rolledBack(database, 'job', async tx => {
      await write(tx, '03:00:10', 5, { detail: { nama: 'Ani' } })
      expect(await erase(tx, [Number((await entries(tx))[0]!.id)])).toBe(1)
      expect(await sealAudit(tx, at('03:05:00'))).toBe(1)
      expect(await brokenSeal(tx)).toBeNull()
    }))

  const tamperedAfter = (statement: (ids: number[]) => string) =>
    asTamperer(async tx => {
      const ids = await written(tx)
      await erase(tx, [ids[0]!])
      expect(await brokenSeal(tx)).toBeNull()
      await sql.raw(statement(ids)).execute(tx)
      expect(await brokenSeal(tx)).toEqual({ instansiKey: 5, minute: at('03:01:00') })
    })

  it('does not hide an alteration of who did it', () =>
    tamperedAfter(([first]) => `UPDATE audit_entry SET account_id = 'orang lain' WHERE id = ${first}`))

  it('does not hide an alteration of what was done', () =>
    tamperedAfter(([first]) => `UPDATE audit_entry SET verb = 'lain' WHERE id = ${first}`))

  it('cannot be replaced by another', () =>
    tamperedAfter(([first]) => `UPDATE audit_entry SET detail = '{"nama":"Dedi"}' WHERE id = ${first}`))

  it('cannot be feigned by taking the salt alone', () =>
    tamperedAfter(([, second]) => `UPDATE audit_entry SET salt = '', detail = '{"nama":"Dedi"}' WHERE id = ${second}`))

  it('is for jobs alone to erase', async () => {
    const attempt = sql.raw('SELECT erase_audit_detail(ARRAY[1]::bigint[])')
    const refused = { code: '42501' }
    await expect(attempt.execute(database.outer)).rejects.toMatchObject(refused)
    await expect(inScope(database.outer, { kind: 'nation' }, tx => attempt.execute(tx))).rejects.toMatchObject(refused)
  })
})
