"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { requestLinkAction } from "./actions"

export function RequestLinkForm({ next, locale }: { next: string; locale: string }) {
  const t = useTranslations("signIn")
  const [state, action] = useAnswered(requestLinkAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {state?.ok ? (
        <Notice kind="ok" title={t("sent")} announce>
          <p>{t("sentTo", { email: state.data.email })}</p>
        </Notice>
      ) : null}
      {refused ? (
        <ErrorSummary title={t("notSent")} message={refused.message} fields={refused.fields} />
      ) : null}
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t("email")}
        defaultValue={refused?.entered?.email ?? ""}
        error={refused?.fields?.email}
      />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="locale" value={locale} />
      <div className="btns">
        <SubmitButton working={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  )
}
