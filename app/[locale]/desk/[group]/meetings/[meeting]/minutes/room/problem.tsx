"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { useRoomInHand } from "./room-context"

/** What was done beside the text, and why the last thing was not: at every width, said at once. */
export function Problem() {
  const t = useTranslations("minutes.room")
  const room = useRoomInHand()
  const problem = room?.problem ?? null
  return (
    <>
      <p className="vh" role="status">
        {room?.said}
      </p>
      <div role="alert">
        {problem ? (
          <p className="room-problem">
            <Icon name="bad" />
            <span>{t("problem", { why: problem })}</span>
            <Button type="button" kind="quiet" small onClick={() => room?.acts?.dismiss()}>
              {t("dismiss")}
            </Button>
          </p>
        ) : null}
      </div>
    </>
  )
}
