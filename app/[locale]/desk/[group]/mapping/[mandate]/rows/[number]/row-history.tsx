import { DateTime } from "@/app/ui/date-time"
import { type CellField, cellFields, type Row } from "@/lib/mapping/model"
import { type HistoryEntry, listHistory } from "@/lib/mapping/rows/row-queries"
import { getTranslations } from "@/lib/platform/i18n"
import type { Of } from "../../../of-fields"
import { type CellNames, CellValue } from "./cell-value"
import { RestoreForm } from "./restore-form"

const fieldOf = ({ field }: Pick<HistoryEntry, "field">): CellField | null =>
  cellFields.find((one) => one === field) ?? null

/** Every change of a row, or of one of its cells: what, who, when, how; and the way back. */
export async function RowHistory({
  row,
  of,
  names,
  asked,
  mayRestore,
}: {
  row: Row
  of: Of
  names: CellNames
  /** The query of the address: of which `cell`, and `from` which change back. */
  asked: { cell?: string | undefined; from?: string | undefined }
  mayRestore: boolean
}) {
  const [t, m] = await Promise.all([
    getTranslations("mapping.desk.history"),
    getTranslations("mapping"),
  ])
  const cell = cellFields.find((field) => field === asked.cell) ?? null
  const from = /^\d{1,15}$/.test(asked.from ?? "") ? Number(asked.from) : null
  const { entries, more } = await listHistory(row.id, { field: cell, from })
  const changed = cellFields.filter((field) => (row.revisions[field] ?? 0) > 0)
  const last = entries.at(-1)
  return (
    <section id="history" className="stack" aria-labelledby="history-title">
      <h2 id="history-title">{t("title")}</h2>
      {changed.length > 0 ? (
        <nav aria-label={t("which")} className="mapping-nav">
          <ul>
            <li>
              <a href="?#history" aria-current={cell === null ? "true" : undefined}>
                {t("all")}
              </a>
            </li>
            {changed.map((field) => (
              <li key={field}>
                <a
                  href={`?cell=${field}#history`}
                  aria-current={cell === field ? "true" : undefined}
                >
                  {m(`field.${field}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {entries.length === 0 ? <p className="muted">{t("none")}</p> : null}
      <ol className="history-lines">
        {entries.map((entry) => {
          const field = fieldOf(entry)
          const base = field ? (row.revisions[field] ?? 0) : 0
          const isNow = field !== null && entry.revision === base
          const restore = (side: "before" | "after") =>
            field && mayRestore ? (
              <RestoreForm
                {...{ of, side, base, field, names, rowId: row.id, change: entry.change }}
                value={entry[side]}
                what={m(`field.${field}`)}
              />
            ) : null
          return (
            <li key={entry.change}>
              <p>
                <b>{field ? m(`field.${field}`) : t(`deed.${deedOf(entry)}`)}</b>{" "}
                <span className="small muted">
                  {entry.by ?? t("portal")}, <DateTime at={entry.at} />
                  {entry.way === "grid" ? null : <>, {t(`way.${entry.way}`)}</>}
                </span>
              </p>
              {field ? (
                <div className="history-values">
                  <div>
                    <p className="label">{isNow ? t("now") : t("after")}</p>
                    <CellValue field={field} value={entry.after} names={names} />
                    {isNow ? null : restore("after")}
                  </div>
                  <details>
                    <summary>{t("before")}</summary>
                    <CellValue field={field} value={entry.before} names={names} />
                    {restore("before")}
                  </details>
                </div>
              ) : reasonOf(entry) ? (
                <p className="small">{reasonOf(entry)}</p>
              ) : null}
            </li>
          )
        })}
      </ol>
      {more && last ? (
        <p>
          <a href={`?${cell ? `cell=${cell}&` : ""}from=${last.change}#history`}>{t("older")}</a>
        </p>
      ) : null}
    </section>
  )
}

const deeds = ["added", "moved", "retired", "returned"] as const
const deedOf = ({ field }: HistoryEntry) => deeds.find((deed) => deed === field) ?? "moved"

/** Why a row was retired, where the change says it. */
function reasonOf({ before, after }: HistoryEntry): string {
  const said = [after, before].find(
    (one): one is { reason: string } =>
      typeof one === "object" && one !== null && "reason" in one && typeof one.reason === "string",
  )
  return said?.reason ?? ""
}
