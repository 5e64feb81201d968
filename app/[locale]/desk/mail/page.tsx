import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import { listTroubledMails } from "@/lib/mail/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { MailPages } from "./mail-pages"
import { TryAgainForm } from "./try-again-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail"))("title") }
}

export default async function MailPage() {
  const actor = await currentActor()
  const { mails, more, waiting } = await answer(listTroubledMails(actor))
  const t = await getTranslations("mail")
  const columns = ["when", "what", "state", "why", "act"] as const
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={mails.some(({ trouble }) => trouble !== "trying") ? <TryAgainForm /> : null}
      />
      <MailPages at="sent" />
      {waiting > 0 ? <p className="muted">{t("waiting", { count: waiting })}</p> : null}
      {mails.length === 0 ? (
        <Empty title={t(waiting > 0 ? "noneYet" : "none")}>{t("noneWhy")}</Empty>
      ) : (
        <Table
          caption={t("title")}
          columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        >
          {mails.map(({ id, to, subject, createdAt, attempts, lastError, trouble }) => (
            <tr key={id}>
              <td className="nowrap">
                <DateTime at={createdAt} />
              </td>
              <td>
                {subject}
                <br />
                <small className="muted">{to}</small>
              </td>
              <td>
                <Tag kind={trouble === "trying" ? "warn" : "bad"}>{t(`state.${trouble}`)}</Tag>{" "}
                <small className="muted">{t("tries", { count: attempts })}</small>
              </td>
              <td>{lastError ?? "–"}</td>
              <td>
                {trouble === "trying" ? (
                  <small className="muted">{t("goesOn")}</small>
                ) : (
                  <TryAgainForm mailId={id} about={subject} />
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {more ? <p className="small muted">{t("more")}</p> : null}
    </main>
  )
}
