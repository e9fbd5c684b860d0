import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A browser's own keys, and what it can read with them: RFC 8188 and 8291, written down from the RFC and not from the sender's library. */
export function browserKeys() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const secret = randomBytes(16)
  return {
    p256dh: pair.getPublicKey('base64url'),
    auth: secret.toString('base64url'),
    read(body: Buffer): string {
      const salt = body.subarray(0, 16)
      const keyLength = body[20]!
      const theirs = body.subarray(21, 21 + keyLength)
      const shared = pair.computeSecret(theirs)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
      const input = Buffer.from(hkdfSync('sha256', shared, secret, info, 32))
      const derived = (label: string, length: number) =>
        Buffer.from(hkdfSync('sha256', input, salt, Buffer.from(`Content-Encoding: ${label}\0`), length))
      const [key, nonce] = [derived('aes128gcm', 16), derived('nonce', 12)]
      const sealed = body.subarray(21 + keyLength)
      const opener = createDecipheriv('aes-128-gcm', key, nonce)
      opener.setAuthTag(sealed.subarray(-16))
      const padded = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()])
      return padded.subarray(0, padded.lastIndexOf(2)).toString()
    },
  }
}

type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer }

/** A service of push on this machine; `answer` says what it replies to a path. */
export async function pushService(answer: (path: string) => number = () => 201) {
  const got: Pushed[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const path = request.url!
      got.push({ path, headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(answer(path), path === '/moved' ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    got,
    origin,
    allows: (endpoint: string) => endpoint.startsWith(origin),
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
export type PushService = Awaited<ReturnType<typeof pushService>>

/** What the header of VAPID claims, its signature left aside. */
export function claimsOf(authorization: string): { aud: string; exp: number; sub: string } {
  const token = /t=([^,]+)/.exec(authorization)![1]!
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
}
