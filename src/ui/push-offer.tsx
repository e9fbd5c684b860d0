import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  /** The public key of the installation, and where the browser's own is sent. */
  publicKey: string
  action: string
  label: string
  texts: { needsScript: string; unsupported: string; denied: string; failed: string }
  children?: ComponentChildren
}

/** Lets this browser show messages although no page is open: the one thing here that needs JavaScript, and says so. */
export const PushOffer = ({ publicKey, action, label, texts, children }: Props) => (
  <div
    class="push-offer"
    data-push={publicKey}
    data-action={action}
    data-unsupported={texts.unsupported}
    data-denied={texts.denied}
    data-failed={texts.failed}
  >
    {children}
    <button type="button" class="btn" hidden>
      <Icon name="bell" />
      {label}
    </button>
    <output />
    <noscript>
      <p>{texts.needsScript}</p>
    </noscript>
  </div>
)
