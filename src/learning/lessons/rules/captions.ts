/** Whether this is WebVTT: text in UTF-8 that begins with its word. */
export function isCaptions(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text) && text.includes('-->') && !text.includes('\0')
}
