/**
 * The seam for an electronic signature over a finished file (the national certification authority, a signing server of one's own): it is
 * given the bytes of a PDF and answers them signed, or null where it does not sign. None is built in.
 */
export type Signing = { sign(bytes: Uint8Array): Promise<Uint8Array | null> }

/** Nobody signs electronically: letters have a line for a signature by hand, and the screen says so. */
export const byHand: Signing = { sign: () => Promise.resolve(null) }
