import { and, asc, eq, or, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import type { Finding } from "@/lib/check/model"
import { importDraft } from "@/lib/imports/draft"
import { meetingOfDraft } from "@/lib/imports/draft-meeting"
import { Locator, splitLines } from "@/lib/imports/read/text/source"
import { readingIn } from "@/lib/imports/stored"
import { askable, type LinkAnswer } from "@/lib/links/model"
import { deadLinksIn } from "@/lib/minutes/check/link-facts"
import { linksIn } from "@/lib/minutes/links"
import { database, transaction } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"

type Dead = ReadonlyMap<string, LinkAnswer>

/**
 * Adds to the findings of every open report the links in it that lead nowhere, as `dead` says by their
 * address. The links of a file are asked after it was read, so that its findings know none of them. The
 * revision stays: the draft says the same as before. One file after the other, each held for as long as it
 * is written; what was noted before is not noted again.
 */
export async function noteDeadLinks(dead: Dead): Promise<void> {
  const hosts = [...new Set([...dead.keys()].map((url) => new URL(url).hostname))]
  if (hosts.length === 0) return
  const files = await database()
    .select({ id: importFiles.id })
    .from(importFiles)
    .where(and(isOpenReport, or(...hosts.map(isNamed))))
    .orderBy(asc(importFiles.batchId), asc(importFiles.position))
  for (const { id } of files) {
    const [seen] = await database()
      .select({ corrected: importFiles.corrected })
      .from(importFiles)
      .where(eq(importFiles.id, id))
    // Most that name the host hold none of these links, and are not held for it.
    if (seen && deadIn(id, seen.corrected, dead).length > 0)
      await transaction((tx) => noteIn(tx, id, dead))
  }
}

const isOpenReport = and(eq(importFiles.state, "read"), eq(importFiles.kind, "report"))

/** Whether a host stands anywhere in the text of a draft: a few too many do no harm. */
const isNamed = (host: string): SQL =>
  sql`strpos(lower((${importFiles.corrected}->'text')::text), ${host.toLowerCase()}) > 0`

async function noteIn(tx: Transaction, id: string, dead: Dead): Promise<void> {
  const [file] = await tx
    .select({
      corrected: importFiles.corrected,
      read: importFiles.read,
      source: importFiles.source,
    })
    .from(importFiles)
    .where(and(eq(importFiles.id, id), isOpenReport))
    .for("no key update")
  if (!file) return
  const reading = readingIn(file)
  const known = new Set(
    reading.findings.flatMap(({ rule, values }) => (rule === "dead-link" ? [values.href] : [])),
  )
  const found = deadIn(id, file.corrected, dead)
    .filter(({ values }) => !known.has(values.href))
    .map((finding) => atHref(finding, file.source ?? ""))
  if (found.length === 0) return
  const findings = [...reading.findings, ...found]
  await tx
    .update(importFiles)
    .set({ read: { ...reading, findings } })
    .where(eq(importFiles.id, id))
}

/** The findings of a draft. One that cannot be read says nothing, and keeps no other from being told. */
function deadIn(id: string, corrected: unknown, dead: Dead): Finding[] {
  const draft = importDraft.safeParse(corrected)
  if (!draft.success) {
    log().error({ file: id, error: draft.error }, "a draft of an import could not be read")
    return []
  }
  const links = new Map(
    linksIn(draft.data.text).flatMap((href) => {
      const answer = dead.get(askable(href) ?? "")
      return answer ? [[href, answer] as const] : []
    }),
  )
  return links.size === 0 ? [] : deadLinksIn(meetingOfDraft(draft.data), draft.data.text, links)
}

/** Where the address stands in the source, when it is written there in full; nowhere otherwise. */
function atHref(finding: Finding, source: string): Finding {
  const href = String(finding.values.href ?? "")
  const from = href === "" ? -1 : source.indexOf(href)
  const nowhere = { line: null, from: null, to: null, item: null }
  if (from < 0) return { ...finding, place: nowhere }
  const line = new Locator(splitLines(source)).lineAt(from)
  return { ...finding, place: { ...nowhere, line, from, to: from + href.length } }
}
