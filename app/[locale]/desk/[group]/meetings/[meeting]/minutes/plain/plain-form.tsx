"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { StaleSave } from "@/lib/minutes/model"
import { savePlainMinutesAction } from "../actions"
import type { ItemHead, SectionHead } from "../sections"
import { PlainConflict } from "./plain-conflict"

export type PlainSection = { head: SectionHead; text: string }

/** Lines of a field: as many as its text has, and room to go on. */
const rowsFor = (text: string) => Math.min(30, text.split("\n").length + 2)

/** One field for each section. After a save the fields hold what was stored. */
export function PlainForm({
  meetingId,
  base,
  locale,
  sections,
  agenda,
}: {
  meetingId: string
  base: number
  locale: string
  sections: PlainSection[]
  agenda: ItemHead[]
}) {
  const t = useTranslations("minutes")
  const [state, action] = useAnswered(savePlainMinutesAction, asBefore)
  const refused = state && !state.ok ? state : null
  const stale = isStale(refused?.data) ? refused.data : null
  const heading = ({ head }: PlainSection) =>
    head.kind === "item" ? `${head.item.label} ${head.item.title}` : t(`section.${head.kind}`)
  return (
    <form action={action} className="stack" noValidate>
      {state?.ok ? (
        <Notice
          kind="ok"
          title={t("plain.saved", {
            time: state.data.savedAt.slice(11, 19),
            revision: String(state.data.revision),
          })}
          announce
        />
      ) : null}
      {refused ? (
        <ErrorSummary
          title={t("plain.notSaved")}
          message={refused.message}
          fields={refused.fields}
        />
      ) : null}
      {stale ? <PlainConflict stale={stale} agenda={agenda} /> : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      {/* What was typed is read against the revision on which it was typed. */}
      <input type="hidden" name="base" value={refused?.entered?.base ?? base} />
      <input type="hidden" name="locale" value={locale} />
      {sections.map((section) => {
        const name = `sections.${section.head.id}`
        const text = refused?.entered?.[name] ?? section.text
        return (
          <TextArea
            key={`${base} ${name} ${refused ? "refused" : ""}`}
            name={name}
            label={heading(section)}
            rows={rowsFor(text)}
            defaultValue={text}
            required={false}
            error={refused?.fields?.[name]}
          />
        )
      })}
      {stale ? null : (
        <div className="btns">
          <SubmitButton working={t("plain.saving")}>{t("plain.save")}</SubmitButton>
        </div>
      )}
    </form>
  )
}

function isStale(data: unknown): data is StaleSave {
  return typeof data === "object" && data !== null && "stored" in data
}
