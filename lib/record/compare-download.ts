import { desc, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { ledgerEntries } from "@/db/schema/record"
import { database } from "@/lib/platform/database"
import { sha256Of } from "./canonical"
import { recordDownload } from "./download"
import { commitmentOf } from "./seal"
import { AmbiguousJson, parseStrictJson } from "./strict-json"
import { keysIn } from "./words"

/** An entry that a file was found on. */
type Found = { slug: string; address: string; position: number; at: Date; hash: string }

/**
 * What a file is. `names`: the record is the published one, but names in the file are not those of the record
 * (by their keys), or some are left out of it (`without`, which erasing does too). `ambiguous`: programs may
 * read it as this or that, since it says something twice (`at`).
 */
export type Verdict =
  | { verdict: "published"; on: Found; without: number }
  | { verdict: "names"; on: Found; keys: string[] }
  | { verdict: "changed"; sha256: string; claims: Found | null }
  | { verdict: "ambiguous"; at: string }
  | { verdict: "unreadable" }

/** Compares a downloaded text with what stands on the ledgers. */
export async function compareDownload(text: string): Promise<Verdict> {
  const read = readJson(text)
  if ("verdict" in read) return read
  const download = recordDownload.safeParse(read.value)
  const record = download.success ? download.data.record : read.value
  const sha256 = download.success ? sha256Of(record) : read.sha256
  const on = await findOn({ sha256 })
  if (!on) {
    const claims = download.success ? await findOn({ hash: download.data.ledger.hash }) : null
    return { verdict: "changed", sha256, claims }
  }
  if (!download.success) return { verdict: "published", on, without: 0 }
  const { names } = download.data
  const keys = Object.entries(names).flatMap(([key, { name, salt }]) =>
    download.data.record.names?.[key] === commitmentOf(salt, name) ? [] : [key],
  )
  if (keys.length > 0) return { verdict: "names", on, keys }
  const spoken = new Set(keysIn(JSON.stringify({ ...download.data.record, names: null })))
  return { verdict: "published", on, without: [...spoken].filter((key) => !(key in names)).length }
}

/** JSON that can be hashed; a verdict for anything else, as deep nesting that no record has. */
function readJson(
  text: string,
): { value: unknown; sha256: string } | Extract<Verdict, { verdict: "ambiguous" | "unreadable" }> {
  try {
    const value = parseStrictJson(text)
    if (typeof value !== "object" || value === null) return { verdict: "unreadable" }
    return { value, sha256: sha256Of(value) }
  } catch (error) {
    return error instanceof AmbiguousJson
      ? { verdict: "ambiguous", at: error.at }
      : { verdict: "unreadable" }
  }
}

async function findOn(by: { sha256: string } | { hash: string }): Promise<Found | null> {
  const { address, position, at, hash } = ledgerEntries
  const [found] = await database()
    .select({ slug: groups.slug, address, position, at, hash })
    .from(ledgerEntries)
    .innerJoin(groups, eq(groups.id, ledgerEntries.groupId))
    .where("sha256" in by ? eq(ledgerEntries.sha256, by.sha256) : eq(ledgerEntries.hash, by.hash))
    .orderBy(desc(ledgerEntries.at))
    .limit(1)
  return found ?? null
}
