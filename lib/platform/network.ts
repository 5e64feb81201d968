import { isIP } from "node:net"

/**
 * The network that an address is counted by. One host chooses freely among the 2^64 addresses of an IPv6
 * network (RFC 4291, 2.5.1), so these count as one; an IPv4 address counts as itself, also where a
 * socket of both kinds writes it as IPv6 (RFC 4291, 2.5.5.2). What is no address is left as it is.
 */
export function networkOf(address: string): string {
  const [bare = ""] = address.split("%")
  if (isIP(bare) !== 6) return address
  const groups = groupsOf(bare)
  const [, , , , , mark, high = 0, low = 0] = groups
  if (mark === 0xffff && groups.slice(0, 5).every((group) => group === 0))
    return [high >> 8, high & 255, low >> 8, low & 255].join(".")
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(":")}::/64`
}

/** The eight groups of an IPv6 address; the reader of web addresses knows all ways to write one. */
function groupsOf(address: string): number[] {
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = [], after = []] = written
    .split("::")
    .map((side) => (side ? side.split(":").map((group) => Number.parseInt(group, 16)) : []))
  const left = Array<number>(8 - before.length - after.length).fill(0)
  return [...before, ...left, ...after]
}
