import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getMinutesCheck } from "@/lib/minutes/check/queries"
import { sectionOf } from "@/lib/minutes/model"
import { plainDoc } from "@/lib/minutes/plain"
import { plainWords } from "@/lib/minutes/plain-words"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { FindingList } from "../../finding-list"
import { loadMarkedMinutes, type MinutesParams } from "../load-minutes"
import { itemHeads, minutesTitle } from "../minutes-title"
import { sectionHeads } from "../sections"
import { PlainForm } from "./plain-form"
import "../minutes.css"

export async function generateMetadata({ params }: { params: MinutesParams }): Promise<Metadata> {
  const { meeting } = await loadMarkedMinutes(params)
  return { title: await minutesTitle(meeting) }
}

/** The minutes as a plain form: for browsers without script, and for whoever prefers it. */
export default async function PlainMinutesPage({ params }: { params: MinutesParams }) {
  const { meeting, agenda, current, may, locale, base, meetingHref } =
    await loadMarkedMinutes(params)
  if (!current || !may.edit) redirect(base)
  const [t, about, actor] = await Promise.all([
    getTranslations("minutes.plain"),
    getTranslations("findings"),
    currentActor(),
  ])
  const check = await answer(getMinutesCheck(actor, meeting.groupId, meeting.id, locale))
  const words = plainWords(locale)
  const items = itemHeads(agenda)
  const heads = sectionHeads(current.text.order, items)
  return (
    <main id="main">
      <PageHead
        title={await minutesTitle(meeting)}
        lead={t("title")}
        actions={<ButtonLink href={base}>{t("back")}</ButtonLink>}
      />
      <div className="page plain-minutes">
        <p>{t("lead")}</p>
        <p>{t("words", words)}</p>
        <p>{t("lost")}</p>
        <PlainForm
          meetingId={meeting.id}
          base={current.revision}
          locale={locale}
          agenda={items}
          sections={heads.map((head) => ({
            head,
            text: plainDoc(sectionOf(current.text, head.id), words),
          }))}
        />
        <section id="findings" className="panel pad" aria-labelledby="findings-title">
          <h2 id="findings-title">{about("saved", { count: check.findings.length })}</h2>
          <FindingList
            findings={check.findings}
            hrefOf={(section) => `#sections.${section}`}
            meetingHref={check.may.editFacts ? meetingHref : undefined}
          />
        </section>
      </div>
    </main>
  )
}
