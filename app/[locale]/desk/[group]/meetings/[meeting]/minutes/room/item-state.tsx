"use client"

import { useTranslations } from "next-intl"
import type { CarriedItem, RoomItem } from "@/lib/meetings/room-model"
import { meetingHref, useRoomInHand } from "./room-context"

/** What became of an item, in words: its coverage, its time, where it came from and went to. */
export function ItemState({
  item,
  runs = false,
  withTime = true,
}: {
  item: RoomItem
  /** The clock is at it, and says its time itself. */
  runs?: boolean
  withTime?: boolean
}) {
  const t = useTranslations("minutes.room")
  const coverages = useTranslations("meetings.agenda.coverages")
  const { coverage, spent, minutes, carriedFrom, carriedTo } = item
  const whole = Math.round(spent / 60)
  const over = minutes === null ? 0 : whole - minutes
  const isTimed = withTime && !runs && whole > 0
  const words = [
    coverage ? coverages(coverage) : null,
    isTimed ? (over > 0 ? t("over", { minutes: over }) : t("took", { minutes: whole })) : null,
  ].filter(Boolean)
  if (words.length === 0 && !carriedFrom && !carriedTo) return null
  return (
    <span className="st">
      {words.join(", ")}
      {carriedTo ? <Carried end={carriedTo} way="to" /> : null}
      {carriedFrom ? <Carried end={carriedFrom} way="from" /> : null}
    </span>
  )
}

function Carried({ end, way }: { end: CarriedItem; way: "to" | "from" }) {
  const t = useTranslations("minutes.room.carried")
  const href = useRoomInHand()?.href ?? ""
  const { meetingNumber: number } = end
  return (
    <span className="carried">
      <a href={meetingHref(href, end.meetingId)}>
        {number === null ? t(`${way}Unnumbered`) : t(way, { number })}
      </a>
    </span>
  )
}
