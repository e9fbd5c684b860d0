const shortest = 4

/**
 * A certificate's number as it is compared: small letters and digits, whatever stands between them one stroke, without a leading "No.".
 * Null where it says too little to tell one certificate from another. Its twin in SQL is `certificate_key`.
 */
export function certificateKey(number: string | null): string | null {
  const key = (number ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/^(nomor|no)\//, '')
  return key.replaceAll('/', '').length >= shortest ? key : null
}

/** A name of learning as it is compared; null where it has neither letter nor digit. */
export const nameKey = (name: string | null): string | null =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim() || null
