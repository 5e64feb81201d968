import type { ReactNode } from "react"
import { Tag } from "@/app/ui/tag"
import { type Naming, yearsText } from "@/lib/mapping/cells/cell-text"
import { citationText } from "@/lib/mapping/cells/citation"
import { monthsBefore } from "@/lib/mapping/filters"
import type { Activity, CellValues, Row, Scope } from "@/lib/mapping/model"
import type { ColumnId } from "./columns"
import { RichView } from "./rich-view"
import type { GridWords } from "./words"

/** What a cell needs besides its row. Made once for all cells; none of them asks for anything itself. */
export type CellSetting = {
  words: GridWords
  naming: Naming
  /** A day, `YYYY-MM-DD`. */
  today: string
  /** After how many months a day counts as old. */
  old: number
  /** How a day is written; `YYYY-MM-DD` in. */
  day: (day: string) => string
  /** Whether links inside cells are stops of Tab: not in the grid, which is one stop. */
  linkStops: boolean
}

const marks: Record<Scope, { icon: "ok" | "close" | "note"; kind: "ok" | "plain" }> = {
  in: { icon: "ok", kind: "ok" },
  out: { icon: "close", kind: "plain" },
  proposed: { icon: "note", kind: "plain" },
}

export function ScopeTag({ scope, words }: { scope: Scope; words: GridWords }) {
  const { icon, kind } = marks[scope]
  return (
    <Tag kind={kind} icon={icon}>
      {words.scope[scope]}
    </Tag>
  )
}

function ActivityView({ activity, setting }: { activity: Activity; setting: CellSetting }) {
  const { title, kind, years, link, body } = activity
  const facts = [setting.words.kind[kind], yearsText(years), body === title ? "" : body]
  return (
    <li>
      {link ? (
        <a href={link} rel="noopener noreferrer" tabIndex={setting.linkStops ? undefined : -1}>
          {title}
        </a>
      ) : (
        <b>{title}</b>
      )}{" "}
      <i>{facts.filter(Boolean).join(", ")}</i>
    </li>
  )
}

export function ActivityList({
  activities,
  setting,
}: {
  activities: CellValues["activities"]
  setting: CellSetting
}) {
  return (
    <ul className="acts">
      {activities.map((activity) => (
        <ActivityView key={activity.id} activity={activity} setting={setting} />
      ))}
    </ul>
  )
}

function monthsBetween(day: string, today: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const [thisYear = 0, thisMonth = 0, thisDate = 0] = today.split("-").map(Number)
  return (thisYear - year) * 12 + thisMonth - month - (thisDate < date ? 1 : 0)
}

function Confirmed({ day, setting }: { day: string | null; setting: CellSetting }) {
  const { words, today, old } = setting
  if (day === null) return <span className="gap">{words.never}</span>
  if (day >= monthsBefore(today, old)) return <span>{setting.day(day)}</span>
  return (
    <span className="old">
      {setting.day(day)} <small>{words.monthsAgo(monthsBetween(day, today))}</small>
    </span>
  )
}

const gap = (words: string) => <span className="gap">{words}</span>

/** What stands in a cell, to be read. */
export function cellView(
  column: ColumnId,
  { cells, number }: Row,
  setting: CellSetting,
): ReactNode {
  const { words, naming } = setting
  switch (column) {
    case "number":
      return number === 0 ? <small>{words.unsaved}</small> : number
    case "area":
      return naming.area(cells.area)
    case "suggests":
      return cells.suggests
    case "citation":
      return citationText(cells.citation, naming.paragraph)
    case "activities":
      return cells.activities.length === 0 ? (
        gap(words.none)
      ) : (
        <ActivityList activities={cells.activities} setting={setting} />
      )
    case "synergies":
      return cells.synergies.length === 0 ? null : (
        <RichView blocks={cells.synergies} linkStops={setting.linkStops} />
      )
    case "scope":
      return (
        <>
          <ScopeTag scope={cells.scope.scope} words={words} />
          {cells.scope.reason ? <small className="why">{cells.scope.reason}</small> : null}
        </>
      )
    case "responsible":
      return cells.responsible ? naming.person(cells.responsible) : gap(words.nobody)
    case "status":
      return words.status[cells.status]
    case "confirmed":
      return <Confirmed day={cells.confirmed} setting={setting} />
    case "comments":
      return null
  }
}
