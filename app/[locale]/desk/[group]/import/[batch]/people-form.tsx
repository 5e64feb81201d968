"use client"

import { useTranslations } from "next-intl"
import { useRef } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useAnswered } from "@/app/ui/use-answered"
import type { PeopleForDesk } from "@/lib/imports/questions"
import { answerPersonAction } from "../actions"
import { useKeepPlace } from "./keep-place"
import { PeoplePanel, peopleState } from "./people-panel"

/** The questions of a whole batch: each press is an answer for all of its files. */
export function PeopleForm({ batchId, people }: { batchId: string; people: PeopleForDesk }) {
  const t = useTranslations("imports.people")
  const [state, action] = useAnswered(answerPersonAction)
  const box = useRef<HTMLFormElement>(null)
  const keepPlace = useKeepPlace(box, peopleState(people))
  return (
    <form action={action} className="asked-once" ref={box} onSubmit={keepPlace}>
      <input type="hidden" name="batchId" value={batchId} />
      <PeoplePanel people={people}>
        {state && !state.ok ? (
          <ErrorSummary title={t("notAnswered")} message={state.message} fields={state.fields} />
        ) : null}
      </PeoplePanel>
    </form>
  )
}
