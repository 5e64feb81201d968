import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { PersonRecord } from "@/lib/people/queries"
import {
  changeSecretariatAction,
  disableAccountAction,
  enableAccountAction,
  removeAccountAction,
} from "../actions"
import { PersonButton } from "./person-button"

/** Whether and how a person signs in, and what can be done about it. */
export function AccountPanel({ person }: { person: PersonRecord }) {
  const t = useTranslations("people")
  const { account, id: personId, secretariatSince } = person
  const act = { personId, failed: t("account.failed"), working: t("account.working") }
  return (
    <section className="panel stack" aria-labelledby="account-head">
      <h2 id="account-head">{t("account.title")}</h2>
      {account.email ? (
        <p>
          {account.email}{" "}
          {account.state === "disabled" ? (
            <Tag kind="bad" icon="bad">
              {t("account.state.disabled")}
            </Tag>
          ) : null}
        </p>
      ) : (
        <p>{t("account.noneWhy")}</p>
      )}
      {account.state === "open" ? (
        <PersonButton {...act} action={disableAccountAction} kind="danger">
          {t("account.disable")}
        </PersonButton>
      ) : null}
      {account.state === "disabled" ? (
        <PersonButton {...act} action={enableAccountAction}>
          {t("account.enable")}
        </PersonButton>
      ) : null}
      {account.email ? (
        <>
          <p className="hint">{t("account.hint")}</p>
          <PersonButton {...act} action={removeAccountAction} kind="danger">
            {t("account.remove")}
          </PersonButton>
        </>
      ) : null}
      {secretariatSince ? (
        <>
          <p>
            {t("secretariat.since")} <DateTime at={secretariatSince} form="day" />
          </p>
          <PersonButton {...act} action={changeSecretariatAction} values={{ to: "end" }}>
            {t("secretariat.end")}
          </PersonButton>
        </>
      ) : account.state === "open" ? (
        <PersonButton {...act} action={changeSecretariatAction} values={{ to: "begin" }}>
          {t("secretariat.begin")}
        </PersonButton>
      ) : null}
    </section>
  )
}
