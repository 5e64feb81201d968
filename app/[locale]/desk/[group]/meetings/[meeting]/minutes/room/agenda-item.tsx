"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import { timeAt } from "@/lib/meetings/model"
import type { RoomItem } from "@/lib/meetings/room-model"
import { ItemMenu } from "./item-menu"
import { ItemState } from "./item-state"
import { type RoomInHand, useRoomInHand } from "./room-context"
import { TitleForm } from "./title-form"
import { useNow } from "./use-now"

/** An item of the agenda beside the text: a way to its section, its time, what became of it. */
export function AgendaItem({ itemId, isHere }: { itemId: string; isHere: boolean }) {
  const t = useTranslations("minutes.room")
  const inHand = useRoomInHand()
  const line = useRef<HTMLLIElement>(null)
  const runs = inHand?.room.turn?.itemId === itemId
  useEffect(() => {
    if (runs) reveal(line.current)
  }, [runs])
  const item = inHand?.room.agenda.find(({ id }) => id === itemId)
  if (!inHand || !item) return null
  const { editing } = inHand
  const edits = editing?.at === "agenda" && editing.itemId === itemId ? editing.what : null
  const isPast = !runs && (item.spent > 0 || item.coverage !== null)
  const look = [runs ? "on" : "", isPast ? "past" : "", isHere ? "here" : ""]
  return (
    <li
      ref={line}
      className={look.filter(Boolean).join(" ") || undefined}
      data-depth={item.depth}
      data-item={itemId}
      aria-current={runs ? "step" : isHere ? "location" : undefined}
    >
      <span className="n">{item.label}</span>
      {edits === "title" ? (
        <TitleForm label={t("titleOf", { label: item.label })} item={item} />
      ) : (
        <a href={`#s-${itemId}`}>{item.title}</a>
      )}
      <span className="m">{item.minutes ? t("min", { minutes: item.minutes }) : null}</span>
      <ItemMenu item={item} at="agenda" />
      {runs ? <Running {...inHand} item={item} /> : null}
      <ItemState item={item} runs={runs} />
      {edits === "below" ? (
        <TitleForm label={t("newTitle")} button={t("addButton")} after={itemId} />
      ) : null}
    </li>
  )
}

/** Scrolls the column alone, so that a long agenda shows where the call is and the page stays. */
function reveal(line: HTMLElement | null): void {
  const pane = line?.closest(".pane")
  if (!line || !pane) return
  const [box, at] = [pane.getBoundingClientRect(), line.getBoundingClientRect()]
  if (at.top < box.top) pane.scrollTop += at.top - box.top
  if (at.bottom > box.bottom) pane.scrollTop += at.bottom - box.bottom
}

/** The item at which the call is: how much of its time is gone, and the way on. */
function Running({ room, acts, item }: RoomInHand & { item: RoomItem }) {
  const t = useTranslations("minutes.room")
  const now = useNow(room)
  const { gone, left } = timeAt(item, room.turn, now)
  const isLast = room.agenda.at(-1)?.id === item.id
  const part = item.minutes ? Math.min(1, gone / item.minutes) : null
  return (
    <div className="run">
      {part === null ? null : (
        <div className={left !== null && left < 0 ? "track over" : "track"}>
          <i style={{ inlineSize: `${Math.round(part * 100)}%` }} />
        </div>
      )}
      <span className="st">
        {left === null
          ? t("gone", { gone })
          : left < 0
            ? t("goneOver", { gone, over: -left })
            : t("goneLeft", { gone, left })}
      </span>
      {acts && room.may.clock ? (
        <Button
          type="button"
          small
          onClick={() => void acts.goTo(null)}
          aria-keyshortcuts="Alt+Shift+N"
        >
          {t(isLast ? "endCall" : "next")} <kbd className="kbd">{t("nextKey")}</kbd>
        </Button>
      ) : null}
    </div>
  )
}
