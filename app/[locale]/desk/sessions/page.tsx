import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import { listMySessions } from "@/lib/accounts/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { DeskBar } from "../desk-bar"
import { EndOthersForm } from "./end-others-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("title") }
}

export default async function SessionsPage() {
  const actor = await currentActor()
  const sessions = await answer(listMySessions(actor))
  const t = await getTranslations("sessions")
  const columns = ["browser", "since", "seen"] as const
  return (
    <>
      <DeskBar actor={actor} />
      <main id="main" className="page">
        <PageHead title={t("title")} lead={t("lead")} />
        <div>
          <Table
            caption={t("title")}
            columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
          >
            {sessions.map((session) => (
              <tr key={session.id}>
                <td>
                  {session.browser || t("unknownBrowser")}{" "}
                  {session.current ? <Tag kind="now">{t("current")}</Tag> : null}
                </td>
                <td className="nowrap">
                  <DateTime at={session.since} />
                </td>
                <td className="nowrap">
                  <DateTime at={session.lastSeenAt} />
                </td>
              </tr>
            ))}
          </Table>
          {sessions.length > 1 ? <EndOthersForm /> : null}
        </div>
      </main>
    </>
  )
}
