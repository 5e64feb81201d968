import { compendiumLacks } from "@/lib/compendia/lacks"
import type { CompendiumLacks } from "@/lib/compendia/status"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { type ConsultationForDesk, getConsultation } from "../queries"
import { lacksReason, type WorksheetRow, type WorksheetShows, worksheetLimits } from "./model"
import { worksheetRows } from "./rows"
import { writeXlsx } from "./write-xlsx"

export type WorksheetView = {
  consultation: ConsultationForDesk
  /** The threads of this page, each with its comments in their order. */
  threads: { lead: WorksheetRow; others: WorksheetRow[] }[]
  page: number
  pages: number
  total: { threads: number; comments: number; open: number; reason: number }
  /** What still keeps the compendium from being published. */
  lacks: CompendiumLacks
}

/** The worksheet of a consultation for its co-chairs: all threads, or those in which something is missing. */
export async function getWorksheet(
  actor: Actor,
  slug: string,
  consultationSlug: string,
  wanted: { show: WorksheetShows; page: number },
): Promise<WorksheetView> {
  const consultation = await forHolders(actor, slug, consultationSlug)
  const rows = await worksheetRows(database(), consultation.id)
  const others = new Map<string, WorksheetRow[]>()
  for (const row of rows)
    if (!row.leads) others.set(row.threadId, [...(others.get(row.threadId) ?? []), row])
  const all = rows.flatMap((lead) =>
    lead.leads ? [{ lead, others: others.get(lead.threadId) ?? [] }] : [],
  )
  const lacking = {
    all,
    open: all.filter(({ lead }) => lead.open),
    reason: all.filter(({ lead }) => lacksReason(lead)),
  }
  const shown = lacking[wanted.show]
  const pages = Math.max(1, Math.ceil(shown.length / worksheetLimits.perPage))
  const page = Math.min(Math.max(1, wanted.page), pages)
  const from = (page - 1) * worksheetLimits.perPage
  return {
    consultation,
    threads: shown.slice(from, from + worksheetLimits.perPage),
    page,
    pages,
    total: {
      ...{ threads: all.length, comments: rows.length },
      ...{ open: lacking.open.length, reason: lacking.reason.length },
    },
    lacks: await compendiumLacks(database(), consultation, rows),
  }
}

/** The worksheet of a consultation as a file, for its co-chairs, in a language. */
export async function worksheetFile(
  actor: Actor,
  slug: string,
  consultationSlug: string,
  locale: Locale,
): Promise<{ slug: string; bytes: Uint8Array }> {
  const consultation = await forHolders(actor, slug, consultationSlug)
  const rows = await worksheetRows(database(), consultation.id)
  return { slug: consultation.slug, bytes: await writeXlsx(rows, locale) }
}

async function forHolders(actor: Actor, slug: string, consultationSlug: string) {
  const consultation = await getConsultation(actor, slug, consultationSlug)
  authorize(actor, "consultation.hold", { groupId: consultation.groupId })
  return consultation
}
