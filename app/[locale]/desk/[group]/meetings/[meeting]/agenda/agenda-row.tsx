"use client"

import { useTranslations } from "next-intl"
import type { DragEvent, KeyboardEvent, MouseEvent } from "react"
import { Icon, type IconName } from "@/app/ui/icons"
import { canMove, coverages, limits, type Move, moves } from "@/lib/meetings/model"
import type { EditorRow } from "./editor-rows"
import type { LabelledRow } from "./use-agenda-rows"

const icons: Record<Move, IconName> = { up: "up", down: "down", out: "outdent", in: "indent" }
const order = ["up", "down", "out", "in"] as const satisfies readonly Move[]

type Act = Move | "remove" | "add"

/** One item: its fields, its buttons (which send the form where there is no script), its handle. */
export function AgendaRowFields({
  row,
  rows,
  place,
  errors,
  onChange,
  onAct,
  drag,
}: {
  row: LabelledRow
  rows: readonly LabelledRow[]
  place: number
  errors: Record<string, string> | undefined
  onChange: (change: Partial<EditorRow>) => void
  onAct: (act: Act) => void
  /** Left out until there is script. */
  drag: { start: (event: DragEvent) => void; end: () => void } | null
}) {
  const t = useTranslations("meetings.agenda")
  const { label } = row
  const name = (field: string) => `items.${place}.${field}`
  const tie = (field: string) => ({
    id: name(field),
    name: name(field),
    "aria-invalid": errors?.[name(field)] ? (true as const) : undefined,
  })
  const press = (act: Act) => (event: MouseEvent) => {
    event.preventDefault()
    onAct(act)
  }
  const button = (act: Act, icon: IconName, words: string, off = false) => (
    <button
      key={act}
      type="submit"
      name="move"
      value={`${place}:${act}`}
      className="btn quiet small icon"
      aria-label={words}
      title={words}
      aria-disabled={off || undefined}
      onClick={press(act)}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <>
      <input type="hidden" name={name("id")} value={row.id} />
      <input type="hidden" name={name("depth")} value={row.depth} />
      {drag ? (
        // Everything that the handle does has a key and a button.
        <span
          className="handle"
          aria-hidden="true"
          draggable
          onDragStart={drag.start}
          onDragEnd={drag.end}
        >
          <Icon name="drag" />
        </span>
      ) : null}
      <span className="n">{label}</span>
      <label className="title">
        <span>{t("itemTitle")}</span>
        <input
          className="in"
          {...tie("title")}
          aria-label={t("item", { label })}
          maxLength={500}
          value={row.title}
          onChange={({ target }) => onChange({ title: target.value })}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return
            event.preventDefault()
            onAct("add")
          }}
        />
      </label>
      <label className="presenter">
        <span>{t("presenter")}</span>
        <input
          className="in"
          {...tie("presenter")}
          aria-label={t("presenterOf", { label })}
          maxLength={limits.presenter}
          value={row.presenter}
          onChange={({ target }) => onChange({ presenter: target.value })}
        />
      </label>
      <label>
        <span>{t("minutesShort")}</span>
        <input
          className="in num"
          inputMode="numeric"
          {...tie("minutes")}
          aria-label={t("minutesOf", { label })}
          value={row.minutes}
          onChange={({ target }) => onChange({ minutes: target.value })}
        />
      </label>
      <label className="coverage">
        <span>{t("coverage")}</span>
        <select
          className="in"
          {...tie("coverage")}
          aria-label={t("coverageOf", { label })}
          value={row.coverage}
          // A form that was answered is reset, and a list goes to its default then, which React does not set.
          ref={(list) => {
            for (const option of list?.options ?? [])
              option.defaultSelected = option.value === row.coverage
          }}
          onChange={({ target }) => onChange({ coverage: target.value })}
        >
          <option value="">{t("coverages.none")}</option>
          {coverages.map((coverage) => (
            <option key={coverage} value={coverage}>
              {t(`coverages.${coverage}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="acts">
        {order.map((move) =>
          button(move, icons[move], t(move, { label }), !canMove(rows, place, move)),
        )}
        {button("add", "add", t("addAfter", { label }))}
        {button("remove", "remove", t("remove", { label }))}
      </div>
    </>
  )
}

/** The move that Alt and an arrow stand for; along the line of writing it turns with the direction. */
export function moveOfKey(event: KeyboardEvent): Move | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  // There Alt and an arrow open the list.
  if (event.target instanceof HTMLSelectElement) return null
  const turned = getComputedStyle(event.currentTarget).direction === "rtl"
  const keys: Record<string, Move> = {
    ArrowUp: "up",
    ArrowDown: "down",
    ArrowRight: turned ? "out" : "in",
    ArrowLeft: turned ? "in" : "out",
  }
  const move = keys[event.key]
  return move && moves.includes(move) ? move : null
}
