"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { AttendanceKind } from "@/lib/meetings/model"
import { CloseSheet } from "../../../../live/close-sheet"
import { FindPerson } from "./find-person"
import { fits, sortedSeats } from "./found-seats"
import { type Quoted, QuotedList } from "./quoted"
import { useRoomInHand } from "./room-context"
import { SeatLine } from "./seat-line"
import { useSeatKeys } from "./use-seat-keys"

export type { Quoted } from "./quoted"

/** Who is in the room: everybody whom the attendance asks about, and the way to others. */
export function RoomPane({ quoted }: { quoted: Quoted[] }) {
  const t = useTranslations("minutes.room")
  const kinds = useTranslations("meetings.attendance.kind")
  const letters = useTranslations("meetings.attendance.key")
  const inHand = useRoomInHand()
  const [typed, setTyped] = useState("")
  const [said, setSaid] = useState("")
  const seats = sortedSeats(inHand?.room.seats ?? [])
  const shown = seats.filter(({ name }) => fits(name, typed))
  const mark = (personId: string, name: string, kind: AttendanceKind | null) => {
    setSaid(t("marked", { name, kind: kinds(kind ?? "none") }))
    void inHand?.acts?.seat(personId, kind)
  }
  const keys = useSeatKeys(shown, mark)
  if (!inHand) return null
  const { room, acts } = inHand
  const marks = acts !== null && room.may.attendance
  const present = seats.filter(({ kind }) => kind === "present").length
  return (
    <>
      <CloseSheet />
      <h2 id="room-title">
        {t("inRoom")} <span>{t("count", { present, all: seats.length })}</span>
      </h2>
      {marks ? (
        <FindPerson
          typed={typed}
          onType={setTyped}
          shown={shown}
          mark={mark}
          intoList={() => keys.focusAt(0)}
          say={setSaid}
        />
      ) : null}
      <p className="vh" role="status">
        {said}
      </p>
      {marks ? <QuotedList quoted={quoted} /> : null}
      {seats.length === 0 ? <p className="small muted">{t("nobody")}</p> : null}
      {/* The rows take the keys; what they do is said by the line below. */}
      <ul className="seats" ref={keys.list} onKeyDown={marks ? keys.onKeyDown : undefined}>
        {shown.map((seat, place) => (
          <SeatLine
            key={seat.personId}
            seat={seat}
            mark={marks ? mark : null}
            isStop={place === keys.stop}
            onFocus={() => keys.setAt(place)}
          />
        ))}
      </ul>
      {marks ? (
        <p className="small muted seat-keys" id="seat-keys">
          {(["present", "regrets", "written"] as const).map((kind) => (
            <span key={kind}>
              <kbd className="kbd">{letters(kind)}</kbd> {kinds(kind)}{" "}
            </span>
          ))}
          <span>
            <kbd className="kbd">Del</kbd> {kinds("none")}
          </span>
        </p>
      ) : null}
    </>
  )
}
