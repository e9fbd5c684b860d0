import { fileURLToPath } from 'node:url'
import { boot } from './boot.ts'
import { recalculateAll } from './needs/index.ts'
import { regions } from './people/index.ts'
import { brokenSeal } from './platform/audit/index.ts'
import { readConfig } from './platform/config.ts'
import { asJob, DataFolderInUse, sql } from './platform/db/index.ts'
import type { Services } from './platform/http/context.ts'

type Command = { what: string; overApi: string; run(services: Services): Promise<void> }

const print = (rows: unknown[]) => console.log(rows.length === 0 ? '(kosong)' : rows.map(row => JSON.stringify(row)).join('\n'))

const commands: Record<string, Command> = {
  status: {
    what: 'instansi, jumlah ASN aktif, cakupan pemetaan',
    overApi: 'GET /api/v1/coverage',
    run: async services => {
      const { rows } = await asJob(services.db, tx =>
        sql<Record<string, unknown>>`
          SELECT i.region_code AS instansi, i.name, sum(c.active)::int AS active, sum(c.assessed)::int AS assessed
          FROM instansi i JOIN coverage c ON c.instansi_id = i.id GROUP BY i.id ORDER BY i.region_code`.execute(tx),
      )
      print(rows)
    },
  },
  recalculate: {
    what: 'hitung ulang profil, kesenjangan, cakupan, dan kebutuhan semua instansi',
    overApi: 'tidak perlu: server menghitung ulang sendiri setelah setiap perubahan dan setiap malam',
    run: async services => {
      await recalculateAll(services)
      console.log('Selesai dihitung ulang.')
    },
  },
  accounts: {
    what: 'daftar akun dan perannya',
    overApi: 'halaman /akun sebagai admin',
    run: async services => {
      const { rows } = await asJob(services.db, tx =>
        sql<Record<string, unknown>>`
          SELECT a.username, a.name, a.closed_at IS NOT NULL AS closed, coalesce(string_agg(g.role || '@' || g.place, ', '), '') AS roles
          FROM identity.user_account a LEFT JOIN identity.role_grant g ON g.account_id = a.id AND g.ended_at IS NULL
          GROUP BY a.id ORDER BY a.username LIMIT 1000`.execute(tx),
      )
      print(rows)
    },
  },
  audit: {
    what: 'periksa apakah rantai segel jejak perubahan masih utuh',
    overApi: 'halaman /jejak menunjukkan segelnya; pemeriksaan rantai memerlukan server berhenti',
    run: async services => {
      const broken = await asJob(services.db, brokenSeal)
      if (broken)
        throw new Error(
          `Segel instansi ${broken.instansiKey} pada ${broken.minute.toISOString()} tidak cocok: jejak telah diubah.`,
        )
      console.log('Semua segel utuh.')
    },
  },
  regions: {
    what: 'kode wilayah pemerintah daerah',
    overApi: 'GET /api/v1/instansi',
    run: async () => print(await regions()),
  },
}

const name = process.argv[2] ?? ''
const command = commands[name]
if (!command) {
  console.log('Pemakaian: npm run piawai -- PERINTAH\n')
  for (const [key, { what }] of Object.entries(commands)) console.log(`  ${key.padEnd(14)} ${what}`)
  process.exit(name === '' || name === 'help' ? 0 : 2)
}

try {
  const services = await boot(readConfig(process.env), fileURLToPath(new URL('../../', import.meta.url)))
  await command.run(services)
  await services.database.close()
  process.exit(0)
} catch (error) {
  if (error instanceof DataFolderInUse) {
    console.error(`${error.message}\n\nServer yang berjalan dapat melakukan hal yang sama: ${command.overApi}`)
    process.exit(3)
  }
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
