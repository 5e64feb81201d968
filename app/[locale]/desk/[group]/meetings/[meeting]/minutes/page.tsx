import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { getTranslations } from "@/lib/platform/i18n"
import { EditorHost } from "./editor-host"
import { loadMinutes, type MinutesParams } from "./load-minutes"
import { itemHeads, minutesLead, minutesTitle } from "./minutes-title"
import { NotStarted } from "./not-started"
import { sectionHeads } from "./sections"
import { TextView } from "./text-view"
import { WritingFrame } from "./writing-frame"
import "./minutes.css"

export async function generateMetadata({ params }: { params: MinutesParams }): Promise<Metadata> {
  const { meeting } = await loadMinutes(params)
  return { title: await minutesTitle(meeting) }
}

export default async function MinutesPage({ params }: { params: MinutesParams }) {
  const { meeting, agenda, current, version, people, may, base } = await loadMinutes(params)
  const t = await getTranslations("minutes")
  const title = await minutesTitle(meeting)
  const lead = await minutesLead(meeting)
  if (!current) {
    const cancelled = meeting.cancelledAt !== null
    const given = { title, lead, meetingId: meeting.id, mayStart: may.edit, cancelled }
    return <NotStarted {...given} />
  }
  const { text, revision } = current
  const savedAt = current.savedAt.toISOString()
  const items = itemHeads(agenda)
  const note = version === null ? null : t("published", { version: String(version) })
  const shown = {
    meetingId: meeting.id,
    number: meeting.number,
    historyHref: `${base}/history`,
    plainHref: `${base}/plain`,
    ...{ title, lead, note, text, people },
  }
  return (
    <main id="main">
      <EditorHost
        given={{ ...shown, agenda: items, saved: { revision, savedAt } }}
        failed={t("failed")}
      >
        <WritingFrame
          title={title}
          lead={lead}
          note={note}
          heads={sectionHeads(text, items)}
          end={<ButtonLink href={shown.historyHref}>{t("history.title")}</ButtonLink>}
          foot={
            <p className="writing-foot small">
              <a href={shown.plainHref}>{t("plain.link")}</a>
            </p>
          }
        >
          <noscript>
            <p className="writing-note">
              {t.rich("noScript", { link: (words) => <a href={shown.plainHref}>{words}</a> })}
            </p>
          </noscript>
          <div className="sheet">
            <div className="doc">
              <TextView text={text} agenda={items} number={meeting.number} />
            </div>
          </div>
        </WritingFrame>
      </EditorHost>
    </main>
  )
}
