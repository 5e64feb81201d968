import { Button } from "@/app/ui/button"
import type { DeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { can } from "@/lib/policy/can"
import { DeskNav } from "./desk-nav"
import { NoticesBell } from "./notices-bell"
import { SearchBox } from "./search-box"
import { signOutAction } from "./sessions/actions"
import { SignOutForm } from "./sign-out-form"

/** The bar at the head of every desk page: where one is, where one can go, who one is. */
export async function DeskBar({
  actor,
  group,
  withSearch = true,
}: {
  actor: Actor
  group?: DeskGroup
  withSearch?: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()])
  const base = group ? localePath(locale, `/desk/${group.slug}`) : localePath(locale, "/desk")
  const places = group
    ? [
        { href: `${base}/meetings`, label: t("nav.meetings"), shown: true },
        { href: `${base}/documents`, label: t("nav.documents"), shown: true },
        { href: `${base}/mapping`, label: t("nav.mapping"), shown: true },
        { href: `${base}/consultations`, label: t("nav.consultations"), shown: true },
        { href: `${base}/comments`, label: t("nav.comments"), shown: true },
        { href: `${base}/import`, label: t("nav.import"), shown: group.may.bringIn },
        {
          href: `${base}/errors`,
          label: t("nav.errors"),
          shown: can(actor, "error.answer", { groupId: group.id }),
        },
        { href: `${base}/members`, label: t("nav.members"), shown: group.may.seeMembers },
        { href: `${base}/activity`, label: t("nav.activity"), shown: group.may.seeActivity },
        { href: `${base}/settings`, label: t("nav.settings"), shown: group.may.edit },
      ]
    : [
        { href: `${base}/groups`, label: t("nav.groups"), shown: can(actor, "group.create") },
        { href: `${base}/people`, label: t("nav.people"), shown: can(actor, "person.see") },
        { href: `${base}/mail`, label: t("nav.mail"), shown: can(actor, "mail.failures") },
      ]
  const shown = places.filter((place) => place.shown).map(({ href, label }) => ({ href, label }))
  const several = actor.kind === "account" && (actor.secretariat || actor.groups.size > 1)
  return (
    <header className="bar">
      <a className="brand" href={base}>
        {group?.shortName ?? "Rapporteur"}
      </a>
      {shown.length > 0 ? <DeskNav label={t("nav.label")} places={shown} /> : null}
      {withSearch ? <SearchBox /> : null}
      <div className="end">
        {group && several ? (
          <a className="all-groups small nowrap" href={localePath(locale, "/desk")}>
            {t("nav.home")}
          </a>
        ) : null}
        {actor.kind === "account" ? (
          <>
            <NoticesBell actor={actor} />
            <a className="small nowrap" href={localePath(locale, "/desk/sessions")}>
              {actor.name}
            </a>
            <SignOutForm action={signOutAction}>
              <Button kind="quiet" small>
                {t("signOut")}
              </Button>
            </SignOutForm>
          </>
        ) : null}
      </div>
    </header>
  )
}
