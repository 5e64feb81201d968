import ipaddr from "ipaddr.js"

/**
 * Whether an IP address belongs to the open internet. Everything else, from loopback to the ranges that
 * translate one kind of address into the other, could lead back into the operator's own network.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address.replace(/%.*$/, ""))
  return parsed.range() === "unicast"
}
