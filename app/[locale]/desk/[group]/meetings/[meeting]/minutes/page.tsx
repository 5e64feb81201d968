import type { Metadata } from "next"
import { localFields } from "@/lib/meetings/zones"
import { getTranslations } from "@/lib/platform/i18n"
import { loadComments } from "../../../comments/beside/load-comments"
import { closedKey } from "../closed-notice"
import { EditorHost } from "./editor-host"
import { loadMinutes, type MinutesParams, openForWriting } from "./load-minutes"
import { minutesLead, minutesTitle } from "./minutes-title"
import { NotStarted } from "./not-started"
import { SavedText } from "./saved-text"
import "./live.css"
import "./minutes.css"
import "./agenda.css"
import "../../../live/beside.css"
import "./room.css"
import "./check.css"
import "../../../comments/beside/passages.css"

export async function generateMetadata({ params }: { params: MinutesParams }): Promise<Metadata> {
  const { meeting } = await loadMinutes(params)
  return { title: await minutesTitle(meeting) }
}

export default async function MinutesPage({ params }: { params: MinutesParams }) {
  const found = await loadMinutes(params)
  const { meeting, current, version, people, may, base, meetingHref, room, roomHref, locale } =
    found
  const t = await getTranslations("minutes")
  const title = await minutesTitle(meeting)
  const lead = await minutesLead(meeting)
  if (!current) {
    const cancelled = meeting.cancelledAt !== null
    const given = { title, lead, meetingId: meeting.id, mayStart: may.edit, cancelled }
    return <NotStarted {...given} />
  }
  const closed = closedKey(found.lack)
  const open = version === null ? null : t("published", { version: String(version) })
  const note = closed ? (await getTranslations("errors.meeting"))(closed) : open
  const text = <SavedText found={{ ...found, current }} {...{ title, lead, note }} />
  if (!may.edit) return <main id="main">{text}</main>
  const { deviceKey } = await openForWriting(meeting.id)
  const on = { kind: "minutes", meetingId: meeting.id } as const
  const comments = await loadComments((await params).group, on, `${meetingHref}/comments`)
  const given = {
    meetingId: meeting.id,
    number: meeting.number,
    day: meeting.startsAt ? localFields(meeting.startsAt, meeting.zone).day : null,
    historyHref: `${base}/history`,
    plainHref: `${base}/plain`,
    exchangeHref: `${base}/exchange`,
    checkHref: `${base}/check`,
    order: current.text.order,
    ...{ title, lead, note, people, room, roomHref, meetingHref, deviceKey, locale, comments },
  }
  return (
    <main id="main">
      <EditorHost given={given} failed={t("failed")}>
        {text}
      </EditorHost>
    </main>
  )
}
