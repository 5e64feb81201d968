import { Icon } from "@/app/ui/icons"
import { countUnread, mostCounted } from "@/lib/notices/queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** Leads to one's notices and says how many are unread, on every page of the desk. */
export async function NoticesBell({ actor }: { actor: Actor }) {
  const [t, locale, unread] = await Promise.all([
    getTranslations("notices"),
    getLocale(),
    countUnread(actor),
  ])
  return (
    <a
      className="bell"
      href={localePath(locale, "/desk/notices")}
      aria-label={t("bell", { count: unread })}
      title={t("bell", { count: unread })}
    >
      <Icon name="bell" />
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > mostCounted ? `${mostCounted}+` : unread}
        </span>
      ) : null}
    </a>
  )
}
