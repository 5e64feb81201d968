import { readName } from "@/lib/live/channel"
import { servedDocuments } from "./served-documents"
import type { Served } from "./served-kind"
import { servedMinutes } from "./served-minutes"

const kinds: Readonly<Record<string, Served>> = {
  minutes: servedMinutes,
  documents: servedDocuments,
}

/** The kind and the id of the text that is opened under a name; null when there is no such kind. */
export function servedAt(name: string): { served: Served; id: string } | null {
  const read = readName(name)
  const served = read && Object.hasOwn(kinds, read.kind) ? kinds[read.kind] : null
  return read && served ? { served, id: read.id } : null
}
