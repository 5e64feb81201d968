"use client"

import { useTranslations } from "next-intl"
import { canMove } from "@/lib/meetings/model"
import type { RoomItem } from "@/lib/meetings/room-model"
import { focusSoon, refocus } from "./focus-soon"
import { Menu, type MenuEntry } from "./menu"
import { useRoomInHand } from "./room-context"
import { menuId } from "./title-form"

/** What can be done with an item of the agenda, from the agenda or from above its section. */
export function ItemMenu({ item, at }: { item: RoomItem; at: "agenda" | "minutes" }) {
  const t = useTranslations("minutes.room.menu")
  const inHand = useRoomInHand()
  const acts = inHand?.acts
  if (!inHand || !acts) return null
  const { room, edit } = inHand
  const { id, coverage } = item
  const place = room.agenda.findIndex((each) => each.id === id)
  const mark = (kind: "discussed" | "no-update" | "not-reached"): MenuEntry => ({
    key: kind,
    label: t(kind),
    checked: coverage === kind,
    run: () => void acts.mark(id, coverage === kind ? null : kind),
  })
  const remove = async () => {
    if (await acts.remove(id)) focusSoon("agenda-title")
  }
  const toNext = room.next?.number ?? null
  const entries: (MenuEntry | null)[] = [
    room.may.clock && room.turn?.itemId !== id
      ? { key: "go", label: t("go"), run: () => void acts.goTo(id) }
      : null,
    ...(room.may.agenda
      ? [
          mark("discussed"),
          mark("no-update"),
          mark("not-reached"),
          {
            key: "carry",
            label: toNext === null ? t("carryNext") : t("carry", { number: toNext }),
            run: () => void acts.carry(id),
            lack: item.carriedTo ? t("carried") : room.next === null ? t("noNext") : undefined,
          },
          {
            key: "rename",
            label: t("rename"),
            run: () => edit?.({ itemId: id, at, what: "title" }),
            takesFocus: true,
          },
          ...(["up", "down", "in", "out"] as const)
            .filter((move) => canMove(room.agenda, place, move))
            .map((move) => ({
              key: move,
              label: t(move),
              run: () => {
                void acts.move(id, move).then(() => refocus(menuId(id, at)))
              },
            })),
          {
            key: "below",
            label: t("below"),
            run: () => edit?.({ itemId: id, at, what: "below" }),
            takesFocus: true,
          },
          { key: "remove", label: t("remove"), run: () => void remove() },
        ]
      : []),
  ]
  return (
    <Menu
      id={menuId(id, at)}
      label={t("label", { label: item.label, title: item.title })}
      entries={entries.filter((entry) => entry !== null)}
    />
  )
}
