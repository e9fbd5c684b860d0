import type { ComponentChildren } from 'preact'

export type Message = {
  href: string
  title: string
  body: string | null
  /** Of what, and when. */
  meta: ComponentChildren
  isNew: boolean
  action?: ComponentChildren
}

/** What somebody was told, one below the other: what is new stands out by a dot, by weight and by a word. */
export const MessageList = ({ items, newWord, label }: { items: Message[]; newWord: string; label: string }) => (
  <ul class="messages" aria-label={label}>
    {items.map(item => (
      <li key={item.href} class={item.isNew ? 'message message-new' : 'message'}>
        <div class="message-words">
          <a href={item.href}>
            {item.isNew && <span class="sr-only">{newWord}: </span>}
            {item.title}
          </a>
          {item.body && <p>{item.body}</p>}
          <div class="message-meta">{item.meta}</div>
        </div>
        {item.action}
      </li>
    ))}
  </ul>
)
