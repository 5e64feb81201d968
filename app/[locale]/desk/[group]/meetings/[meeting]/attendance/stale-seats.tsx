"use client"

import { useTranslations } from "next-intl"
import type { RollSeat } from "@/lib/meetings/roll"
import type { Seat } from "@/lib/meetings/seats"
import type { Stale } from "@/lib/meetings/stale"
import { StaleHead } from "../../stale-head"

/** The people about whom the list that was saved meanwhile says something else than the form. */
export function StaleSeats({ stale, mine }: { stale: Stale<Seat[]>; mine: readonly RollSeat[] }) {
  const t = useTranslations("meetings.attendance")
  const theirs = new Map(stale.current.map((seat) => [seat.personId, seat]))
  const own = new Map(mine.map((seat) => [seat.personId, seat]))
  const differing = [...new Map([...own, ...theirs]).values()].filter(({ personId }) => {
    const [one, other] = [theirs.get(personId), own.get(personId)]
    const kind = one?.kind ?? null
    return kind !== (other?.kind ?? null) || (kind !== null && one?.capacity !== other?.capacity)
  })
  return (
    <StaleHead stale={stale}>
      <ul className="seat-list">
        {differing.map(({ personId, name }) => {
          const seat = theirs.get(personId)
          return (
            <li key={personId}>
              <span>
                {name}
                {seat?.capacity ? <small>{seat.capacity}</small> : null}
              </span>
              <small>{t(`kind.${seat?.kind ?? "none"}`)}</small>
            </li>
          )
        })}
      </ul>
    </StaleHead>
  )
}
