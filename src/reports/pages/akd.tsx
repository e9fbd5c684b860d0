import type { Block } from '../../platform/pdf/index.ts'
import { ButtonLink, EmptyState, Facts, PageHeader, Pager, PostButton, Section } from '../../ui/index.ts'
import type { DocumentMessages } from '../documents-messages.ts'
import type { DocumentRow } from '../documents-view.ts'
import { Blocks } from './blocks.tsx'
import { DocumentTable } from './documents.tsx'

type AkdProps = {
  m: DocumentMessages
  title: string
  facts: { label: string; value: string }[]
  blocks: Block[]
  issueAction: string | null
  issued: DocumentRow[]
}

/** What the AKD of one person would say now, the button that issues it, and what was issued before. */
export const AkdPage = ({ m, title, facts, blocks, issueAction, issued }: AkdProps) => (
  <>
    <PageHeader
      title={title}
      lead={m.akdLead}
      actions={issueAction && <PostButton action={issueAction} label={m.akdIssue} tone="primary" icon="file" />}
    />
    <Blocks blocks={blocks} />
    <Section title={m.akdIssued}>
      <DocumentTable m={m} rows={issued} empty={m.akdNone} withDigest={false} />
    </Section>
    <Section title={m.about}>
      <Facts items={facts} />
    </Section>
  </>
)

type OwnProps = { m: DocumentMessages; rows: DocumentRow[]; akdHref: string; pager: Parameters<typeof Pager>[0] }

/** The documents about oneself. */
export function OwnDocumentsPage({ m, rows, akdHref, pager }: OwnProps) {
  const actions = (
    <>
      <PostButton action={akdHref} label={m.ownIssue} tone="primary" icon="file" />
      <ButtonLink href={akdHref} tone="ghost">
        {m.ownSeen}
      </ButtonLink>
    </>
  )
  if (rows.length === 0) {
    return (
      <>
        <PageHeader title={m.own} lead={m.ownLead} />
        <EmptyState title={m.ownEmpty} action={actions}>
          {m.ownEmptyText}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={m.own} lead={m.ownLead} actions={actions} />
      <DocumentTable m={m} rows={rows} empty="" withDigest={false} />
      <Pager {...pager} />
    </>
  )
}
