import { BlockList, isIP } from 'node:net'
import type { Ctx } from './context.ts'

/** Whose word about the client's address counts: nobody's, so many proxies before us, or proxies at these addresses. */
export type TrustedProxy =
  | { kind: 'none' }
  | { kind: 'hops'; hops: number }
  | { kind: 'addresses'; has(address: string): boolean }

/** Steps that are looked at: more proxies than any office has, fewer than a hostile header may name. */
const mostHops = 20

/** As one writes it: without port and brackets, an IPv4 address without its IPv6 coat; null where it is none. */
export function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^\[([^\]]+)\](:\d{1,5})?$/, '$1')
    .replace(/^(\d[\d.]+):\d{1,5}$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/, '')
  return isIP(bare) === 0 || bare.includes('%') ? null : bare
}

/** `1` … `20`, or addresses and subnets divided by commas; null where it is neither. Nothing given: none is trusted. */
export function readTrustedProxy(text: string): TrustedProxy | null {
  const given = text.trim()
  if (given === '') return { kind: 'none' }
  if (/^\d+$/.test(given)) {
    const hops = Number(given)
    return hops >= 1 && hops <= mostHops ? { kind: 'hops', hops } : null
  }
  const known = new BlockList()
  for (const one of given.split(',')) if (!addTo(known, one.trim())) return null
  return { kind: 'addresses', has: address => known.check(address, familyOf(address)) }
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function addTo(known: BlockList, text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const plain = plainAddress(address)
  if (plain === null || plain !== address.toLowerCase()) return false
  if (bits === undefined) known.addAddress(plain, familyOf(plain))
  else if (Number(bits) > (isIP(plain) === 6 ? 128 : 32)) return false
  else known.addSubnet(plain, Number(bits), familyOf(plain))
  return true
}

/**
 * Where a request comes from: the address of the connection, or, as far as its proxies are trusted, the one they report in
 * `X-Forwarded-For`. Each proxy adds on the right whom it was asked by, so that what a client wrote itself stands on the left and is
 * never reached. What is no address ends the search there.
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, trusted: TrustedProxy): string {
  const from = plainAddress(connection) ?? connection
  if (trusted.kind === 'none' || !forwardedFor) return from
  const reported = forwardedFor.split(',').reverse().slice(0, mostHops)
  let address = from
  for (const [step, text] of reported.entries()) {
    if (trusted.kind === 'hops' ? step >= trusted.hops : !trusted.has(address)) break
    const next = plainAddress(text)
    if (next === null) break
    address = next
  }
  return address
}

/** The same for a request as it arrived; `unknown` where it came over no connection (a test, a health check inside the process). */
export function addressOf(c: Ctx, trusted: TrustedProxy): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return clientAddress(incoming?.socket?.remoteAddress ?? 'unknown', c.req.header('x-forwarded-for'), trusted)
}
