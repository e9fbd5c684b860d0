import { Alert, ButtonLink, DataTable, Facts, KeyFigure, PageHeader, PostButton, Progress, Section } from '../../ui/index.ts'
import type { DocumentMessages } from '../documents-messages.ts'

type File = { format: string; href: string; size: string; sha256: string; names: boolean }
type Fact = { label: string; value: string }
type Props = {
  m: DocumentMessages
  id: number
  title: string
  lead: string
  facts: Fact[]
  inputs: Fact[]
  files: File[]
  state: 'queued' | 'ready' | 'failed'
  progress: number
  asOf: string
  problem: string | null
  supersedes: number | null
  supersededBy: number | null
  mayIssue: boolean
}

/** Refreshes itself while the document is made; without JavaScript the link does. */
export const Working = ({ m, id, progress }: { m: DocumentMessages; id: number; progress: number }) => (
  <div data-live={`/dokumen/${id}/keadaan`}>
    <Section
      title={m.working}
      lead={m.workingLead}
      actions={
        <ButtonLink href={`/dokumen/${id}`} icon="refresh">
          {m.reload}
        </ButtonLink>
      }
    >
      <Progress value={progress} max={100} label={m.progress(progress)} />
    </Section>
  </div>
)

const Ready = ({ m, asOf, files, supersededBy }: Props) => (
  <>
    <KeyFigure
      value={asOf}
      label={m.asOf}
      sentence={m.readySentence}
      action={files.map((file, index) => (
        <ButtonLink key={file.format} href={file.href} icon="download" tone={index === 0 ? 'primary' : 'neutral'} download>
          {m.download(file.format)} ({file.size})
        </ButtonLink>
      ))}
    />
    {supersededBy !== null && (
      <Alert tone="warn" title={m.superseded(String(supersededBy))}>
        <a href={`/dokumen/${supersededBy}`}>{m.see(String(supersededBy))}</a>
      </Alert>
    )}
    <Section title={m.files} lead={m.filesLead}>
      <DataTable<File>
        caption={m.files}
        rows={files}
        rowKey={file => file.format}
        empty="–"
        columns={[
          { key: 'format', header: m.format, primary: true, cell: file => file.format },
          { key: 'size', header: m.length, align: 'right', nowrap: true, cell: file => file.size },
          { key: 'names', header: m.named, cell: file => (file.names ? m.yes : m.no) },
          { key: 'sha256', header: m.digest, long: true, cell: file => <code class="break-all text-sm">{file.sha256}</code> },
        ]}
      />
    </Section>
  </>
)

/** One document: what it is, its files, what it was made from; or how far it is, or why it was not made. */
export function DocumentPage(props: Props) {
  const { m, id, title, lead, facts, inputs, state, supersedes } = props
  return (
    <>
      <PageHeader title={title} lead={lead} eyebrow={m.one(String(id))} />
      {state === 'queued' && <Working m={m} id={id} progress={props.progress} />}
      {state === 'failed' && (
        <>
          <Alert tone="bad" title={m.failed}>
            <p>{props.problem}</p>
          </Alert>
          {props.mayIssue && (
            <div class="actions">
              <PostButton action={`/dokumen/${id}/ulang`} label={m.again} tone="primary" icon="refresh" />
            </div>
          )}
        </>
      )}
      {state === 'ready' && <Ready {...props} />}
      <Section title={m.about}>
        <Facts items={facts} />
        {supersedes !== null && (
          <p class="text-muted">
            {m.supersedes(String(supersedes))} <a href={`/dokumen/${supersedes}`}>{m.see(String(supersedes))}</a>
          </p>
        )}
      </Section>
      {inputs.length > 0 && (
        <Section title={m.inputs} lead={m.inputsLead}>
          <Facts items={inputs} />
        </Section>
      )}
    </>
  )
}
