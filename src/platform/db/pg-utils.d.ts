/** How node-postgres writes a parameter: the embedded database is spoken to in the same way. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): string | Uint8Array | null }
  export default utils
}
