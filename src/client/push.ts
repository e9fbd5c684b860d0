// The button that lets this browser show messages although no page is open. What it says stands on the page (data-*).

const bytes = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

export function offerPush(place: HTMLElement) {
  const { push: key, action } = place.dataset
  const button = place.querySelector('button')!
  const say = (what: 'unsupported' | 'denied' | 'failed') => {
    const output = place.querySelector('output')!
    output.textContent = place.dataset[what] ?? ''
    button.disabled = false
  }
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return say('unsupported')
  if (Notification.permission === 'denied') say('denied')
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      if ((await Notification.requestPermission()) !== 'granted') return say('denied')
      await navigator.serviceWorker.register('/sw.js')
      const { pushManager } = await navigator.serviceWorker.ready
      const options = { userVisibleOnly: true, applicationServerKey: bytes(key!) }
      // Subscribed with other keys, of an installation that is no more: begun anew.
      const made = await pushManager.subscribe(options).catch(async () => {
        await (await pushManager.getSubscription())?.unsubscribe()
        return pushManager.subscribe(options)
      })
      const { endpoint, keys } = made.toJSON()
      const body = new URLSearchParams({ endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! })
      const answer = await fetch(action!, { method: 'POST', body })
      if (!answer.ok) return say('failed')
      location.reload()
    } catch {
      say('failed')
    }
  })
}
