import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listMyGroups } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { DeskBar } from "./desk-bar"

export default async function DeskPage() {
  const actor = await currentActor()
  const groups = await answer(listMyGroups(actor))
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()])
  return (
    <>
      <DeskBar actor={actor} />
      <main id="main" className="page">
        <PageHead title={t("home.title")} lead={t("home.lead")} />
        {groups.length === 0 ? (
          <div>
            <Empty title={t("home.none")}>{t("home.noneWhy")}</Empty>
          </div>
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
