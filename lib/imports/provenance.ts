import type { Span } from "@/lib/check/model"
import { isPlaced } from "./draft"
import type { PortableReport, ReadItem } from "./read/model"

export const valueFields = [
  "number",
  "start",
  "title",
  "hosts",
  "moderators",
  "agenda",
  "decisions",
  "actions",
  "present",
  "regrets",
  "nextMeeting",
] as const
export type ValueField = (typeof valueFields)[number]

/** One value of a report: what was read, where it stands, and whether it stands there or was inferred. */
export type ReadValue = {
  field: ValueField
  text: string
  how: "read" | "inferred"
  /** The first place is where it was read; the others say the same, or say otherwise. */
  at: Span[]
}

type Values = { values: ReadValue[]; unplaced: number[] }

/** Every value of a reading with its places, and the lines that are in no value and under no item. */
export function valuesOf(report: PortableReport): Values {
  const values = listed(report).filter(({ at }) => at.length > 0)
  const spans = values.flatMap(({ at }) => at)
  const unplaced = report.blocks
    .filter((block) => !isPlaced(block, report.agenda))
    .flatMap(({ at }) => at)
    .filter(({ from, to }) => !spans.some((span) => span.from < to && span.to > from))
    .map(({ line }) => line)
  return { values, unplaced: [...new Set(unplaced)] }
}

function listed(report: PortableReport): ReadValue[] {
  const { canonical, printed } = report.numbers
  const value = (
    field: ValueField,
    text: string,
    how: ReadValue["how"],
    ...at: (Span | null | undefined)[]
  ): ReadValue => ({ field, text, how, at: once(at) })
  return [
    ...(canonical
      ? [
          value(
            "number",
            String(canonical.value),
            canonical.how,
            canonical.at,
            ...printed.map(({ at }) => at),
          ),
        ]
      : []),
    ...(report.start
      ? [
          value(
            "start",
            report.start.value.printed,
            report.start.how,
            report.start.at,
            ...report.starts.map(({ at }) => at),
          ),
        ]
      : []),
    ...(report.title
      ? [value("title", report.title.value, report.title.how, report.title.at)]
      : []),
    ...report.hosts.map((host) => value("hosts", host.value, host.how, host.at)),
    ...report.moderators.map((each) => value("moderators", each.value, each.how, each.at)),
    ...flat(report.agenda).map((item) =>
      value("agenda", `${item.label}. ${item.title}`, item.how, item.at),
    ),
    ...report.decisions.map(({ text, how, at }) => value("decisions", text, how, at)),
    ...report.actions.map(({ text, how, at }) => value("actions", text, how, at)),
    ...report.participants.map(({ name, how, at }) => value("present", name, how, at)),
    ...report.regrets.map(({ name, how, at }) => value("regrets", name, how, at)),
    ...(report.nextMeeting
      ? [
          value(
            "nextMeeting",
            report.nextMeeting.text,
            report.nextMeeting.how,
            report.nextMeeting.at,
          ),
        ]
      : []),
  ]
}

const flat = (items: readonly ReadItem[]): ReadItem[] =>
  items.flatMap((item) => [item, ...flat(item.children)])

function once(at: readonly (Span | null | undefined)[]): Span[] {
  const spans = at.flatMap((span) =>
    span ? [{ line: span.line, from: span.from, to: span.to }] : [],
  )
  return [...new Map(spans.map((span) => [`${span.from}-${span.to}`, span])).values()]
}
