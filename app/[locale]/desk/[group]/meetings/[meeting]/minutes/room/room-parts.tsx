"use client"

import { useTranslations } from "next-intl"
import { ThumbBar } from "../../../../live/thumb-bar"
import { useRoomInHand } from "./room-context"

/** The parts of the page of minutes on a phone, with how much waits in each. */
export function RoomParts({
  toSettle,
  openThreads,
}: {
  toSettle: number | null
  openThreads: number
}) {
  const t = useTranslations("minutes.room")
  const present = useRoomInHand()?.room.seats.filter(({ kind }) => kind === "present").length ?? 0
  return (
    <ThumbBar
      label={t("parts")}
      parts={[
        { id: "text-view", icon: "text", label: t("thumb.minutes") },
        { id: "agenda", icon: "clock", label: t("thumb.agenda") },
        { id: "room", icon: "people", label: t("thumb.room", { present }) },
        { id: "check", icon: "ok", label: t("thumb.check", { count: toSettle ?? 0 }) },
        { id: "comments", icon: "comment", label: t("thumb.comments", { count: openThreads }) },
      ]}
    />
  )
}
