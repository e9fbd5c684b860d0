import type { ComponentChildren } from 'preact'
import { Alert, ButtonLink, Disclosure, Facts, PageHeader, Section } from '../../../ui/index.ts'
import type { TrailMessages } from '../messages.ts'

type Props = {
  m: TrailMessages
  title: string
  lead: string
  facts: { label: string; value: ComponentChildren }[]
  seal: string
  /** Whether what it says fits its digest. */
  intact: boolean
  erased: boolean
  erasedByHref: string | null
  known: { label: string; value: string }[]
  /** The detail as it is kept; null where there is none. */
  whole: string | null
  subjectHref: string | null
  sameHref: string
  eraseHref: string | null
}

const Detail = ({ m, known, whole, erased, erasedByHref }: Props) => {
  if (erased)
    return (
      <Alert tone="info" title={m.erased}>
        <p>{m.erasedWhat}</p>
        {erasedByHref && (
          <p>
            <a href={erasedByHref}>{m.erasedBy}</a>
          </p>
        )}
      </Alert>
    )
  if (whole === null) return <p>{m.noDetail}</p>
  return (
    <>
      {known.length > 0 && <Facts items={known} />}
      <Disclosure summary={m.wholeDetail}>
        <pre class="wrap-anywhere whitespace-pre-wrap">{whole}</pre>
      </Disclosure>
    </>
  )
}

/** One entry of the trail: who did what to what, what it held, and whether it stands as it was written. */
export function EntryPage(props: Props) {
  const { m, title, lead, facts, seal, intact, erased, subjectHref, sameHref, eraseHref } = props
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <>
            {subjectHref && <ButtonLink href={subjectHref}>{m.openSubject}</ButtonLink>}
            <ButtonLink href={sameHref}>{m.sameSubject}</ButtonLink>
          </>
        }
      />
      <Alert tone={intact ? 'ok' : 'bad'} title={intact ? m.intact : m.altered}>
        <p>{intact ? (erased ? m.intactErased : m.intactWhat) : m.alteredWhat}</p>
        <p>{seal}</p>
      </Alert>
      <Section title={m.aboutEntry}>
        <Facts items={facts} />
      </Section>
      <Section
        title={m.holds}
        actions={
          eraseHref && (
            <ButtonLink href={eraseHref} tone="ghost">
              {m.erase}
            </ButtonLink>
          )
        }
      >
        <Detail {...props} />
      </Section>
    </>
  )
}
