import type { Transaction } from "@/db/client"
import { sha256Of } from "./canonical"
import { type DeskSide, deskHash } from "./desk-hash"
import { knownNames, peopleAt } from "./known-names"
import { namedIn, type SealedName, sealerFor } from "./seal"

/** A version in the form in which it is stored, and the names that were taken out of it. */
export type SealedVersion<Finding, Override> = {
  content: Record<string, unknown>
  sha256: string
  findings: Finding[]
  overrides: Override[]
  names: SealedName[]
}

/**
 * Step: a version without its names, with a commitment to each in their place, and with a hash of what
 * stands beside it. `former` is its fingerprint from a release before the ledger. Nothing is written.
 */
export async function sealVersion<Finding, Override>(
  tx: Transaction,
  content: object,
  side: DeskSide<Finding, Override>,
  former?: string,
): Promise<SealedVersion<Finding, Override>> {
  const there = await peopleAt(tx, side.meetingId)
  const sealer = sealerFor(content, await knownNames(tx, there, namedIn(content)))
  const words = sealer.seal(content)
  const findings = sealer.seal([...side.findings])
  const overrides = sealer.seal([...side.overrides])
  if (former) sealer.whole(former, "former")
  const names = sealer.names()
  const sealed = {
    ...words,
    names: Object.fromEntries(names.map(({ key, commitment }) => [key, commitment])),
    desk: deskHash({ ...side, findings, overrides }),
  }
  return { content: sealed, sha256: sha256Of(sealed), findings, overrides, names }
}
