// The part of Piawai that a browser keeps although no page is open: it shows what was pushed, and opens it when it is pressed.
// Served at /sw.js as it stands. Nothing is cached yet: pages without a network come with learning offline.

addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))

addEventListener('push', event => {
  let told = {}
  try {
    told = event.data.json()
  } catch {
    // Not from us, or empty: browsers want something shown all the same.
  }
  const href = typeof told.href === 'string' && /^\/([^/\\]|$)/.test(told.href) ? told.href : '/pesan'
  event.waitUntil(registration.showNotification(String(told.title || 'Piawai'), { tag: href, data: { href } }))
})

addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(clients.openWindow(event.notification.data.href))
})
