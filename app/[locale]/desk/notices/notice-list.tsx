import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import { shortened } from "@/lib/notices/plain-text"
import type { NoticeLine } from "@/lib/notices/queries"
import { noticeSentence } from "@/lib/notices/sentence"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { MarkReadForm } from "./mark-read-form"

/** How much of a comment the list repeats, in characters. */
const mostOfWords = 240

/** Notices, the newest first, each leading to what it is about. */
export function NoticeList({
  notices,
  locale,
  zone,
}: {
  notices: readonly NoticeLine[]
  locale: Locale
  zone: string
}) {
  const t = translatorFor(locale)
  return (
    <ul className="notices">
      {notices.map((notice) => {
        const { id, group, href, words, at, isRead } = notice
        const said = noticeSentence(notice, { t, locale, zone })
        return (
          <li key={id} className={isRead ? undefined : "unread"}>
            <div>
              <a href={localePath(locale, href)}>{said}</a>{" "}
              {isRead ? null : <Tag kind="now">{t("notices.unread")}</Tag>}
              {words ? <blockquote>{shortened(words, mostOfWords)}</blockquote> : null}
              <p className="small muted">
                {group} · <DateTime at={at} />
              </p>
            </div>
            {isRead ? null : <MarkReadForm noticeId={id} about={said} />}
          </li>
        )
      })}
    </ul>
  )
}
