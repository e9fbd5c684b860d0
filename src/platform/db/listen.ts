import pg from 'pg'

export type Listening = { close(): Promise<void> }

/**
 * `heard` gets what `pg_notify` says on the channel once the transaction that says it was committed. A hint, not a promise: what is said
 * while nobody listens is lost. So `began` is called each time listening begins, and who listens looks for itself from time to time.
 */
export type Listen = (channel: string, heard: (payload: string) => void, began: () => void) => Promise<Listening>

const retryMilliseconds = 1000

/** On a connection of its own, opened again where it breaks. Rejects where it cannot be opened the first time. */
export const listenOn =
  (connectionString: string): Listen =>
  async (channel, heard, began) => {
    let closed = false
    let client: pg.Client | undefined
    let retry: NodeJS.Timeout | undefined
    const openAgain = () => {
      if (!closed) retry = setTimeout(() => open().catch(openAgain), retryMilliseconds)
    }
    const open = async () => {
      const fresh = new pg.Client({ connectionString, keepAlive: true })
      fresh.on('error', () => {}) // it ends, too
      fresh.on('end', () => {
        if (client === fresh) openAgain()
      })
      fresh.on('notification', message => heard(message.payload ?? ''))
      await fresh.connect()
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      client = fresh
      if (closed) await fresh.end()
      else began()
    }
    await open()
    return {
      close: async () => {
        closed = true
        clearTimeout(retry)
        await client?.end()
      },
    }
  }
