"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { SheetProblem } from "@/lib/consultations/worksheet/model"
import { bringInSheetAction } from "./actions"

/** Brings a spreadsheet back that was worked on elsewhere, and says of each wrong row what is wrong. */
export function OfflinePanel({ consultationId }: { consultationId: string }) {
  const t = useTranslations("worksheet")
  const [state, action] = useAnswered(bringInSheetAction)
  const refused = state && !state.ok ? state : null
  const done = state?.ok ? state.data : null
  useFreshPage(done)
  const problems = (refused?.data as { problems: SheetProblem[] } | undefined)?.problems ?? []
  return (
    <section className="panel pad stack" aria-labelledby="offline">
      <h2 id="offline">{t("offline")}</h2>
      <p>{t("offlineHow")}</p>
      {refused ? (
        <ErrorSummary title={t("notBroughtIn")} message={refused.message} fields={refused.fields} />
      ) : null}
      {problems.length > 0 ? (
        <ul className="sheet-problems">
          {problems.map(({ row, key, value }) => (
            <li key={`${row} ${key}`}>
              {t("row", { row, problem: t(`problem.${key}`, { value }) })}
            </li>
          ))}
        </ul>
      ) : null}
      {done ? (
        <Notice kind="ok" announce>
          <p>{t("done", { changed: done.changed, same: done.same })}</p>
          {done.left.length > 0 ? <p>{t("left", { rows: done.left.join(", ") })}</p> : null}
        </Notice>
      ) : null}
      <form action={action} className="form" noValidate>
        <input type="hidden" name="consultationId" value={consultationId} />
        <TextField
          name="file"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t("file")}
          error={refused?.fields?.file}
        />
        <Checkbox
          name="leaveStale"
          label={t("leaveStale")}
          defaultChecked={refused?.entered?.leaveStale === "on"}
        />
        <div className="btns">
          <SubmitButton kind="plain" working={t("saving")}>
            {t("bringIn")}
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
