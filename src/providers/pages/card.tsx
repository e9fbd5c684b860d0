import { ButtonLink, Facts, KeyFigure, PostButton, Section, type Tone } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { Framed, type ProviderFrame } from './frame.tsx'

type Props = {
  m: Messages
  id: number
  frame: ProviderFrame
  figure: { value: string; sentence: string; tone: Tone }
  facts: { label: string; value: string }[]
  website: string | null
  about: string | null
  keeps: boolean
  closed: boolean
}

export function CardPage({ m, id, frame, figure, facts, website, about, keeps, closed }: Props) {
  const here = `/penyelenggara/${id}`
  return (
    <Framed
      frame={frame}
      actions={
        keeps && (
          <>
            <ButtonLink href={`${here}/ubah`}>{m.edit}</ButtonLink>
            {closed ? (
              <PostButton action={`${here}/buka`} label={m.reopen} confirm={m.reopenAsk} />
            ) : (
              <ButtonLink href={`${here}/tutup`} tone="ghost">
                {m.close}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <KeyFigure
        value={figure.value}
        label={m.readyLabel}
        sentence={figure.sentence}
        tone={figure.tone}
        action={<ButtonLink href={`${here}/akreditasi`}>{m.seeAccreditation}</ButtonLink>}
      />
      <Section title={m.tabCard}>
        <Facts
          items={[
            ...facts,
            ...(website
              ? [
                  {
                    label: m.website,
                    value: (
                      <a href={website} rel="noopener noreferrer nofollow">
                        {website}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {about && <p>{about}</p>}
      </Section>
    </Framed>
  )
}
