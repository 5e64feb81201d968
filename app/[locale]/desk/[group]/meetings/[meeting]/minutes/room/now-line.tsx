"use client"

import { useTranslations } from "next-intl"
import { timeAt } from "@/lib/meetings/model"
import { useRoomInHand } from "./room-context"
import { useNow } from "./use-now"

/** Where the call is, in one line for screens on which the agenda does not stand beside the text. */
export function NowLine() {
  const inHand = useRoomInHand()
  return inHand ? <Line {...inHand} /> : null
}

function Line({ room }: Pick<NonNullable<ReturnType<typeof useRoomInHand>>, "room">) {
  const t = useTranslations("minutes.room")
  const now = useNow(room)
  const count = room.agenda.filter(({ depth }) => depth === 0).length
  const item = room.agenda.find(({ id }) => id === room.turn?.itemId)
  const left = item ? timeAt(item, room.turn, now).left : null
  return (
    <a className="now-line" href="#agenda">
      {item ? (
        <>
          <span className="muted">{t("place", { label: item.label, count })}</span>
          <b>{item.title}</b>
          {left === null ? null : (
            <span className={left < 0 ? "left over" : "left"}>
              {left < 0 ? t("over", { minutes: -left }) : t("left", { minutes: left })}
            </span>
          )}
        </>
      ) : (
        <>
          <b>{t("agenda")}</b>
          <span className="left">{t("items", { count })}</span>
        </>
      )}
    </a>
  )
}
