"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import {
  countFilters,
  groupings,
  NOBODY,
  noFilters,
  readView,
  type View,
  viewQuery,
} from "@/lib/mapping/filters"
import { activityKinds, scopes } from "@/lib/mapping/model"
import { type FilterChoices, withChosen } from "./filter-choices"
import { columnsQuery, type SeenColumns, withColumns } from "./grid/columns-asked"
import { typedView } from "./typed-view"

/** After how many months a row is looked at again. */
const stale = 6

/**
 * Which rows are shown, and under which heads. A form that is sent where there is no script; with the
 * grid it is heard at once (`set`). Either way the address says what is shown.
 */
export function FilterForm({
  base,
  view,
  seen,
  choices,
  set,
}: {
  base: string
  view: View
  /** The columns that the address names: they stay where the form is sent. */
  seen: SeenColumns | null
  choices: FilterChoices
  set: ((view: View) => void) | null
}) {
  const t = useTranslations("mapping.grid.filter")
  const tMapping = useTranslations("mapping")
  const form = useRef<HTMLFormElement>(null)
  const words = useRef<HTMLInputElement>(null)
  // A form that is shown anew takes what the address says.
  const [round, setRound] = useState(0)
  const { filters, by } = view
  const count = countFilters(filters)
  // On a phone the table comes first; without script, and where one is set, the filters stand open.
  const more = useRef<HTMLDetailsElement>(null)
  const isNarrowed = useRef(count > 0)
  useEffect(() => {
    const isNarrow = window.matchMedia("(max-width: 47.99rem)").matches
    if (more.current) more.current.open = !isNarrow || isNarrowed.current
  }, [])
  // With it the link went that had the focus.
  useEffect(() => {
    if (round > 0) words.current?.focus()
  }, [round])
  const typed = (name: string) =>
    (form.current && new FormData(form.current).get(name)?.toString()) ?? null
  const hear = () => set?.(readView(typed))
  // What was typed while the grid had not come yet is heard when it has.
  const hearFirst = useRef(() => {})
  useEffect(() => {
    hearFirst.current = () => {
      const asked = typedView(typed, view)
      if (asked) set?.(asked)
    }
  })
  const isHeard = set !== null
  useEffect(() => {
    if (isHeard) hearFirst.current()
  }, [isHeard])
  const send = (event: FormEvent) => {
    if (!set) return
    event.preventDefault()
    hear()
  }
  const list = (
    name: "area" | "kind" | "year" | "scope" | "responsible" | "body",
    all: readonly { value: string; label: string }[],
  ) => (
    <label>
      <span>{t(name)}</span>
      <select className="in" name={name} defaultValue={filters[name] ?? ""}>
        <option value="">{t("all")}</option>
        {withChosen(all, filters[name]).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form
      key={round}
      ref={form}
      className="filters"
      method="get"
      action={base}
      aria-label={t("title")}
      onChange={hear}
      onSubmit={send}
    >
      {(seen && !set ? columnsQuery(seen) : []).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="words">
        <span>{t("q")}</span>
        <input
          className="in"
          type="search"
          name="q"
          ref={words}
          defaultValue={filters.q}
          maxLength={300}
        />
      </label>
      <details open ref={more}>
        <summary className="btn">{t("more", { count })}</summary>
        <div className="filter-fields">
          {list("area", choices.areas)}
          {list(
            "kind",
            activityKinds.map((kind) => ({ value: kind, label: tMapping(`kind.${kind}`) })),
          )}
          {list(
            "year",
            choices.years.map((year) => ({ value: String(year), label: String(year) })),
          )}
          {list(
            "scope",
            scopes.map((scope) => ({ value: scope, label: tMapping(`scope.${scope}`) })),
          )}
          {list("responsible", [{ value: NOBODY, label: t("nobody") }, ...choices.people])}
          {list(
            "body",
            choices.bodies.map((body) => ({ value: body, label: body })),
          )}
          <label>
            <span>{t("by")}</span>
            <select className="in" name="by" defaultValue={by}>
              {groupings.map((one) => (
                <option key={one} value={one}>
                  {t(`grouped.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input
              type="checkbox"
              name="stale"
              value={filters.stale ?? stale}
              defaultChecked={filters.stale !== null}
            />
            {t("stale", { months: filters.stale ?? stale })}
          </label>
        </div>
      </details>
      {set ? null : <Button>{t("show")}</Button>}
      {count > 0 ? (
        <a
          href={base + withColumns(viewQuery({ filters: noFilters, by, row: null }), seen)}
          onClick={(event) => {
            if (!set) return
            event.preventDefault()
            set({ ...readView(() => null), by })
            setRound(round + 1)
          }}
        >
          {t("clear")}
        </a>
      ) : null}
    </form>
  )
}
