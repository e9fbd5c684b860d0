// Progressive enhancement: every page works without this file. Nothing here knows what a page is about.

const liveEvery = 1500
const guardFor = 8000

document.documentElement.classList.add('js')

const closest = (event: Event, selector: string) => (event.target instanceof Element ? event.target.closest(selector) : null)

/** `/` goes to the search box, another key to what names it (`data-shortcut`), unless one is writing. */
addEventListener('keydown', event => {
  if (event.key === 'Escape') leave(event)
  if (event.ctrlKey || event.metaKey || event.altKey || closest(event, 'input,textarea,select,[contenteditable]')) return
  if (event.key !== '/') return pressShortcut(event)
  const box = document.querySelector<HTMLInputElement>('[data-search]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})

/** What is opened is shown with its first field; a link or a button is pressed. */
function pressShortcut(event: KeyboardEvent) {
  if (!/^[a-z]$/.test(event.key)) return
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${event.key}"]`)
  if (!target) return
  event.preventDefault()
  if (!(target instanceof HTMLDetailsElement)) return target.click()
  target.open = true
  target.querySelector<HTMLElement>('textarea,input:not([type=hidden]),select')?.focus()
}

/** Menus close, and what a key had unfolded: the keys are heard again. What was typed there stays. */
function leave(event: KeyboardEvent) {
  closeMenus(null)
  const unfolded = closest(event, 'details[data-shortcut]')
  if (!(unfolded instanceof HTMLDetailsElement)) return
  unfolded.open = false
  unfolded.querySelector('summary')?.focus()
}

/** A menu closes when one looks elsewhere; focus goes back to what opened it. */
function closeMenus(except: Element | null) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    if (except && menu.contains(except)) continue
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    menu.open = false
  }
}

addEventListener('click', event => {
  const target = event.target as Element
  closeMenus(target)
  const row = closest(event, 'tr[data-href]')
  if (!row || closest(event, 'a,button,input,select,textarea,label,summary') || getSelection()?.toString()) return
  const href = row.getAttribute('data-href')!
  if (event.ctrlKey || event.metaKey) open(href)
  else location.assign(href)
})

addEventListener('change', event => {
  const field = event.target
  if (field instanceof HTMLSelectElement) field.closest<HTMLFormElement>('form[data-autosubmit]')?.requestSubmit()
  if (!(field instanceof HTMLInputElement)) return
  if (field.type === 'file') describeFiles(field)
  const all = field.dataset.checkAll
  if (all !== undefined) {
    for (const box of field.closest('table')!.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')) {
      if (box.name === all) box.checked = field.checked
    }
  }
})

function describeFiles(field: HTMLInputElement) {
  const output = field.parentElement?.querySelector('output')
  if (!output) return
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
  const files = [...(field.files ?? [])]
  output.hidden = files.length === 0
  output.textContent = files
    .map(
      ({ name, size: bytes }) =>
        `${name} · ${bytes < 1e6 ? `${size.format(Math.ceil(bytes / 1e3))} kB` : `${size.format(bytes / 1e6)} MB`}`,
    )
    .join(', ')
}

/** A form that asks where one is: the device is asked once, and the form goes whatever it answers. */
addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  const words = form.dataset.place
  if (words === undefined || !navigator.geolocation) return
  event.preventDefault()
  delete form.dataset.place
  const button = buttonsOf(form)[0]
  if (button) button.textContent = words
  type Found = Parameters<Parameters<Geolocation['getCurrentPosition']>[0]>[0]
  const go = (found: Found | null) => {
    if (found) {
      const set = (name: string, value: number) => {
        const field = form.elements.namedItem(name)
        if (field instanceof HTMLInputElement) field.value = value.toFixed(6)
      }
      set('lintang', found.coords.latitude)
      set('bujur', found.coords.longitude)
    }
    form.requestSubmit()
  }
  navigator.geolocation.getCurrentPosition(go, () => go(null), { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 })
})

/** One press, one POST: the button rests until the answer comes (or, for a download, a few seconds). */
addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method !== 'post') return
  setTimeout(() => {
    for (const button of buttonsOf(form)) {
      button.disabled = true
      button.setAttribute('aria-busy', 'true')
    }
  })
  setTimeout(() => release(form), guardFor)
})

addEventListener('pageshow', event => {
  if (event.persisted) for (const form of document.forms) release(form)
})

const buttonsOf = (form: HTMLFormElement) => [...form.elements].filter(element => element instanceof HTMLButtonElement)

function release(form: HTMLFormElement) {
  for (const button of buttonsOf(form)) {
    if (!button.hasAttribute('aria-busy')) continue
    button.disabled = false
    button.removeAttribute('aria-busy')
  }
}

/** Work that goes on elsewhere: its fragment is fetched again until the answer no longer asks for it. */
async function refresh(element: Element) {
  const url = element.getAttribute('data-live')
  if (!url || !element.isConnected) return
  try {
    if (!document.hidden) {
      const answer = await fetch(url)
      const next = answer.headers.get('X-Location')
      if (next) return location.assign(next)
      if (answer.status === 401 || answer.status === 403 || answer.redirected) return location.reload()
      if (answer.ok) {
        const template = document.createElement('template')
        template.innerHTML = (await answer.text()).trim()
        const fresh = template.content.firstElementChild
        if (fresh) {
          element.replaceWith(template.content)
          element = fresh
        }
      }
    }
  } catch {
    // No network just now: what is shown stays, and the next round asks again.
  }
  if (element.hasAttribute('data-live')) setTimeout(refresh, liveEvery, element)
}

const push = document.querySelector<HTMLElement>('[data-push]')
if (push) import('./push.ts').then(({ offerPush }) => offerPush(push))

for (const element of document.querySelectorAll('[data-live]')) setTimeout(refresh, liveEvery, element)
// On a phone the tab that one is in may lie beyond the edge.
for (const tab of document.querySelectorAll<HTMLElement>('.tabs [aria-current]')) {
  const tabs = tab.closest<HTMLElement>('.tabs')!
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2
}

document.querySelector<HTMLElement>('[data-focus]')?.focus()

// What only some pages need comes with those pages.
if (document.querySelector('[data-film],[data-answer],[data-left]')) import('./player.ts').then(player => player.start())
if (document.querySelector('[data-editor]')) import('./editor.ts').then(editor => editor.start())
