import type { Metadata } from "next"
import { DateTime } from "@/app/ui/date-time"
import { Notice } from "@/app/ui/notice"
import { readAnswerToken } from "@/lib/meetings/answer-link"
import { findCallToAnswer } from "@/lib/meetings/answer-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { AnswerForm } from "./answer-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("answers.ask") }
}

/** Where the mail of a call leads. Opening it says nothing; one of the buttons does. */
export default async function AnswerPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const [{ token }, t, say] = await Promise.all([
    searchParams,
    getTranslations("meetings"),
    getTranslations("errors"),
  ])
  const link = typeof token === "string" ? readAnswerToken(token) : null
  const call = link && (await findCallToAnswer(link))
  if (!call || typeof token !== "string")
    return (
      <>
        <h1>{t("answers.ask")}</h1>
        <Notice kind="bad" title={t("answers.broken")}>
          <p>{say("meeting.linkBroken")}</p>
        </Notice>
      </>
    )
  const { group, number, title, startsAt, name, answer, lack } = call
  const meeting = number === null ? t("call") : t("meeting", { number })
  return (
    <>
      <h1>{t("answers.ask")}</h1>
      <p>
        {[`${group}, ${meeting}`, title].filter(Boolean).join(": ")}
        <br />
        {startsAt ? <DateTime at={startsAt} /> : null}
      </p>
      <p className="small muted">{t("answers.for", { name })}</p>
      {lack ? (
        <Notice kind="warn" title={t("answers.closed")}>
          <p>{lack === "meeting.isCancelled" ? t("answers.cancelled") : say("meeting.isOver")}</p>
        </Notice>
      ) : (
        <AnswerForm token={token} answer={answer} />
      )}
    </>
  )
}
