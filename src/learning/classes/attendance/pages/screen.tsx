import { ButtonLink } from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  title: string
  when: string
  backHref: string
  /** Null: it is not open; `closed` says why. */
  code: { path: string; size: number; address: string; short: string } | null
  closed: string
  count: string
}

/** What the projector shows: large, quiet, renewed by the Refresh header of its answer. */
export const ScreenPage = ({ m, title, when, backHref, code, closed, count }: Props) => (
  <div class="check-in-screen">
    <div class="check-in-words">
      <p class="eyebrow">{m.screenTitle}</p>
      <h1>{title}</h1>
      <p class="lead">{when}</p>
      {code ? (
        <>
          <p>{m.screenLead}</p>
          <p>
            {m.screenCode} <strong>{code.address}</strong> {m.screenType}
          </p>
          <p class="check-in-code">{code.short}</p>
          <p class="check-in-count">{count}</p>
          <p class="field-help">{m.screenRenew}</p>
        </>
      ) : (
        <p class="check-in-count">{closed}</p>
      )}
      <ButtonLink href={backHref} tone="ghost" icon="arrow-left">
        {m.screenBack}
      </ButtonLink>
    </div>
    {code && (
      <svg
        class="check-in-qr"
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={m.qr}
        shape-rendering="crispEdges"
      >
        <rect width={code.size} height={code.size} class="qr-paper" />
        <path d={code.path} class="qr-ink" />
      </svg>
    )}
  </div>
)
