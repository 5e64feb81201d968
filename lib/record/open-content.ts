import { and, eq, inArray, isNotNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import { type ReportContent, readReport } from "@/lib/reports/model"
import { erasedWord } from "./erased-word"
import { mapWords } from "./strings"
import { isSealedText, openWords } from "./words"

/** What the keys of one record stand for; null where the name was erased. */
export type Names = ReadonlyMap<string, string | null>

const noNames: Names = new Map()

/**
 * The content of a stored version with its names, as it was published; in the place of a name that was
 * erased stands a word for that in the report's language. Throws what is no record.
 */
export function openContent(stored: unknown, names: Names): ReportContent {
  if (!isSealed(stored)) return readReport(stored)
  const { names: _, desk: __, ...content } = stored
  const language = typeof content.language === "string" ? content.language : "en"
  return readReport(mapWords(content, (words) => openText(words, names, language)))
}

/** Findings, or anything else that was sealed with a version, with their names. */
export function openValue<Value>(sealed: Value, names: Names, language: string): Value {
  return mapWords(sealed, (words) => openText(words, names, language))
}

/** One sealed text with its names. */
export function openText(sealed: string, names: Names, language: string): string {
  if (!isSealedText(sealed)) return sealed
  return openWords(sealed, (key) => names.get(key) ?? erasedWord(key, language))
}

/** Stored versions with their names, in the order given. One query, whatever their number. */
export async function openContents(
  reader: Reader,
  versions: readonly { id: string; content: unknown }[],
): Promise<ReportContent[]> {
  const names = await namesOf(
    reader,
    versions.filter(({ content }) => isSealed(content)).map(({ id }) => id),
  )
  return versions.map(({ id, content }) => openContent(content, names.get(id) ?? noNames))
}

/** A stored version with its names. */
export async function openVersion(
  reader: Reader,
  version: { id: string; content: unknown },
): Promise<ReportContent> {
  const [content] = await openContents(reader, [version])
  if (!content) throw new Error("A version was not opened")
  return content
}

/**
 * Some texts that were read out of stored versions (the titles of a list) with their names: each row as
 * it was, `open` applied to the texts that it picks. Asks for names only where a text needs one.
 */
export async function openRows<Row extends { reportId: string | null; language: string }>(
  reader: Reader,
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
  opened: (row: Row, open: (sealed: string) => string) => Row,
): Promise<Row[]> {
  const of = ({ reportId, language }: Row) => ({ id: reportId, language })
  return openTexts(reader, rows, of, textsOf, opened)
}

/** The same of versions of any kind; `of` says which one a row is of, and its language. */
export async function openTexts<Row>(
  reader: Reader,
  rows: readonly Row[],
  of: (row: Row) => { id: string | null; language: string },
  textsOf: (row: Row) => readonly string[],
  opened: (row: Row, open: (sealed: string) => string) => Row,
): Promise<Row[]> {
  const needy = new Set(rows.filter((row) => of(row).id && textsOf(row).some(isSealedText)))
  const names = await namesOf(
    reader,
    [...needy].flatMap((row) => of(row).id ?? []),
  )
  return rows.map((row) => {
    if (!needy.has(row)) return row
    const { id, language } = of(row)
    return opened(row, (sealed) => openText(sealed, names.get(id ?? "") ?? noNames, language))
  })
}

/** What the keys of these versions stand for, by version. */
export async function namesOf(
  reader: Reader,
  versionIds: readonly string[],
): Promise<Map<string, Map<string, string | null>>> {
  const byVersion = new Map<string, Map<string, string | null>>()
  if (versionIds.length === 0) return byVersion
  const { subjectId, key, name } = recordNames
  const rows = await reader
    .select({ subjectId, key, name })
    .from(recordNames)
    .where(inArray(subjectId, [...new Set(versionIds)]))
  for (const row of rows) {
    const names = byVersion.get(row.subjectId) ?? new Map<string, string | null>()
    byVersion.set(row.subjectId, names.set(row.key, row.name))
  }
  return byVersion
}

/** How many names of a version were erased until now. */
export const countErased = (reader: Reader, versionId: string): Promise<number> =>
  reader.$count(
    recordNames,
    and(eq(recordNames.subjectId, versionId), isNotNull(recordNames.erasedAt)),
  )

/** Whether a stored version is in the sealed form; one of a release before the ledger is not. */
export function isSealed(stored: unknown): stored is Record<string, unknown> {
  return typeof stored === "object" && stored !== null && "names" in stored && "desk" in stored
}
