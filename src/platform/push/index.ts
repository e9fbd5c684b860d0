import webPush from 'web-push'

/** A browser's service of push, and the keys that only this browser can read with (RFC 8030, RFC 8291). */
export type Subscription = { endpoint: string; p256dh: string; auth: string }

export type PushKeys = { publicKey: string; privateKey: string }

export const makePushKeys = (): PushKeys => webPush.generateVAPIDKeys()

/** The services of the browsers there are. We call no other address because somebody typed it. */
const services = [/^fcm\.googleapis\.com$/, /\.push\.services\.mozilla\.com$/, /\.push\.apple\.com$/, /\.notify\.windows\.com$/]

export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username } = new URL(endpoint)
  return protocol === 'https:' && port === '' && username === '' && services.some(service => service.test(hostname))
}

/** Whether these are keys that something can be encrypted for: a point on P-256 and 16 random bytes. */
export function areKeys({ p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>): boolean {
  if (!/^[\w-]{80,100}$/.test(p256dh) || !/^[\w-]{20,30}$/.test(auth)) return false
  try {
    webPush.encrypt(p256dh, auth, 'x', 'aes128gcm')
    return true
  } catch {
    return false
  }
}

/** `gone`: the browser will never take anything again. `refused`: the service does not take this one. */
export type Pushed = { kind: 'sent' | 'gone' } | { kind: 'refused' | 'later'; said: string }

type Sender = {
  keys: PushKeys
  /** Whom the service may ask: an `https:` or `mailto:` address. */
  subject: string
  /** Which endpoints are called; tests call their own. */
  allows?: (endpoint: string) => boolean
}

const longest = 10_000 // milliseconds for one answer
const keptSeconds = 86_400 // by the service, for a browser that is not there

/** Encrypts the text for the one browser and hands it to its service. Never throws. */
export async function push(to: Subscription, text: string, { keys, subject, allows = isPushService }: Sender): Promise<Pushed> {
  if (!allows(to.endpoint)) return { kind: 'refused', said: 'unknown service' }
  try {
    const { endpoint, headers, body } = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      text,
      { vapidDetails: { subject, ...keys }, TTL: keptSeconds, contentEncoding: 'aes128gcm' },
    )
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: new Uint8Array(body!),
      redirect: 'error',
      signal: AbortSignal.timeout(longest),
    })
    await answer.body?.cancel()
    if (answer.ok) return { kind: 'sent' }
    if (answer.status === 404 || answer.status === 410) return { kind: 'gone' }
    return { kind: answer.status === 429 || answer.status >= 500 ? 'later' : 'refused', said: String(answer.status) }
  } catch (error) {
    return { kind: 'later', said: (error as Error).name }
  }
}
