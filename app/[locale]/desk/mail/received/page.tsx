import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { listUnfiledMails } from "@/lib/replies/queries"
import { MailPages } from "../mail-pages"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.received"))("title") }
}

const tags = { waiting: "now", kept: "warn", refused: "bad" } as const

/** Mail that came to reply addresses and was not filed; what filed mail says stands where it was filed. */
export default async function ReceivedMailPage() {
  const { mails, more } = await answer(listUnfiledMails(await currentActor()))
  const [t, errors] = await Promise.all([
    getTranslations("mail.received"),
    getTranslations("errors"),
  ])
  // Reasons are words of this page, or keys of a refusal.
  const why = (reason: string) => {
    if (reason === "") return t("why.waiting")
    if (t.has(`why.${reason}` as never)) return t(`why.${reason}` as never)
    return errors.has(reason as never) ? errors(reason as never) : t("why.refused")
  }
  return (
    <main id="main" className="page">
      <PageHead title={t("title")} lead={t("lead")} />
      <MailPages at="received" />
      {mails.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <Table
          caption={t("title")}
          columns={(["when", "to", "state", "why"] as const).map((key) => ({
            key,
            label: t(`column.${key}`),
          }))}
        >
          {mails.map(({ id, receivedAt, outcome, reason, kind, of }) => (
            <tr key={id}>
              <td className="nowrap">
                <DateTime at={receivedAt} />
              </td>
              <td>
                {t(`kind.${kind}`)}
                {of ? <small className="muted block">{t(`of.${of}`)}</small> : null}
              </td>
              <td>
                <Tag kind={tags[outcome]}>{t(`state.${outcome}`)}</Tag>
              </td>
              <td>{why(reason)}</td>
            </tr>
          ))}
        </Table>
      )}
      {more ? <p className="small muted">{t("more")}</p> : null}
    </main>
  )
}
