import { and, eq, inArray, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { nameKeyOf } from "@/lib/people/name-score"
import type { DraftPerson } from "./draft"

/** A name of some drafts: every way it is written there, and what stands beside it. */
export type BatchName = {
  /** The same for every spelling of the same words. */
  key: string
  /** As it is written first. */
  name: string
  aliases: string[]
  capacities: string[]
  days: string[]
  files: { id: string; name: string }[]
}

export type NamesOfFile = {
  id: string
  name: string
  startsAt: string | null
  /** The day alone, where the hour is not known. */
  day?: string | null
  present: DraftPerson[]
  regrets: DraftPerson[]
  hosts: string[]
  moderators: string[]
  /** What only the files of a portal say; drafts from before they did lack it. */
  chairs?: string[] | null
  noteTaker?: string | null
  written?: DraftPerson[] | null
  aliases: { name: string; alias: string }[]
}

/** The names in the reports of a batch, open ones or `saved` ones too; their sources and texts are not loaded. */
export async function namesOfBatch(
  reader: Reader,
  batchId: string,
  { saved = false }: { saved?: boolean } = {},
): Promise<NamesOfFile[]> {
  const part = <T>(name: string): SQL<T> =>
    sql<T>`${importFiles.corrected}->${sql.raw(`'${name}'`)}`
  return reader
    .select({
      id: importFiles.id,
      name: importFiles.name,
      startsAt: sql<string | null>`${importFiles.corrected}->>'startsAt'`,
      day: sql<string | null>`${importFiles.corrected}->>'day'`,
      present: part<DraftPerson[]>("present"),
      regrets: part<DraftPerson[]>("regrets"),
      hosts: part<string[]>("hosts"),
      moderators: part<string[]>("moderators"),
      chairs: part<string[] | null>("chairs"),
      noteTaker: sql<string | null>`${importFiles.corrected}->>'noteTaker'`,
      written: part<DraftPerson[] | null>("written"),
      aliases: sql<NamesOfFile["aliases"]>`coalesce(${importFiles.read}->'aliases', '[]'::jsonb)`,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        inArray(importFiles.state, saved ? ["read", "saved"] : ["read"]),
        eq(importFiles.kind, "report"),
      ),
    )
    .orderBy(importFiles.position)
}

/** Each name of the files once, in the order in which they come. */
export function batchNames(files: readonly NamesOfFile[]): BatchName[] {
  const names = new Map<string, BatchName>()
  for (const file of files) {
    const day = (file.startsAt ?? file.day)?.slice(0, 10)
    const listed = [...file.present, ...file.regrets, ...(file.written ?? [])]
    const taker = file.noteTaker ? [file.noteTaker] : []
    const named = [...file.hosts, ...file.moderators, ...(file.chairs ?? []), ...taker]
    const officers = named.map((name) => ({
      name,
      capacity: "",
      aliases: [],
    }))
    for (const { name, capacity, aliases } of [...listed, ...officers]) {
      const key = nameKeyOf(name)
      if (key === "") continue
      const known = names.get(key) ?? {
        key,
        name,
        aliases: [],
        capacities: [],
        days: [],
        files: [],
      }
      names.set(key, known)
      const nicknames = file.aliases.filter((each) => nameKeyOf(each.name) === key)
      add(known.aliases, ...aliases, ...nicknames.map(({ alias }) => alias))
      if (capacity) add(known.capacities, capacity)
      if (day) add(known.days, day)
      if (known.files.at(-1)?.id !== file.id) known.files.push({ id: file.id, name: file.name })
    }
  }
  return [...names.values()]
}

function add(to: string[], ...more: string[]): void {
  for (const each of more) if (!to.includes(each)) to.push(each)
}
