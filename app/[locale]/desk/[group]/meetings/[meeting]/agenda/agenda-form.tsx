"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { asBefore } from "@/app/ui/answered"
import { ButtonLink } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { AgendaItem } from "@/lib/meetings/agenda"
import type { Stale } from "@/lib/meetings/stale"
import { editAgendaAction } from "./actions"
import { AgendaRowFields, moveOfKey } from "./agenda-row"
import { rowsEntered, rowsOfItems } from "./editor-rows"
import { StaleAgenda } from "./stale-agenda"
import { useAgendaRows } from "./use-agenda-rows"
import { useDragging } from "./use-dragging"

/** The agenda as a list of rows that is saved as a whole. */
export function AgendaForm({
  meetingId,
  slug,
  revision,
  items,
  length,
  back,
}: {
  meetingId: string
  slug: string
  revision: number
  items: AgendaItem[]
  /** Of the meeting, in minutes. */
  length: number | null
  back: string
}) {
  const t = useTranslations("meetings.agenda")
  const [state, action] = useAnswered(editAgendaAction, asBefore)
  const refused = state && !state.ok ? state : null
  const stale = isStale(refused?.data) ? refused.data : null
  const agenda = useAgendaRows(() => {
    if (refused?.entered) return rowsEntered(refused.entered)
    return rowsOfItems(state?.ok ? state.data.items : items)
  })
  const { rows, said } = agenda
  const list = useRef<HTMLOListElement>(null)
  const [focus, setFocus] = useState<{ key: string; field: string } | null>(null)
  const dragging = useDragging((at, to) => agenda.carry(at, to))

  useEffect(() => {
    if (!focus) return
    const row = list.current?.querySelector(`[data-key="${focus.key}"]`)
    row?.querySelector<HTMLElement>(`[name$=".${focus.field}"], .title input`)?.focus()
    setFocus(null)
  }, [focus])

  const act = (place: number, what: Parameters<typeof agenda.move>[1] | "add" | "remove") => {
    if (what === "add") return focusOn(agenda.add(place), "title")
    if (what === "remove") return focusOn(agenda.remove(place), "title")
    agenda.move(place, what)
  }
  const focusOn = (key: string | undefined, field: string) => {
    if (key) setFocus({ key, field })
  }
  const onKeyDown = (place: number) => (event: KeyboardEvent) => {
    const move = moveOfKey(event)
    if (!move) return
    event.preventDefault()
    const field = (event.target as HTMLInputElement).name?.split(".").at(-1) ?? "title"
    focusOn(agenda.move(place, move), field)
  }
  const planned = rows.reduce((sum, row) => sum + (Number.parseInt(row.minutes, 10) || 0), 0)
  return (
    <form action={action} className="agenda-form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {stale ? <StaleAgenda stale={stale} /> : null}
      {/* The first button of a form is the one that Enter presses where there is no script. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        {t("save")}
      </button>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input
        type="hidden"
        name="revision"
        value={stale?.revision ?? (state?.ok ? state.data.revision : revision)}
      />
      <p className="hint">{t("keys")}</p>
      <ol className="agenda-rows" ref={list}>
        {rows.map((row, place) => (
          <li
            key={row.key}
            data-key={row.key}
            data-depth={row.depth}
            data-drop={dragging.mark(place)}
            onKeyDown={onKeyDown(place)}
            {...dragging.target(place)}
          >
            <AgendaRowFields
              {...{ row, rows, place, errors: refused?.fields }}
              onChange={(change) => agenda.set(row.key, change)}
              onAct={(what) => act(place, what)}
              drag={dragging.handle(place)}
            />
          </li>
        ))}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
      <div className="btns">
        <button
          type="submit"
          name="move"
          value={`${Math.max(0, rows.length - 1)}:add`}
          className="btn"
          onClick={(event) => {
            event.preventDefault()
            act(rows.length - 1, "add")
          }}
        >
          {t("add")}
        </button>
        <span className="small muted">
          {t("total", { minutes: planned, length: length === null ? "none" : String(length) })}
        </span>
      </div>
      <div className="btns">
        <SubmitButton working={t("saving")}>{t(stale ? "saveMine" : "save")}</SubmitButton>
        <ButtonLink href={back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}

function isStale(data: unknown): data is Stale<AgendaItem[]> {
  return typeof data === "object" && data !== null && "current" in data
}
