import { and, eq, or, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { type Finding, NO_CONTEXT } from "@/lib/check/model"
import { askable, type LinkAnswer } from "@/lib/links/model"
import { checkMinutes } from "@/lib/minutes/check/check"
import { linksIn } from "@/lib/minutes/links"
import { meetingOfDraft } from "./draft-meeting"
import { withoutPlace } from "./look-again"
import { Locator, splitLines } from "./read/source"
import { draftIn, readingIn } from "./stored"

/**
 * Step: adds to the findings of every open report the links in it that lead nowhere, as `dead` says by their
 * address. The links of a file are asked after it was read, so that its findings know none of them. The
 * revision stays: the draft says the same as before.
 */
export async function noteDeadLinks(
  tx: Transaction,
  dead: ReadonlyMap<string, LinkAnswer>,
): Promise<void> {
  const hosts = [...new Set([...dead.keys()].map((url) => new URL(url).hostname))]
  if (hosts.length === 0) return
  const files = await tx
    .select()
    .from(importFiles)
    .where(
      and(eq(importFiles.state, "read"), eq(importFiles.kind, "report"), or(...hosts.map(isNamed))),
    )
    .orderBy(importFiles.id)
    .for("update")
  for (const file of files) {
    const reading = readingIn(file)
    const found = deadIn(file, dead).filter(
      ({ values }) =>
        !reading.findings.some(
          (known) => known.rule === "dead-link" && known.values.href === values.href,
        ),
    )
    if (found.length === 0) continue
    const findings = [...reading.findings, ...found]
    await tx
      .update(importFiles)
      .set({ read: { ...reading, findings } })
      .where(eq(importFiles.id, file.id))
  }
}

/** Whether a host stands anywhere in the text of a draft: a few too many do no harm. */
const isNamed = (host: string): SQL =>
  sql`strpos(lower((${importFiles.corrected}->'text')::text), ${host.toLowerCase()}) > 0`

function deadIn(
  file: typeof importFiles.$inferSelect,
  dead: ReadonlyMap<string, LinkAnswer>,
): Finding[] {
  const draft = draftIn(file)
  const links = new Map(
    linksIn(draft.text).flatMap((href) => {
      const answer = dead.get(askable(href) ?? "")
      return answer ? [[href, answer] as const] : []
    }),
  )
  if (links.size === 0) return []
  return checkMinutes(meetingOfDraft(draft), draft.text, { ...NO_CONTEXT, links })
    .filter(({ rule }) => rule === "dead-link")
    .map((finding) => atHref(withoutPlace(finding, draft), file.source ?? ""))
}

/** Where the address stands in the source, when it is written there in full. */
function atHref(finding: Finding, source: string): Finding {
  const href = String(finding.values.href ?? "")
  const from = href === "" ? -1 : source.indexOf(href)
  if (from < 0) return finding
  const line = new Locator(splitLines(source)).lineAt(from)
  return { ...finding, place: { ...finding.place, line, from, to: from + href.length } }
}
