"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { paceOf } from "@/lib/meetings/model"
import { timeText } from "@/lib/platform/dates"
import { type RoomInHand, useRoomInHand } from "./room-context"
import { useNow } from "./use-now"

/** How the call stands in time, with the button that starts or stops its clock. */
export function CallEnd() {
  const inHand = useRoomInHand()
  return inHand ? <End {...inHand} /> : null
}

function End({ room, acts }: RoomInHand) {
  const t = useTranslations("minutes.room")
  const now = useNow(room)
  const pace = paceOf(room, now)
  const time = pace && timeText(pace.endsAt)
  const late = pace?.late ?? null
  const mayRun = acts && room.may.clock && room.agenda.length > 0
  return (
    <div className="call-end">
      {time ? (
        <p className="small muted">
          {late === null
            ? t("pace", { time })
            : t(late > 0 ? "paceLate" : late < 0 ? "paceEarly" : "paceOnTime", {
                time,
                minutes: Math.abs(late),
              })}
        </p>
      ) : null}
      {mayRun ? (
        <Button
          type="button"
          small
          onClick={() => void (room.turn ? acts.stop() : acts.goTo(null))}
          aria-keyshortcuts={room.turn ? undefined : "Alt+Shift+N"}
        >
          {room.turn ? t("stop") : t(room.beganAt ? "resume" : "start")}
          {room.turn ? null : <kbd className="kbd">{t("nextKey")}</kbd>}
        </Button>
      ) : null}
    </div>
  )
}
