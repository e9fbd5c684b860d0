/** The address better-auth wants of every account; nobody is asked for a real one. The domain can never exist (RFC 2606). */
export const placeholderAddress = (accountId: string) => `${accountId}@akun.invalid`
