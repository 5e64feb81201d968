"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { foldName } from "@/lib/people/model"
import { useRoomInHand } from "./room-context"

/** Somebody named in a statement; `personId` is null for a name that is on no list. */
export type Quoted = { personId: string | null; name: string }

/** Those who are quoted and are not on the list of the meeting, each with a way onto it. */
export function QuotedList({ quoted }: { quoted: Quoted[] }) {
  const t = useTranslations("minutes.room")
  const inHand = useRoomInHand()
  if (!inHand) return null
  const { room, acts } = inHand
  const marked = room.seats.filter(({ kind }) => kind !== null)
  const isHere = ({ personId, name }: Quoted) =>
    marked.some((seat) =>
      personId ? seat.personId === personId : foldName(seat.name) === foldName(name),
    )
  const keyOf = ({ personId, name }: Quoted) => personId ?? foldName(name)
  const missing = new Map(
    quoted
      .filter((one) => one.name.trim() !== "" && !isHere(one))
      .map((one) => [keyOf(one), one] as const),
  )
  if (missing.size === 0) return null
  return (
    <section className="quoted" aria-labelledby="quoted-title">
      <h3 id="quoted-title">{t("quoted")}</h3>
      <ul>
        {[...missing].map(([key, one]) => (
          <li key={key}>
            <bdi>{one.name}</bdi>
            <Button
              type="button"
              small
              onClick={() =>
                void (one.personId
                  ? acts?.seat(one.personId, "present")
                  : acts?.seatByName(one.name))
              }
            >
              {t("markPresent")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
