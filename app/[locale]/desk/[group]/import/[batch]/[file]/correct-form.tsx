"use client"

import { useTranslations } from "next-intl"
import { Fragment, type ReactNode, useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { correctImportAction, discardImportAction } from "../../actions"
import { FactFields } from "./fact-fields"
import { Findings } from "./findings"
import type { CorrectFormData } from "./form-of"
import { SectionFields } from "./section-fields"

/** Source and result side by side; one form holds everything, so that one press keeps all of it. */
export function CorrectForm({ form, children }: { form: CorrectFormData; children: ReactNode }) {
  const t = useTranslations("imports.file")
  const [state, action] = useActionState(correctImportAction, null)
  const [discarded, discard] = useActionState(discardImportAction, null)
  const refused = state && !state.ok ? state : null
  const notDiscarded = discarded && !discarded.ok ? discarded : null
  const open = form.findings.length
  return (
    <form action={action} className="correct">
      <input type="hidden" name="fileId" value={form.fileId} />
      <input type="hidden" name="revision" value={revisionOf(refused?.data) ?? form.revision} />
      <div className="pair">
        {children}
        <div className="got" id="got">
          {refused ? (
            <ErrorSummary title={t("notKept")} message={refused.message} fields={refused.fields} />
          ) : null}
          {notDiscarded ? (
            <ErrorSummary title={t("notDiscarded")} message={notDiscarded.message} />
          ) : null}
          {/* The first button of a form is what Enter presses: it must be the harmless one. */}
          <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
          {/* Fields show what was kept, whoever kept it; the form itself stays, and with it why it was refused. */}
          <Fragment key={form.revision}>
            <Findings findings={form.findings} />
            <FactFields form={form} entered={refused?.entered} errors={refused?.fields} />
            <SectionFields form={form} entered={refused?.entered} errors={refused?.fields} />
          </Fragment>
        </div>
      </div>
      <section className="act-bar" aria-label={t("bar")}>
        <span>{open > 0 ? t("toSettle", { count: open }) : t("allSettled")}</span>
        <div className="end btns">
          <SubmitButton kind="quiet" working={t("discarding")} formAction={discard} formNoValidate>
            {t("discard")}
          </SubmitButton>
          <SubmitButton kind="plain" working={t("keeping")}>
            {t("keep")}
          </SubmitButton>
          <SubmitButton name="then" value="save" working={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </section>
    </form>
  )
}

/** After corrections were kept and saving was refused, the form goes on from the newer revision. */
function revisionOf(data: unknown): number | null {
  return data && typeof data === "object" && "revision" in data && typeof data.revision === "number"
    ? data.revision
    : null
}
