// On the pages of a learner: where one is in a film, answers as they are given, the time that is left. Everything works without it, too.

type Json = Record<string, unknown>
const put = async (url: string, body: Json): Promise<Json> => {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** One thing at a time, the latest of what waits; tried again with longer and longer pauses until it is stored. */
function saver(send: () => Promise<void>, failed: () => void) {
  let running = false
  let again = false
  let pause = 1000
  const run = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    try {
      await send()
      pause = 1000
    } catch {
      failed()
      setTimeout(run, pause)
      pause = Math.min(pause * 2, 30_000)
    }
    running = false
    if (again) void run()
  }
  addEventListener('online', () => void run())
  return run
}

function film(box: HTMLElement) {
  const video = box.querySelector('video')!
  const state = box.querySelector<HTMLElement>('[data-film-state]')!
  const url = box.dataset.save
  const start = Number(box.dataset.place)
  video.addEventListener('loadedmetadata', () => {
    if (start > 5 && start < video.duration - 5) video.currentTime = start
  })
  if (!url) return
  let from: number | null = null
  let seen: [number, number][] = []
  let dirty = false
  /** Ends the stretch that is being watched; a jump is no watching. */
  const note = () => {
    if (from !== null && video.currentTime > from) seen.push([Math.floor(from), Math.ceil(video.currentTime)])
    from = video.paused ? null : video.currentTime
    dirty = true
  }
  let before = start
  video.addEventListener('timeupdate', () => {
    if (Math.abs(video.currentTime - before) > 2) {
      if (from !== null && before > from) seen.push([Math.floor(from), Math.ceil(before)])
      from = video.paused ? null : video.currentTime
    }
    before = video.currentTime
  })
  const save = saver(
    async () => {
      if (!dirty) return
      const sent = seen
      dirty = false
      try {
        const answer = await put(url, { place: video.currentTime, watched: sent.slice(-200) })
        seen = seen.slice(sent.length)
        state.textContent = !answer.stored ? '' : answer.done ? box.dataset.finished! : box.dataset.kept!
        if (answer.completed) box.querySelector('[data-film-passed]')!.removeAttribute('hidden')
        else if (answer.done && !('done' in box.dataset) && video.ended) location.reload()
      } catch (error) {
        dirty = true
        throw error
      }
    },
    () => {
      state.textContent = box.dataset.unsaved!
    },
  )
  video.addEventListener('play', () => {
    from = before = video.currentTime
  })
  for (const event of ['pause', 'ended']) {
    video.addEventListener(event, () => {
      note()
      void save()
    })
  }
  setInterval(() => {
    if (video.paused) return
    note()
    void save()
  }, 15_000)
  addEventListener('pagehide', () => {
    if (video.paused) return
    note()
    void save()
  })
}

function answers(box: HTMLElement) {
  const form = box.querySelector('form')!
  const state = box.querySelector<HTMLElement>('[data-answer-state]')!
  const version = form.elements.namedItem('versi') as HTMLInputElement
  const read = (): unknown => {
    const data = new FormData(form)
    if (box.dataset.kind === 'multiple') return data.getAll('jawaban')
    if (box.dataset.kind !== 'matching') return data.get('jawaban') ?? ''
    return Object.fromEntries([...data].flatMap(([name, value]) => (name.startsWith('jawaban-') ? [[name.slice(8), value]] : [])))
  }
  let pending = false
  const say = (words: string, isSaved: boolean) => {
    state.textContent = words
    state.classList.toggle('unsaved', !isSaved)
  }
  const save = saver(
    async () => {
      if (!pending) return
      const answer = read()
      pending = false
      try {
        const said = await put(box.dataset.answer!, { version: Number(version.value), answer })
        if (said.stored) {
          version.value = String(said.version)
          if (!pending) say(`${box.dataset.saved} ${said.savedAt}${said.message ? `. ${said.message}` : ''}`, true)
        } else say(String(said.message), false)
      } catch (error) {
        pending = true
        throw error
      }
    },
    () => say(navigator.onLine ? box.dataset.unsaved! : box.dataset.offline!, false),
  )
  const changed = () => {
    pending = true
    say(box.dataset.saving!, false)
    void save()
  }
  form.addEventListener('change', changed)
  let typing: ReturnType<typeof setTimeout>
  form.addEventListener('input', event => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return
    say(box.dataset.saving!, false)
    clearTimeout(typing)
    typing = setTimeout(changed, 800)
  })
  form.addEventListener('submit', event => {
    clearTimeout(typing)
    // Without a link the press would lead to the browser's own error page, and what was typed with it: it waits here instead.
    if (navigator.onLine) pending = false
    else {
      event.preventDefault()
      pending = true
      say(box.dataset.offline!, false)
    }
  })
}

/** Counts down from what the server said was left; at the end the server decides what holds, and says so. */
function clock(output: HTMLElement) {
  const end = performance.now() + Number(output.dataset.left) * 1000
  const grace = Number(output.dataset.grace)
  const show = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000))
    output.textContent = `${output.dataset.leftWords} ${Math.floor(left / 60)}.${String(left % 60).padStart(2, '0')}`
    output.classList.toggle('unsaved', left < 60)
    if (left > 0) return setTimeout(show, 1000)
    output.textContent = output.dataset.overWords!
    // The answer that is on its way still counts within the grace; then the server closes the attempt and shows what came of it.
    setTimeout(
      () => {
        if (navigator.onLine) location.assign(location.pathname)
        else addEventListener('online', () => location.assign(location.pathname), { once: true })
      },
      Math.max(0, end + (grace + 1) * 1000 - performance.now()),
    )
  }
  show()
}

export function start() {
  for (const box of document.querySelectorAll<HTMLElement>('[data-film]')) film(box)
  for (const box of document.querySelectorAll<HTMLElement>('[data-answer]')) answers(box)
  for (const output of document.querySelectorAll<HTMLElement>('[data-left]')) clock(output)
}
