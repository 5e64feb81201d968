"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { StaleDocument } from "@/lib/documents/text-input"
import { savePlainDocumentAction } from "../actions"

/** Lines of the field: as many as its text has, and room to go on. */
const rowsFor = (text: string) => Math.max(12, Math.min(40, text.split("\n").length + 4))

/** The whole text in one field. After a save it holds what was stored. */
export function PlainForm({
  documentId,
  base,
  text,
}: {
  documentId: string
  base: number
  text: string
}) {
  const t = useTranslations("documents.write.plainForm")
  const [state, action] = useAnswered(savePlainDocumentAction, asBefore)
  const refused = state && !state.ok ? state : null
  const stale = isStale(refused?.data) ? refused.data : null
  const shown = refused?.entered?.text ?? text
  return (
    <form action={action} className="stack" noValidate>
      {state?.ok ? (
        <Notice
          kind="ok"
          title={t("saved", {
            time: state.data.savedAt.slice(11, 19),
            revision: String(state.data.revision),
          })}
          announce
        />
      ) : null}
      {refused ? (
        <ErrorSummary title={t("notSaved")} message={refused.message} fields={refused.fields} />
      ) : null}
      {stale ? <Conflict stale={stale} /> : null}
      <input type="hidden" name="documentId" value={documentId} />
      {/* What was typed is read against the revision on which it was typed. */}
      <input type="hidden" name="base" value={refused?.entered?.base ?? base} />
      <TextArea
        key={`${base} ${refused ? "refused" : ""}`}
        name="text"
        label={t("text")}
        rows={rowsFor(shown)}
        defaultValue={shown}
        required={false}
        error={refused?.fields?.text}
      />
      {stale ? null : (
        <div className="btns">
          <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
        </div>
      )}
    </form>
  )
}

/** What somebody else saved meanwhile, above one's own field, and the three answers. */
function Conflict({ stale: { mark, author, text } }: { stale: StaleDocument }) {
  const t = useTranslations("documents.write.plainForm")
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t("conflict")}</h2>
      <p>{t("why", { who: author ?? t("together") })}</p>
      <p>{t("what")}</p>
      <input type="hidden" name="over" value={mark} />
      <div className="btns">
        {(["both", "mine", "theirs"] as const).map((answer) => (
          <SubmitButton
            key={answer}
            name="answer"
            value={answer}
            kind={answer === "both" ? "primary" : "plain"}
            working={t(answer)}
          >
            {t(answer)}
          </SubmitButton>
        ))}
      </div>
      <h3>{t("theirText")}</h3>
      <p className="compared" dir="auto">
        {text}
      </p>
    </section>
  )
}

function isStale(data: unknown): data is StaleDocument {
  return typeof data === "object" && data !== null && "mark" in data
}
