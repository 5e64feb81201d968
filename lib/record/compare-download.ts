import { desc, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { ledgerEntries } from "@/db/schema/record"
import { database } from "@/lib/platform/database"
import { sha256Of } from "./canonical"
import { formatOf, type RecordDownload, recordDownload } from "./download"
import type { PublicEntry } from "./public-queries"
import { commitmentOf } from "./seal"
import { AmbiguousJson, parseStrictJson } from "./strict-json"
import { keysIn } from "./words"

/** An entry that a file was found on. */
type Found = { slug: string; address: string; position: number; at: Date; hash: string }

/**
 * What a file is. `names`: the record is the published one, but names in the file are not those of the record
 * (by their keys), or some are left out of it (`without`, which erasing does too). `place`: it is, and what
 * the file says beside it of its kind, its time and its place on the ledger is not (`places`). `ambiguous`: programs may
 * read it as this or that, since it says something twice (`at`).
 */
export type Verdict =
  | { verdict: "published"; on: Found; without: number }
  | { verdict: "names"; on: Found; keys: string[] }
  | { verdict: "place"; on: Found; places: string[] }
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
  const entry = await findOn({ sha256 })
  if (!entry) {
    const claims = download.success ? await findOn({ hash: download.data.ledger.hash }) : null
    return { verdict: "changed", sha256, claims: claims && foundOf(claims) }
  }
  const on = foundOf(entry)
  if (!download.success) return { verdict: "published", on, without: 0 }
  const { names } = download.data
  const keys = Object.entries(names).flatMap(([key, { name, salt }]) =>
    download.data.record.names?.[key] === commitmentOf(salt, name) ? [] : [key],
  )
  if (keys.length > 0) return { verdict: "names", on, keys }
  const places = otherPlaces(download.data, entry)
  if (places.length > 0) return { verdict: "place", on, places }
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

/** Where a file does not say what stands on the ledger of its record. */
function otherPlaces({ format, ledger }: RecordDownload, entry: Entry): string[] {
  const { kind, position, address, sha256, previous, hash, at } = entry
  const stands = { position, kind, address, sha256, previous, hash, at: at.toISOString() }
  const fields = Object.keys(stands) as (keyof typeof stands)[]
  return [
    ...(format === formatOf(kind) ? [] : ["format"]),
    ...fields.flatMap((field) => (ledger[field] === stands[field] ? [] : [`ledger.${field}`])),
  ]
}

const foundOf = ({ slug, address, position, at, hash }: Entry): Found => ({
  ...{ slug, address, position, at, hash },
})

type Entry = PublicEntry & { slug: string }

async function findOn(by: { sha256: string } | { hash: string }): Promise<Entry | null> {
  const { position, kind, address, sha256, previous, hash, at } = ledgerEntries
  const [found] = await database()
    .select({ slug: groups.slug, position, kind, address, sha256, previous, hash, at })
    .from(ledgerEntries)
    .innerJoin(groups, eq(groups.id, ledgerEntries.groupId))
    .where("sha256" in by ? eq(ledgerEntries.sha256, by.sha256) : eq(ledgerEntries.hash, by.hash))
    .orderBy(desc(ledgerEntries.at))
    .limit(1)
  return found ?? null
}
