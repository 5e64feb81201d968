import type { Finding } from "@/lib/check/model"
import { limits } from "@/lib/meetings/model"
import type { PortableReport, ReadItem } from "./read/model"

/** The lines of a report whose words stay text, because no value has room for them, and what says so. */
export type Over = { lines: ReadonlySet<number>; findings: Finding[] }

/** What a draft has no room for: items and people behind the first so many, each list by itself. */
export function overOf(report: PortableReport): Over {
  const over = [
    { list: inOneRow(report.agenda), most: limits.agendaItems },
    { list: report.participants, most: limits.attendees },
    { list: report.regrets, most: limits.attendees },
  ].flatMap(({ list, most }) => (list.length > most ? [{ rest: list.slice(most), most }] : []))
  return {
    lines: new Set(over.flatMap(({ rest }) => rest.flatMap(({ at }) => at?.line ?? []))),
    findings: over.map(({ rest, most }) => ({
      rule: "cut-short",
      severity: "warning",
      place: { ...nowhere, line: rest[0]?.at?.line ?? null },
      values: { what: "kept", most, count: rest.length },
    })),
  }
}

const nowhere = { line: null, from: null, to: null, item: null }

const inOneRow = (items: readonly ReadItem[]): ReadItem[] =>
  items.flatMap((item) => [item, ...inOneRow(item.children)])
