import type { Ctx } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { ButtonLink, EmptyState } from '../ui/index.ts'
import { messages } from './messages.ts'

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500

/** What went wrong as a page: what happened, what was kept, what to do. */
export function refusalPage(c: Ctx, status: Status, detail: { id: string; en: string } | null): Response {
  const language = c.get('language') ?? 'id'
  const m = messages[language]
  if (!c.get('frame')) return c.text(detail?.[language] ?? m.brokenText(c.get('requestId')), status)
  const [title, text] =
    status === 500
      ? [m.brokenTitle, m.brokenText(c.get('requestId'))]
      : [
          status === 404 ? m.notFoundTitle : status === 410 ? m.goneTitle : m.refusedTitle,
          (detail ?? notFound().detail)[language],
        ]
  return page(
    c,
    { title, status },
    <>
      <h1 class="sr-only">{title}</h1>
      <EmptyState
        title={title}
        action={
          <ButtonLink href="/" icon="home">
            {m.toHome}
          </ButtonLink>
        }
      >
        {text}
      </EmptyState>
    </>,
  )
}
