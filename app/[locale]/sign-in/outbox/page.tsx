import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { listOutbox } from "@/lib/accounts/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** The mail that nobody sent, because this is a trial without a mail server. Exists in sample mode only. */
export default async function OutboxPage() {
  const mails = await answer(listOutbox(await currentActor()))
  const t = await getTranslations("signIn.outbox")
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      {mails.length === 0 ? <Empty title={t("none")}>{t("noneWhy")}</Empty> : null}
      {mails.map((mail) => (
        <article key={mail.id} className="panel letter">
          <h2>{mail.subject}</h2>
          <p className="small muted">
            {t("to", { address: mail.to })} · <DateTime at={mail.at} />
          </p>
          <p className="letter-text">
            {mail.text.split(/(https?:\/\/\S+)/).map((part) =>
              part.startsWith("http") ? (
                <a key={part} href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </article>
      ))}
    </>
  )
}
