import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { rowAnchor } from "@/lib/editions/addresses"
import type { EditionRow } from "@/lib/editions/model"
import type { RowGroup } from "@/lib/editions/shown-rows"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { publishedBlocks } from "@/lib/reports/clean"
import { Plain } from "@/lib/reports/render/inline"
import { ActivityList } from "./activity-list"
import { CitationLine } from "./citation-line"

const columns = ["number", "suggests", "activities", "synergies", "scope", "confirmed"] as const

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }
// On phones rows are laid out as cards: the roles say that it stays a table all the same.
const role = (name: string) => ({ role: name })

type MeetingHref = (number: number) => string
type Beneath = ReadonlyMap<number, ReactNode>

/**
 * The rows of an edition under their heads, in one table, whose rows become cards on a phone.
 * `meetingHref` says where the report of a meeting is read; `isWhole` where each row stands but once, so
 * that its address can lead to it. `beneath` is what stands under the synergies of rows, by their numbers.
 */
export function EditionRows({
  caption,
  groups,
  meetingHref,
  isWhole = true,
  beneath = new Map(),
}: {
  caption: string
  groups: readonly RowGroup[]
  meetingHref: MeetingHref
  isWhole?: boolean
  beneath?: Beneath
}) {
  const t = useTranslations("mapping")
  return (
    <section className="edition-box" aria-label={caption} {...scrolls}>
      <table className="edition-table" {...role("table")}>
        <caption className="vh">{caption}</caption>
        <thead {...role("rowgroup")}>
          <tr {...role("row")}>
            {columns.map((column) => (
              <th key={column} scope="col" className={column} {...role("columnheader")}>
                {t(`field.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows, all }) => (
          <tbody key={key} {...role("rowgroup")}>
            <tr className="edition-head" {...role("row")}>
              <th scope="rowgroup" colSpan={columns.length} {...role("rowheader")}>
                <bdi>{title || t("editions.noBody")}</bdi>{" "}
                <small>{t("editions.rows", { rows: all ?? rows.length })}</small>
              </th>
            </tr>
            {rows.map((row) => (
              <Row
                key={row.number}
                row={row}
                meetingHref={meetingHref}
                isWhole={isWhole}
                beneath={beneath.get(row.number) ?? null}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Row({
  row,
  meetingHref,
  isWhole,
  beneath,
}: {
  row: EditionRow
  meetingHref: MeetingHref
  isWhole: boolean
  beneath: ReactNode
}) {
  const t = useTranslations("mapping")
  const locale = useLocale()
  const anchor = rowAnchor(row.number)
  const synergies = publishedBlocks(row.synergies)
  return (
    <tr id={isWhole ? anchor : undefined} {...role("row")}>
      <th scope="row" className="number" {...role("rowheader")}>
        <a
          href={isWhole ? `#${anchor}` : `?row=${row.number}`}
          aria-label={t("editions.rowNumber", { number: row.number })}
        >
          {row.number}
        </a>
      </th>
      <Cell field="suggests">
        {row.suggests ? <p dir="auto">{row.suggests}</p> : <Nothing />}
        <CitationLine citation={row.citation} />
      </Cell>
      <Cell field="activities">
        {row.activities.length > 0 ? <ActivityList activities={row.activities} /> : <Nothing />}
      </Cell>
      <Cell field="synergies">
        {synergies.length > 0 ? (
          <div dir="auto">
            <Plain blocks={synergies} />
          </div>
        ) : null}
        {row.meetings.length > 0 ? (
          <p className="small">
            {t("editions.discussedAt")}{" "}
            {row.meetings.map((number, place) => (
              <span key={number}>
                {place > 0 ? ", " : ""}
                <a href={meetingHref(number)}>{t("editions.meeting", { number })}</a>
              </span>
            ))}
          </p>
        ) : null}
        {beneath}
        {synergies.length + row.meetings.length === 0 && !beneath ? <Nothing /> : null}
      </Cell>
      <Cell field="scope">
        <p className={`scope-${row.scope}`}>{t(`scope.${row.scope}`)}</p>
        {row.reason ? (
          <p className="small" dir="auto">
            {row.reason}
          </p>
        ) : null}
      </Cell>
      <Cell field="confirmed">
        <p>
          {row.confirmed ? (
            <time dateTime={row.confirmed}>{dayText(dayInstant(row.confirmed), locale)}</time>
          ) : (
            t("editions.notConfirmed")
          )}
        </p>
        <p className="small">{t("editions.statusIs", { status: t(`status.${row.status}`) })}</p>
      </Cell>
    </tr>
  )
}

function Cell({
  field,
  children,
}: {
  field: Exclude<(typeof columns)[number], "number">
  children: ReactNode
}) {
  const t = useTranslations("mapping.field")
  return (
    <td className={field} data-l={t(field)} {...role("cell")}>
      {children}
    </td>
  )
}

function Nothing() {
  const t = useTranslations("mapping.editions")
  return <p className="nothing">{t("nothing")}</p>
}
