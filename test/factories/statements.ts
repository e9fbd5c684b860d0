import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import type { Db } from '../../src/platform/db/index.ts'
import type { Services } from '../../src/platform/http/context.ts'

/** The same services, whose database keeps what it is asked, without the frame of transactions. */
export function listening(services: Services) {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const compiler = new PostgresQueryCompiler()
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = compiler.compileQuery(node, queryId)
      if (!/^(BEGIN|COMMIT|ROLLBACK)\b/.test(sql)) asked.push({ sql, parameters })
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const db: Db = services.db.withPlugin(plugin)
  return {
    services: { ...services, db },
    /** What was asked since the last time. */
    take: () => asked.splice(0),
  }
}
