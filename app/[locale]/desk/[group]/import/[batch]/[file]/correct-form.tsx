"use client"

import { useTranslations } from "next-intl"
import { Fragment, type ReactNode, useEffect, useRef, useState } from "react"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useNewest } from "@/app/ui/newest-answer"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { PeopleForDesk } from "@/lib/imports/questions"
import type { ActionResult } from "@/lib/platform/action"
import { changeKindAction, correctImportAction, discardImportAction } from "../../actions"
import { useKeepPlace } from "../keep-place"
import { PeoplePanel, peopleState } from "../people-panel"
import { FactFields } from "./fact-fields"
import { Findings } from "./findings"
import type { CorrectFormData } from "./form-of"
import { LightValues } from "./light-values"
import { SectionFields } from "./section-fields"
import { meanwhileIn, TheirWords } from "./theirs"
import { useUnsaved } from "./use-unsaved"
import { WhatWasRead } from "./what-was-read"

type Props = {
  form: CorrectFormData
  people: PeopleForDesk
  /** Where the file is, in the address: the group and the batch. */
  place: { slug: string; batch: string }
  /** Whether another file behind it is open. */
  hasNext: boolean
  /** The source. */
  children: ReactNode
}

/** Source and result side by side; one form holds everything, so that one press keeps all of it. */
export function CorrectForm({ form, people, place, hasNext, children }: Props) {
  const t = useTranslations("imports.file")
  const [state, action] = useAnswered(correctImportAction, asBefore)
  const [discarded, discard] = useAnswered(discardImportAction, asBefore)
  const [changed, change] = useAnswered(changeKindAction, asBefore)
  const [scripted, setScripted] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const onSubmit = useKeepPlace(box, `${form.revision} ${peopleState(people)}`)
  useEffect(() => setScripted(true), [])
  const newest = useNewest<ActionResult<unknown>>([state, discarded, changed])
  const refused = newest && !newest.ok ? newest : null
  const meanwhile = meanwhileIn(refused?.data)
  const not = newest === discarded ? "notDiscarded" : newest === changed ? "notChanged" : "notKept"
  const unsaved = useUnsaved(form.revision, newest)
  const open = form.toSettle
  return (
    <form
      action={action}
      className="correct"
      ref={box}
      onInput={unsaved.typed}
      onSubmit={(event) => {
        unsaved.sent()
        onSubmit(event)
      }}
    >
      <input type="hidden" name="fileId" value={form.fileId} />
      <input type="hidden" name="slug" value={place.slug} />
      <input type="hidden" name="batch" value={place.batch} />
      <input type="hidden" name="revision" value={revisionOf(refused?.data) ?? form.revision} />
      <input type="hidden" name="scripted" value={scripted ? "yes" : "no"} />
      <LightValues>
        <div className="got" id="got" tabIndex={-1}>
          {refused ? (
            <ErrorSummary title={t(not)} message={refused.message} fields={refused.fields} />
          ) : null}
          {meanwhile ? <TheirWords theirs={meanwhile.theirs} form={form} /> : null}
          {/* The first button of a form is what Enter presses: it must be the harmless one. */}
          <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
          {/* Fields show what was kept, whoever kept it; the form itself stays, and with it why it was refused. */}
          <Fragment key={form.revision}>
            <Findings findings={form.findings} missing={form.missing} entered={refused?.entered} />
            <PeoplePanel people={people} />
            <WhatWasRead form={form} />
            <FactFields form={form} entered={refused?.entered} errors={refused?.fields} />
            <SectionFields form={form} entered={refused?.entered} errors={refused?.fields} />
          </Fragment>
        </div>
        {children}
      </LightValues>
      <section className="act-bar" aria-label={t("bar")}>
        <span>
          <span role="status">{newest?.ok ? `${t("kept")} ` : null}</span>
          {open > 0 ? t("toSettle", { count: open }) : t("allSettled")}{" "}
          {people.total > 0 ? t("answerFirst", { count: people.total }) : null}
        </span>
        <div className="end btns">
          <SubmitButton kind="quiet" working={t("discarding")} formAction={discard} formNoValidate>
            {t("discard")}
          </SubmitButton>
          <SubmitButton
            kind="quiet"
            name="kind"
            value="document"
            working={t("changing")}
            formAction={change}
            formNoValidate
          >
            {t("isDocument")}
          </SubmitButton>
          {/* It keeps what was typed, as everything else in this row does. */}
          {hasNext ? (
            <SubmitButton kind="plain" name="then" value="look" working={t("keeping")}>
              {t("next")}
            </SubmitButton>
          ) : null}
          <SubmitButton kind="plain" working={t("keeping")}>
            {t("keep")}
          </SubmitButton>
          <SubmitButton kind="plain" name="then" value="save" working={t("saving")}>
            {t("save")}
          </SubmitButton>
          <SubmitButton name="then" value="next" working={t("saving")}>
            {t("saveNext")}
          </SubmitButton>
        </div>
      </section>
    </form>
  )
}

/** After corrections were kept and saving was refused, or somebody else kept some, the form goes on from there. */
function revisionOf(data: unknown): number | null {
  return data && typeof data === "object" && "revision" in data && typeof data.revision === "number"
    ? data.revision
    : null
}
