"use client"

import { useTranslations } from "next-intl"
import type { KeyboardEvent } from "react"
import { attendanceKinds } from "@/lib/meetings/model"
import type { RollSeat } from "@/lib/meetings/roll"

const answers = [...attendanceKinds, "none"] as const

/** One person of the roll: the capacity of that day, and one answer out of four. */
export function SeatFields({ seat, place }: { seat: RollSeat; place: number }) {
  const t = useTranslations("meetings.attendance")
  const field = `seats.${place}`
  const { name } = seat
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const kind = attendanceKinds.find((each) => t(`key.${each}`) === event.key.toUpperCase())
    const radio = event.currentTarget.querySelector<HTMLInputElement>(`[value="${kind ?? "?"}"]`)
    radio?.click()
    radio?.focus()
  }
  return (
    <>
      <input type="hidden" name={`${field}.personId`} value={seat.personId} />
      <input type="hidden" name={`${field}.name`} value={name} />
      <span className="name">{name}</span>
      <input
        className="in"
        name={`${field}.capacity`}
        aria-label={t("capacityOf", { name })}
        defaultValue={seat.capacity}
        maxLength={300}
      />
      <span className="seg" role="radiogroup" aria-label={name} onKeyDown={onKeyDown}>
        {answers.map((answer) => (
          <label key={answer} title={t(`kind.${answer}`)}>
            {t(`short.${answer}`)}
            <input
              type="radio"
              name={`${field}.kind`}
              value={answer === "none" ? "" : answer}
              aria-label={t(`kind.${answer}`)}
              defaultChecked={answer === (seat.kind ?? "none")}
            />
          </label>
        ))}
      </span>
    </>
  )
}
