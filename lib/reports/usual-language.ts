import { desc, eq, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { reports } from "@/db/schema/reports"
import { isLocale, type Locale } from "@/lib/platform/locales"
import type { ReportContent } from "./model"

/** The language of the group's newest report, for texts that do not say theirs; English before the first. */
export async function usualLanguage(reader: Reader, groupId: string): Promise<string> {
  const [row] = await reader
    .select({ language: sql<string | null>`${reports.content} ->> 'language'` })
    .from(reports)
    .where(eq(reports.groupId, groupId))
    .orderBy(desc(reports.number), desc(reports.version))
    .limit(1)
  return row?.language ?? "en"
}

/**
 * The language of a report's next version where nobody chooses another: that of the version before it, or
 * of the group's newest report. Never that of a reader's screen.
 */
export async function nextLanguage(
  reader: Reader,
  groupId: string,
  newest: ReportContent | null,
): Promise<Locale> {
  const language = newest?.language ?? (await usualLanguage(reader, groupId))
  return isLocale(language) ? language : "en"
}
