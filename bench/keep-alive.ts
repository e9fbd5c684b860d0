import { Agent, request as open } from 'node:http'

/** `body`: sent as JSON with PUT. */
export type Request = { path: string; cookie?: string | undefined; body?: string }
export type Answer = { status: number; milliseconds: number; bytes: number }

/** `clients` connections that stay open, as many requests under way at once. What is answered is counted, not unpacked. */
export function keepAlive(origin: string, clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients, scheduling: 'fifo' })

  const ask = ({ path, cookie, body }: Request) =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now()
      const headers = {
        'accept-encoding': 'gzip',
        ...(cookie ? { cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      }
      open(origin + path, { agent, headers, method: body ? 'PUT' : 'GET' }, response => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - started, bytes }))
        response.on('error', reject)
      })
        .on('error', reject)
        .end(body)
    })

  /** Asks for `request(0)`, `request(1)` … for `seconds`, each client the next one as soon as it has its answer. */
  async function during(seconds: number, request: (n: number) => Request) {
    const started = performance.now()
    const until = started + seconds * 1000
    const answers: (Answer & { n: number })[] = []
    let next = 0
    const client = async () => {
      while (performance.now() < until) {
        const n = next++
        const asked = request(n)
        const answer = await ask(asked)
        if (answer.status !== 200) throw new Error(`${asked.path} answered ${answer.status}`)
        answers.push({ ...answer, n })
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    return { answers, perSecond: answers.length / ((performance.now() - started) / 1000) }
  }

  return { during, close: () => agent.destroy() }
}
