import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import type { Letter } from "@/lib/platform/mail"
import { type MailGroup, noticeHeaders } from "./headers"
import { type DigestTempo, type NoticeData, type NoticeKind, noticeKinds } from "./model"
import { shortened, wrapped } from "./plain-text"
import type { Recipient } from "./recipients"
import { noticeSentence, type Reading, textName } from "./sentence"
import { commentThatWaits } from "./still-wanted"
import { unsubscribeLinks } from "./unsubscribe-link"

/** One notice of a digest. `words` of a comment, where it still stands. */
export type DigestNotice = {
  kind: NoticeKind
  group: MailGroup & { name: string }
  href: string
  data: unknown
  threadId: string | null
  words: string
}

/** How many entries one kind has in a digest before it leads to the list on the desk. */
const mostEntries = 10
/** How much of a comment a digest repeats, in characters. */
const mostOfWords = 200

/** The mail of a day or a week: by group and kind, the newest first, as plain text that reads well as it is. */
export function digestLetter(
  to: Recipient,
  tempo: DigestTempo,
  notices: readonly DigestNotice[],
): Letter {
  const { locale, zone, personId } = to
  const reading: Reading = { t: translatorFor(locale), locale, zone }
  const { t } = reading
  const address = (path: string) => env().origin + localePath(locale, path)
  const byGroup = [...new Set(notices.map(({ group }) => group.slug))].map((slug) =>
    notices.filter(({ group }) => group.slug === slug),
  )
  const parts = byGroup.flatMap((ofGroup) => [
    groupHead(ofGroup[0]?.group.name ?? ""),
    ...noticeKinds.flatMap((kind) => {
      const ofKind = ofGroup.filter((notice) => notice.kind === kind)
      return ofKind.length > 0 ? [kindPart(kind, ofKind, reading, address)] : []
    }),
  ])
  const leave = unsubscribeLinks([personId, tempo], locale)
  const count = notices.length
  const foot = t("notices.digest.foot", {
    tempo,
    choices: address("/desk/notices/choices"),
    leave: leave.page,
  })
  const [only] = byGroup.length === 1 ? (byGroup[0] ?? []) : []
  const subject = t("notices.digest.subject", { tempo, count })
  return {
    to: to.email,
    subject: `[${only?.group.shortName ?? "Rapporteur"}] ${subject}`,
    text: `${[wrapped(t("notices.digest.lead", { count })), ...parts].join("\n\n")}\n\n-- \n${foot}\n`,
    headers: noticeHeaders({
      group: only?.group ?? null,
      unsubscribe: leave.post,
      conversation: null,
    }),
  }
}

const groupHead = (name: string) => `${name}\n${"=".repeat(Math.min(name.length, 76))}`

function kindPart(
  kind: NoticeKind,
  notices: readonly DigestNotice[],
  reading: Reading,
  address: (path: string) => string,
): string {
  const threads = [...new Set(notices.map(({ threadId, href }) => threadId ?? href))].map((about) =>
    notices.filter(({ threadId, href }) => (threadId ?? href) === about),
  )
  const isOne = kind === "replied" || kind === "consultation-held"
  const together = isOne ? threads : notices.map((notice) => [notice])
  const entries = together.slice(0, mostEntries).map((same) => entryOf(same, reading, address))
  const left = together.length - entries.length
  const more = reading.t("notices.digest.more", { count: left, link: address("/desk/notices") })
  const title = reading.t(`notices.kind.${kind}`)
  return [`${title}\n`, ...entries, ...(left > 0 ? [`  ${more}`] : [])].join("\n")
}

function entryOf(
  [newest, ...older]: readonly DigestNotice[],
  reading: Reading,
  address: (path: string) => string,
): string {
  if (!newest) return ""
  const said =
    older.length > 0 ? saidOf([newest, ...older], reading) : noticeSentence(newest, reading)
  const words = newest.words ? [wrapped(shortened(newest.words, mostOfWords), "  > ", "  > ")] : []
  return [wrapped(said, "* ", "  "), ...words, `  ${address(newest.href)}`].join("\n")
}

/** Several notices in one sentence: what waits in one place, or was written in one thread. */
function saidOf(notices: readonly DigestNotice[], reading: Reading): string {
  const [newest] = notices
  if (newest?.kind === "consultation-held") {
    const { title } = newest.data as NoticeData["consultation-held"]
    const count = new Set(notices.flatMap(commentThatWaits)).size
    return reading.t("notices.digest.waiting", { count, title })
  }
  return reading.t("notices.digest.thread", {
    count: notices.length,
    title: textName(reading, newest?.data as NoticeData["replied"]),
    names: namesOf(notices, reading.locale),
  })
}

function namesOf(notices: readonly DigestNotice[], locale: string): string {
  const names = new Set(notices.map(({ data }) => (data as NoticeData["replied"]).by))
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names)
}
