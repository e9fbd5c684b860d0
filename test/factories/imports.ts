import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as actions from '../../src/imports/actions.ts'
import { applyImport } from '../../src/imports/apply.ts'
import type { ImportKind, KindName } from '../../src/imports/kind.ts'
import { readImport } from '../../src/imports/read.ts'
import * as store from '../../src/imports/store.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { asJob, type Database, sql } from '../../src/platform/db/index.ts'
import { folderFiles } from '../../src/platform/files/index.ts'
import type { Services } from '../../src/platform/http/context.ts'
import { createLog } from '../../src/platform/log.ts'

export type Sent = { name: string; data: Record<string, unknown> }

/** Services over a test database, whose jobs are only written down. */
export function importServices(database: Database, log = createLog('error')) {
  const folder = mkdtempSync(join(tmpdir(), 'piawai-import-'))
  const sent: Sent[] = []
  const services: Services = {
    config: {
      host: '',
      port: 0,
      dataFolder: folder,
      databaseUrl: undefined,
      demo: false,
      publicUrl: undefined,
      trustedProxy: { kind: 'none' },
      mail: null,
      logLevel: 'silent',
    },
    clock: fixedClock('2026-11-22T03:00:00Z'),
    database,
    db: database.outer,
    files: folderFiles(folder),
    jobs: {
      on() {},
      hear() {},
      every() {},
      send: async (_tx, name, data) => void sent.push({ name, data: data as Record<string, unknown> }),
      start: async () => {},
      stop: async () => {},
      ready: () => true,
    },
    log,
  }
  return { services, sent, cleanUp: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An instansi with a root, two offices and a few posts; `id` also serves as its code. */
export async function agency(database: Database, id: number): Promise<void> {
  await asJob(database.outer, async tx => {
    await sql`INSERT INTO instansi (id, kind, name, region_code) VALUES (${id}, 'provinsi', ${`Provinsi ${id}`}, ${String(id)})`.execute(
      tx,
    )
    await sql`
      WITH root AS (INSERT INTO unit (instansi_id, code, name) VALUES (${id}, ${`R${id}`}, 'Pemerintah Provinsi') RETURNING id),
      opd AS (INSERT INTO unit (instansi_id, parent_id, code, name)
        SELECT ${id}::int, root.id, code, name FROM root, (VALUES ('DINKES', 'Dinas Kesehatan'), ('DISDIK', 'Dinas Pendidikan')) AS v(code, name) RETURNING id, code),
      below AS (INSERT INTO unit (instansi_id, parent_id, top_id, code, name) SELECT ${id}::int, opd.id, opd.id, opd.code || '.SEK', 'Sekretariat' FROM opd RETURNING id, code)
      INSERT INTO jabatan (instansi_id, unit_id, code, name, jenis, jenjang, is_head)
      SELECT ${id}::int, opd.id, opd.code || '-KA', 'Kepala Dinas', 'jpt', 'jpt_pratama', true FROM opd
      UNION ALL SELECT ${id}::int, below.id, below.code || '-SEK', 'Sekretaris', 'administrator', 'administrator', true FROM below
      UNION ALL SELECT ${id}::int, below.id, below.code || '-AK', 'Analis Keuangan', 'pelaksana', 'pelaksana', false FROM below`.execute(
      tx,
    )
    await sql`UPDATE unit SET top_id = id WHERE instansi_id = ${id} AND code IN ('DINKES', 'DISDIK')`.execute(tx)
  })
}

/** A NIP of its own for every number: born on successive days, appointed in January 2010. */
export const nipNumber = (n: number) => {
  const birth = new Date(Date.UTC(1975, 0, 1 + (n % 5000)))
  return `${birth.toISOString().slice(0, 10).replaceAll('-', '')}201001${1 + (n % 2)}${String(1 + (Math.floor(n / 5000) % 998)).padStart(3, '0')}`
}

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  new TextEncoder().encode(rows.map(row => row.join(';')).join('\n'))

/** Imports from upload to the end, doing each job as it is queued. */
export function importRunner(services: Services, sent: Sent[], kinds: readonly ImportKind[], who: Actor) {
  const work = async () => {
    for (let job = sent.shift(); job; job = sent.shift()) {
      const id = Number(job.data.importId)
      await (job.name === 'import.read' ? readImport(services, kinds, id) : applyImport(services, kinds, id))
    }
  }
  const state = (id: number) => actions.seenImport(services, kinds, who, id)
  const rows = (id: number, outcome: store.Outcome) => asJob(services.db, tx => store.listRows(tx, id, outcome, 0, 1000))
  return {
    work,
    state,
    rows,
    /** Why rows were refused: `row header: reason`. */
    async reasons(id: number) {
      const it = await state(id)
      const refused = await rows(id, 'refused')
      return refused.flatMap(row =>
        (row.errors ?? []).map(
          error => `${row.row_number} ${error.column === null ? error.field : it.columns?.[error.column]?.header}: ${error.id}`,
        ),
      )
    },
    /** Uploads and reads; `rows` are those of a sheet, or the bytes of a file. */
    async read(
      kind: KindName,
      rows: Uint8Array | readonly (readonly (string | number)[])[],
      instansiId: number,
      fileName = 'data.csv',
    ) {
      const bytes = rows instanceof Uint8Array ? rows : csv(rows)
      const id = await actions.upload(services, kinds, who, { instansiId, kind, fileName, bytes })
      await work()
      return state(id)
    },
    async apply(id: number) {
      await actions.run(services, kinds, who, id)
      await work()
      return state(id)
    },
  }
}
