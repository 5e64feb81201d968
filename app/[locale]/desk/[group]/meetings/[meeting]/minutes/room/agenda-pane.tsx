"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { CloseSheet } from "../../../../live/close-sheet"
import type { SectionHead } from "../sections"
import { AgendaItem } from "./agenda-item"
import { CallClock } from "./call-clock"
import { CallEnd } from "./call-end"
import { useRoomInHand } from "./room-context"
import { TitleForm } from "./title-form"

/** The agenda beside the text: the clock of the call, and every section with what became of it. */
export function AgendaPane({
  heads,
  current,
  zones,
}: {
  heads: SectionHead[]
  current: string | null
  zones: string[]
}) {
  const t = useTranslations("minutes.room")
  const section = useTranslations("minutes.section")
  const inHand = useRoomInHand()
  if (!inHand) return null
  const { room, acts, edit, editing } = inHand
  const adding = editing?.at === "agenda" && editing.what === "below" && editing.itemId === ""
  return (
    <>
      <CloseSheet />
      <CallClock room={room} zones={zones} />
      <div className="pane-head">
        <h2 id="agenda-title" tabIndex={-1}>
          {t("agenda")}
        </h2>
        {acts && room.may.agenda ? (
          <Button
            type="button"
            kind="quiet"
            small
            onClick={() => edit?.({ itemId: "", at: "agenda", what: "below" })}
          >
            {t("add")}
          </Button>
        ) : null}
      </div>
      {adding ? <TitleForm label={t("newTitle")} button={t("addButton")} after={null} /> : null}
      <ol className="ag">
        {heads.map((head) =>
          head.kind === "item" ? (
            <AgendaItem key={head.id} itemId={head.id} isHere={head.id === current} />
          ) : (
            <li
              key={head.id}
              className={head.id === current ? "bare here" : "bare"}
              aria-current={head.id === current ? "location" : undefined}
            >
              <span className="n" />
              <a href={`#s-${head.id}`}>{section(head.kind)}</a>
            </li>
          ),
        )}
      </ol>
      {room.agenda.length === 0 ? <p className="small muted">{t("empty")}</p> : null}
      <CallEnd />
    </>
  )
}
