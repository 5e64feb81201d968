import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { getMinutesForEditor } from "@/lib/minutes/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { EditorHost } from "./editor-host"
import { itemHeads, type MinutesParams, minutesLead, minutesTitle } from "./minutes-title"
import { sectionHeads } from "./sections"
import { StartForm } from "./start-form"
import { TextView } from "./text-view"
import { WritingFrame } from "./writing-frame"
import "./minutes.css"

async function load(params: MinutesParams) {
  const [{ group: slug, meeting: ref }, actor, locale] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const found = await answer(getMinutesForEditor(actor, group.id, ref, locale))
  return { ...found, base: localePath(locale, `/desk/${slug}/meetings/${ref}/minutes`) }
}

export async function generateMetadata({ params }: { params: MinutesParams }): Promise<Metadata> {
  const { meeting } = await load(params)
  return { title: await minutesTitle(meeting) }
}

export default async function MinutesPage({ params }: { params: MinutesParams }) {
  const { meeting, agenda, current, people, may, base } = await load(params)
  const [t, title, lead] = await Promise.all([
    getTranslations("minutes"),
    minutesTitle(meeting),
    minutesLead(meeting),
  ])
  if (!current) {
    const canStart = may.edit && meeting.cancelledAt === null
    const why = canStart ? "start.why" : meeting.cancelledAt ? "start.cancelled" : "start.whyNot"
    return (
      <main id="main">
        <PageHead title={title} lead={lead} />
        <div className="page">
          <Empty
            title={t("start.title")}
            action={canStart ? <StartForm meetingId={meeting.id} /> : null}
          >
            {t(why)}
          </Empty>
        </div>
      </main>
    )
  }
  const { text, revision } = current
  const items = itemHeads(agenda)
  const links = { historyHref: `${base}/history`, plainHref: `${base}/plain` }
  const given = {
    meetingId: meeting.id,
    number: meeting.number,
    title,
    lead,
    text,
    people,
    ...links,
  }
  return (
    <main id="main">
      <EditorHost
        given={{
          ...given,
          agenda: items,
          saved: { revision, savedAt: current.savedAt.toISOString() },
        }}
        failed={t("failed")}
      >
        <WritingFrame
          title={title}
          lead={lead}
          heads={sectionHeads(text, items)}
          end={<ButtonLink href={links.historyHref}>{t("history.title")}</ButtonLink>}
          foot={
            <p className="writing-foot small">
              <a href={links.plainHref}>{t("plain.link")}</a>
            </p>
          }
        >
          <noscript>
            <p className="writing-note">
              {t.rich("noScript", { link: (words) => <a href={links.plainHref}>{words}</a> })}
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
