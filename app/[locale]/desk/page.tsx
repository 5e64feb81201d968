import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listMyGroups } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { can } from "@/lib/policy/can"
import { DeskBar } from "./desk-bar"

export default async function DeskPage() {
  const actor = await currentActor()
  const groups = await answer(listMyGroups(actor))
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()])
  const create = can(actor, "group.create") ? (
    <ButtonLink kind="primary" href={localePath(locale, "/desk/groups/new")}>
      {t("home.create")}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <DeskBar actor={actor} />
      <main id="main" className="page">
        <PageHead title={t("home.title")} lead={t("home.lead")} />
        {groups.length === 0 ? (
          <Empty title={t("home.none")} action={create}>
            {create ? t("home.noneYet") : t("home.noneWhy")}
          </Empty>
        ) : (
          <ul className="places">
            {groups.map((group) => (
              <li key={group.id}>
                <a href={localePath(locale, `/desk/${group.slug}/meetings`)}>{group.shortName}</a>
                <small>{group.name}</small>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  )
}
