import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

const quarter = 15 * 60

/**
 * Slows down guessing: 5 tries for one account, or 60 from one address (an office shares one), in a quarter of an hour. A try is
 * counted before the password is looked at, so that many at once are counted too. Counted per process: with several processes a
 * guesser has as many times the tries (ADR 0005).
 */
export function createThrottle() {
  const perAccount = new RateLimiterMemory({ points: 5, duration: quarter })
  const perAddress = new RateLimiterMemory({ points: 60, duration: quarter })
  const waited = async (limiter: RateLimiterMemory, key: string) => {
    try {
      await limiter.consume(key)
      return 0
    } catch (refused) {
      return (refused as RateLimiterRes).msBeforeNext
    }
  }
  return {
    /** Counts a try; answers the minutes to wait, or 0 where it may go on. `account` is the account, or what was typed where there is none. */
    async attempt(account: string, address: string): Promise<number> {
      const waits = await Promise.all([waited(perAccount, account), waited(perAddress, address)])
      return Math.ceil(Math.max(...waits) / 60_000)
    },
    /** The password was right: the errors of the account are forgotten, and this try no longer counts for the address. */
    async right(account: string, address: string): Promise<void> {
      await Promise.all([perAccount.delete(account), perAddress.reward(address)])
    },
  }
}
export type Throttle = ReturnType<typeof createThrottle>
