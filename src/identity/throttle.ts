import { RateLimiterMemory } from 'rate-limiter-flexible'

const quarter = 15 * 60

/**
 * Slows down guessing: 5 wrong passwords for one account, or 60 from one address (an office shares one), in a quarter of
 * an hour. Counted per process: with several processes a guesser has as many times the tries (ADR 0005).
 */
export function createThrottle() {
  const perAccount = new RateLimiterMemory({ points: 5, duration: quarter })
  const perAddress = new RateLimiterMemory({ points: 60, duration: quarter })
  return {
    /** Minutes to wait, or 0. */
    async waitFor(login: string, address: string): Promise<number> {
      const [account, from] = await Promise.all([perAccount.get(login), perAddress.get(address)])
      const blocked = [
        account && account.consumedPoints >= 5 ? account : null,
        from && from.consumedPoints >= 60 ? from : null,
      ].filter(r => r !== null)
      return Math.ceil(Math.max(0, ...blocked.map(r => r.msBeforeNext)) / 60_000)
    },
    async wrong(login: string, address: string): Promise<void> {
      await Promise.allSettled([perAccount.consume(login), perAddress.consume(address)])
    },
    async right(login: string): Promise<void> {
      await perAccount.delete(login)
    },
  }
}
export type Throttle = ReturnType<typeof createThrottle>
