"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from "react"
import { Button } from "@/app/ui/button"
import type { RoomItem } from "@/lib/meetings/room-model"
import { focusSoon } from "./focus-soon"
import { useRoomInHand } from "./room-context"

/**
 * The title of an item, changed in its place, or that of a new one. Enter keeps it, Escape and an
 * empty title leave everything as it was.
 */
export function TitleForm({
  label,
  item,
  after = null,
  button,
}: {
  label: string
  /** Whose title it is; without one a new item is made. */
  item?: RoomItem
  /** After which item the new one stands; null before the closing one. */
  after?: string | null
  button?: string
}) {
  const t = useTranslations("minutes.room")
  const inHand = useRoomInHand()
  const input = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  const id = useId()
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const close = (focusId: string | null) => {
    if (left.current) return
    left.current = true
    inHand?.edit?.(null)
    // The form goes with the next drawing, and the focus with it.
    if (focusId) focusSoon(focusId)
  }
  const at = inHand?.editing?.at ?? "agenda"
  const back = item ? menuId(item.id, at) : after ? menuId(after, at) : "agenda-title"
  const keep = async (title: string, isLeaving: boolean) => {
    if (title === "" || title === item?.title) return close(isLeaving ? null : back)
    if (item) {
      close(isLeaving ? null : back)
      await inHand?.acts?.rename(item.id, title)
      return
    }
    const added = await inHand?.acts?.addItem(after, title)
    if (added) close(menuId(added, at))
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void keep(input.current?.value.trim() ?? "", false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return
    event.preventDefault()
    close(back)
  }
  return (
    <form className="title-form" onSubmit={onSubmit}>
      <label htmlFor={id} className={item ? "vh" : undefined}>
        {label}
      </label>
      <input
        id={id}
        ref={input}
        className="in"
        defaultValue={item?.title ?? ""}
        maxLength={500}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (item) void keep(input.current?.value.trim() ?? "", true)
        }}
      />
      {item ? null : (
        <span className="btns">
          <Button small>{button}</Button>
          <Button type="button" kind="quiet" small onClick={() => close(back)}>
            {t("cancel")}
          </Button>
        </span>
      )}
    </form>
  )
}

/** The id of the button that opens the menu of an item. */
export const menuId = (itemId: string, at: "agenda" | "minutes") => `menu-${at}-${itemId}`
