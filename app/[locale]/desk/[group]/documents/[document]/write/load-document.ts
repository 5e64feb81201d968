import { redirect } from "next/navigation"
import { listLinkChoices } from "@/lib/documents/link-choices"
import { hrefOf } from "@/lib/documents/links"
import { openDocument } from "@/lib/documents/live/open-document"
import { DOCUMENT_SCHEMA } from "@/lib/documents/model"
import { mayBeWritten } from "@/lib/documents/status"
import { nameOf } from "@/lib/live/channel"
import { personOf } from "@/lib/platform/actor"
import { dayText, momentText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { loadComments } from "../../../comments/beside/load-comments"
import { type DocumentParams, loadDocument } from "../../load-document"
import type { DocumentGiven, LinkChoice } from "./given"

/** A document for whoever writes in it; whoever may not is led to where it is read. */
export async function loadForWriting(params: DocumentParams) {
  const loaded = await loadDocument(params)
  const { document, base } = loaded
  if (!document.may.write || !mayBeWritten(document.status)) redirect(base)
  return { ...loaded, writeHref: `${base}/write` }
}

type Loaded = Awaited<ReturnType<typeof loadForWriting>>

/** What the editor of a document is given: its shared text is opened, and its copy on the device named. */
export async function givenFor({
  actor,
  locale,
  document,
  base,
  writeHref,
}: Loaded): Promise<DocumentGiven> {
  const on = { kind: "document", documentId: document.id } as const
  const [{ id: stateId }, choices, comments, t] = await Promise.all([
    answer(openDocument(actor, document.id)),
    linkChoices({ actor, document, locale }),
    loadComments(document.group.slug, on, `${base}/comments`),
    getTranslations("documents"),
  ])
  const when = momentText(document.savedAt, locale)
  return {
    name: nameOf("documents", document.id),
    schema: DOCUMENT_SCHEMA,
    deviceKey: `${personOf(actor)} ${stateId}`,
    exchangeHref: `${writeHref}/exchange`,
    plainHref: `${writeHref}/plain`,
    documentId: document.id,
    title: document.title,
    lead: document.by ? t("savedBy", { when, who: document.by }) : t("saved", { when }),
    readHref: base,
    ...{ locale, choices, comments },
  }
}

async function linkChoices({
  actor,
  document,
  locale,
}: Pick<Loaded, "actor" | "document" | "locale">): Promise<LinkChoice[]> {
  const t = await getTranslations("documents.write.link")
  const { documents, meetings, decisions, olderDecisions } = await answer(
    listLinkChoices(actor, document.group.id, document.id),
  )
  const meetingName = ({ number, startsAt }: (typeof meetings)[number]) => {
    const name = number === null ? t("meetingWithout") : t("meeting", { number: String(number) })
    return startsAt ? `${name}, ${dayText(startsAt, locale)}` : name
  }
  const decisionName = ({ number, words }: (typeof decisions)[number]) => {
    const said = words.length > 80 ? `${words.slice(0, 79)}…` : words
    return number === null ? said : `${String(number)}: ${said}`
  }
  return [
    ...documents.map(({ id, title }) => ({
      of: "documents" as const,
      href: hrefOf({ to: "document", documentId: id }),
      label: title,
    })),
    ...meetings.map((meeting) => ({
      of: "meetings" as const,
      href: hrefOf({ to: "meeting", meetingId: meeting.id }),
      label: meetingName(meeting),
    })),
    ...decisions.map((decision) => ({
      of: "decisions" as const,
      href: hrefOf({ to: "decision", ...decision }),
      label: decisionName(decision),
    })),
    ...(olderDecisions > 0
      ? [{ of: "decisions" as const, href: "", label: t("older", { count: olderDecisions }) }]
      : []),
  ]
}
