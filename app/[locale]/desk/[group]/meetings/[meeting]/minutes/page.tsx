import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { localFields } from "@/lib/meetings/zones"
import { getTranslations } from "@/lib/platform/i18n"
import { EditorHost } from "./editor-host"
import { loadMinutes, type MinutesParams, openForWriting } from "./load-minutes"
import { itemHeads, minutesLead, minutesTitle } from "./minutes-title"
import { NotStarted } from "./not-started"
import { shownRoom } from "./room/shown-room"
import { sectionHeads } from "./sections"
import { TextView } from "./text-view"
import { WritingFoot } from "./writing-foot"
import { WritingFrame } from "./writing-frame"
import "./live.css"
import "./minutes.css"
import "./agenda.css"
import "./room.css"

export async function generateMetadata({ params }: { params: MinutesParams }): Promise<Metadata> {
  const { meeting } = await loadMinutes(params)
  return { title: await minutesTitle(meeting) }
}

export default async function MinutesPage({ params }: { params: MinutesParams }) {
  const {
    meeting,
    agenda,
    current,
    version,
    people,
    may,
    base,
    meetingHref,
    room,
    roomHref,
    locale,
  } = await loadMinutes(params)
  const live = current && may.edit ? await openForWriting(meeting.id) : null
  const t = await getTranslations("minutes")
  const title = await minutesTitle(meeting)
  const lead = await minutesLead(meeting)
  if (!current) {
    const cancelled = meeting.cancelledAt !== null
    const given = { title, lead, meetingId: meeting.id, mayStart: may.edit, cancelled }
    return <NotStarted {...given} />
  }
  const items = itemHeads(agenda)
  const note = version === null ? null : t("published", { version: String(version) })
  const shown = {
    meetingId: meeting.id,
    number: meeting.number,
    day: meeting.startsAt ? localFields(meeting.startsAt, meeting.zone).day : null,
    historyHref: `${base}/history`,
    plainHref: `${base}/plain`,
    meetingHref,
    ...{ title, lead, note, people, room, roomHref },
  }
  const given = live && {
    ...shown,
    ...{ order: current.text.order, exchangeHref: `${base}/exchange`, locale, ...live },
  }
  const links = { plain: may.edit ? shown.plainHref : null, meeting: meetingHref }
  const shownText = (
    <WritingFrame
      {...{ title, lead, note }}
      room={shownRoom(room, roomHref)}
      heads={sectionHeads(current.text.order, items)}
      end={<ButtonLink href={shown.historyHref}>{t("history.title")}</ButtonLink>}
      foot={<WritingFoot {...links} />}
    >
      <noscript>
        <p className="writing-note">
          {t.rich("noScript", { link: (words) => <a href={shown.plainHref}>{words}</a> })}
        </p>
      </noscript>
      <div className="sheet">
        <div className="doc">
          <TextView text={current.text} agenda={items} number={meeting.number} />
        </div>
      </div>
    </WritingFrame>
  )
  return (
    <main id="main">
      {given ? (
        <EditorHost given={given} failed={t("failed")}>
          {shownText}
        </EditorHost>
      ) : (
        shownText
      )}
    </main>
  )
}
