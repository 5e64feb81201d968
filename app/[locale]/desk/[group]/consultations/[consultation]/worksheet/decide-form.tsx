"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { commentLimits, dispositions } from "@/lib/comments/model"
import type { StaleRow } from "@/lib/consultations/worksheet/model"
import { useWarningOf } from "../../../live/use-warning"
import { workThreadAction } from "./actions"
import {
  afterAnswer,
  afterReading,
  decisionIn,
  decisionOf,
  firstSeen,
  isUnsaved,
} from "./known-row"

type Row = StaleRow & { number: string; threadId: string }

/**
 * What becomes of a thread, and the answer to it. Nothing is chosen while nobody has decided. What somebody
 * else decided meanwhile is shown above one's own words, which stay.
 */
export function DecideForm({ consultationId, row }: { consultationId: string; row: Row }) {
  const t = useTranslations("worksheet")
  const [state, action] = useAnswered(workThreadAction)
  const refused = state && !state.ok ? state : null
  const [seen, setSeen] = useState(() => firstSeen(row))
  if (seen.answer !== state)
    setSeen(afterAnswer(seen, state, refused?.entered ? decisionOf(refused.entered) : null))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => setSeen((before) => afterReading(before, row, decisionIn(form.current))), [row])
  // A form goes back to what it was given once it is taken, so it is given what was saved.
  const { known, theirs } = seen
  useFreshPage(seen.moved)
  useWarningOf(() => isUnsaved(known, decisionIn(form.current)))
  const id = (name: string) => `${name}-${row.threadId}`
  const errors = refused?.fields
  const fields =
    errors && Object.fromEntries(Object.entries(errors).map(([name, said]) => [id(name), said]))
  return (
    <form
      ref={form}
      action={action}
      className="stack sheet-decision"
      aria-label={t("decision", { number: row.number })}
      noValidate
    >
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={fields} />
      ) : null}
      {theirs ? (
        <Notice kind="warn" title={t("theirs", { name: theirs.decider ?? "" })}>
          <p className="strong">
            {t(theirs.disposition ? `disposition.${theirs.disposition}` : "open")}
          </p>
          <p className="as-typed" dir="auto">
            {theirs.reason}
          </p>
          <p>{t("theirsHow")}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="consultationId" value={consultationId} />
      <input type="hidden" name="threadId" value={row.threadId} />
      <input type="hidden" name="revision" value={known.revision} />
      <SelectField
        key={`disposition-${seen.drawn}`}
        name="disposition"
        id={id("disposition")}
        label={t("decide")}
        optional
        defaultValue={refused?.entered?.disposition ?? known.disposition ?? ""}
        error={errors?.disposition}
        choices={[
          { value: "", label: t("open") },
          ...dispositions.map((each) => ({ value: each, label: t(`disposition.${each}`) })),
        ]}
      />
      <TextArea
        key={`reason-${seen.drawn}`}
        name="reason"
        id={id("reason")}
        label={t("answer")}
        hint={t("answerHint")}
        optional
        rows={3}
        maxLength={commentLimits.reason}
        defaultValue={refused?.entered?.reason ?? known.reason}
        error={errors?.reason}
      />
      <div className="btns">
        <SubmitButton kind="plain" small working={t("saving")}>
          {t("save")}
        </SubmitButton>
        <span className="small muted" role="status">
          {state?.ok && state.data.revision === known.revision
            ? t("saved")
            : row.decider
              ? t("decidedBy", { name: row.decider })
              : ""}
        </span>
      </div>
    </form>
  )
}
