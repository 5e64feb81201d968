import { and, eq } from "drizzle-orm"
import { documentRevisions } from "@/db/schema/documents"
import { storedAuthorship, writtenBy } from "@/lib/minutes/authorship"
import { namesOf } from "@/lib/people/names"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { WrittenDocument } from "./compare"
import { documentText } from "./input"
import { PART } from "./live/form"
import { getTextOf, getVersion } from "./version-queries"

type Of = { groupId: string; documentId: string }
type Which = { kind: "revision" | "version"; number: number }

/** `v2` is a version, `r5` a revision, as addresses name them. Null for anything else. */
function whichIs(text: string): Which | null {
  const [, kind, number] = /^([rv])([1-9]\d{0,8})$/.exec(text) ?? []
  if (!kind) return null
  return { kind: kind === "v" ? "version" : "revision", number: Number(number) }
}

/** A parameter of an address: one that is given twice is a list. */
type Given = string | string[] | undefined

/**
 * As an address asks for them: `v2` or `r5`, or a revision by its number, which goes before. What is given
 * twice counts as not given.
 */
export type AskedPair = Partial<Record<"from" | "to" | "fromNumber" | "toNumber", Given>>

const once = (given: Given) => (typeof given === "string" ? given : "")

/** A number that was typed names a revision, where there is one at all. */
const asked = (typed: Given, chosen: Given) =>
  whichIs(`r${once(typed).trim()}`) ?? whichIs(once(chosen))

/**
 * Two texts of a document to be compared, with the names of all who wrote in them. What is not named is
 * the current revision, and the one before it.
 */
export async function getPair(
  actor: Actor,
  of: Of,
  given: AskedPair,
  current: number,
): Promise<{
  from: string
  to: string
  older: WrittenDocument
  newer: WrittenDocument
  names: ReadonlyMap<string, string>
}> {
  const to = asked(given.toNumber, given.to) ?? { kind: "revision", number: current }
  const before = Math.max((to.kind === "revision" ? to.number : current) - 1, 1)
  const from = asked(given.fromNumber, given.from) ?? { kind: "revision", number: before }
  const [older, newer] = await Promise.all([getWritten(actor, of, from), getWritten(actor, of, to)])
  const name = ({ kind, number }: Which) => `${kind === "version" ? "v" : "r"}${number}`
  const wrote = [...older.runs, ...newer.runs].flatMap(([personId]) => personId ?? [])
  const names = await namesOf(database(), wrote)
  return { from: name(from), to: name(to), older, newer, names }
}

/** A text with those who wrote it; a version has the authors of the revision that it was made of. */
async function getWritten(actor: Actor, of: Of, which: Which): Promise<WrittenDocument> {
  const version = which.kind === "version" ? await getVersion(actor, of, which.number) : null
  const text = version?.content.text ?? (await getTextOf(actor, of, which))
  const number = version?.revision ?? which.number
  const [revision] = await database()
    .select({
      text: documentRevisions.text,
      authorship: documentRevisions.authorship,
      authorId: documentRevisions.authorId,
    })
    .from(documentRevisions)
    .where(
      and(eq(documentRevisions.documentId, of.documentId), eq(documentRevisions.number, number)),
    )
  if (!revision) throw notFound()
  const known = storedAuthorship(revision.authorship) ?? writtenBy(revision.authorId, [PART])
  return { text, of: documentText.parse(revision.text), runs: known[PART] ?? [] }
}
