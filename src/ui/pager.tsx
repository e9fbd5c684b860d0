import { Icon } from './icon.tsx'

type Props = {
  from: number
  to: number
  total: number
  previousHref: string | null
  nextHref: string | null
  texts: { previous: string; next: string; summary: string }
}

/** `texts.summary` says it whole ("26–50 dari 6.129"): figures are written by who knows the language. */
export const Pager = ({ from, to, total, previousHref, nextHref, texts }: Props) =>
  total > 0 && (
    <nav class="pager" aria-label={texts.summary}>
      <p class="pager-summary">{texts.summary}</p>
      {(from > 1 || to < total) && (
        <div class="pager-steps">
          {previousHref ? (
            <a class="btn" href={previousHref} rel="prev">
              <Icon name="arrow-left" />
              {texts.previous}
            </a>
          ) : (
            <span class="btn btn-disabled">
              <Icon name="arrow-left" />
              {texts.previous}
            </span>
          )}
          {nextHref ? (
            <a class="btn" href={nextHref} rel="next">
              {texts.next}
              <Icon name="arrow-right" />
            </a>
          ) : (
            <span class="btn btn-disabled">
              {texts.next}
              <Icon name="arrow-right" />
            </span>
          )}
        </div>
      )}
    </nav>
  )
