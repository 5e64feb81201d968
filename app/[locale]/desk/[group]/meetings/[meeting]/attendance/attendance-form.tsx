"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { asBefore } from "@/app/ui/answered"
import { ButtonLink } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { RollSeat } from "@/lib/meetings/roll"
import type { Seat } from "@/lib/meetings/seats"
import type { Stale } from "@/lib/meetings/stale"
import { foldName } from "@/lib/people/model"
import { recordAttendanceAction } from "./actions"
import { enteredSeats } from "./entered-seats"
import { NewcomerFields } from "./newcomer-fields"
import { SeatFields } from "./seat-fields"
import { StaleSeats } from "./stale-seats"

/** Who was in the room: one answer for each person, and a way to find or add others. */
export function AttendanceForm({
  meetingId,
  slug,
  revision,
  roll,
  mayAdd,
  back,
}: {
  meetingId: string
  slug: string
  revision: number
  roll: RollSeat[]
  mayAdd: boolean
  back: string
}) {
  const t = useTranslations("meetings.attendance")
  const [state, action] = useAnswered(recordAttendanceAction, asBefore)
  const looked = state?.ok ? state.data : null
  const refused = state && !state.ok ? state : null
  const stale = isStale(refused?.data) ? refused.data : null
  const known = (refused?.data as { known?: boolean } | undefined)?.known === true
  const seats = looked
    ? [...looked.found, ...looked.seats]
    : refused?.entered
      ? enteredSeats(refused.entered)
      : roll
  const [typed, setTyped] = useState("")
  const [marked, setMarked] = useState<string[]>()
  const kinds = marked ?? seats.map(({ kind }) => kind ?? "")
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length
  const hides = (name: string) =>
    typed !== "" && typed !== looked?.asked && !foldName(name).includes(foldName(typed))
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const entries = [...new FormData(event.currentTarget)]
    setMarked(
      entries.flatMap(([name, value]) => (/^seats\..*kind$/.test(name) ? [`${value}`] : [])),
    )
  }
  return (
    <form action={action} className="attendance-form" noValidate onChange={follow}>
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {stale ? <StaleSeats stale={stale} mine={seats} /> : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="revision" value={stale?.revision ?? revision} />
      <div className="find">
        <TextField
          name="find"
          type="search"
          label={t("find")}
          hint={t("findHint")}
          autoComplete="off"
          defaultValue={looked?.asked ?? refused?.entered?.find ?? ""}
          onInput={(event) => setTyped(event.currentTarget.value)}
          required={false}
        />
        <SubmitButton kind="plain" name="intent" value="find" working={t("finding")}>
          {t("findButton")}
        </SubmitButton>
      </div>
      {looked ? (
        <Notice
          kind={looked.found.length > 0 ? "ok" : "plain"}
          title={t(looked.found.length > 0 ? "foundTitle" : "foundNone", { asked: looked.asked })}
          announce
        >
          <p>
            {looked.found.length > 0
              ? looked.found.map(({ name }) => name).join(", ")
              : t("foundNoneWhy")}
          </p>
        </Notice>
      ) : null}
      <section className="panel" aria-labelledby="room">
        <div className="panel-head">
          <h2 id="room">{t("people")}</h2>
          <p className="small muted">
            {t("counts", {
              present: count("present"),
              regrets: count("regrets"),
              written: count("written"),
            })}
          </p>
        </div>
        <p className="hint">
          {t("keys", {
            present: t("key.present"),
            regrets: t("key.regrets"),
            written: t("key.written"),
          })}
        </p>
        {seats.length > 0 && seats.every(({ name }) => hides(name)) ? (
          <p className="muted">{t("filterNone")}</p>
        ) : null}
        <ul className="roll">
          {seats.map((seat, place) => (
            <li key={seat.personId} hidden={hides(seat.name)}>
              <SeatFields seat={seat} place={place} />
            </li>
          ))}
        </ul>
      </section>
      {mayAdd ? (
        <NewcomerFields entered={refused?.entered} errors={refused?.fields} known={known} />
      ) : null}
      <div className="btns">
        <SubmitButton working={t("saving")}>{t(stale ? "saveMine" : "save")}</SubmitButton>
        <ButtonLink href={back} kind="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </form>
  )
}

function isStale(data: unknown): data is Stale<Seat[]> {
  return typeof data === "object" && data !== null && "current" in data
}
