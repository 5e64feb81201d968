import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { zoneNames } from "@/lib/meetings/zones"
import { getMyChoices } from "@/lib/notices/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ChoicesForm } from "./choices-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("choices.title") }
}

export default async function ChoicesPage() {
  const [actor, locale, t] = await Promise.all([
    currentActor(),
    getLocale(),
    getTranslations("notices"),
  ])
  const mine = await answer(getMyChoices(actor))
  return (
    <main id="main" className="page">
      <PageHead
        title={t("choices.title")}
        lead={t("choices.lead")}
        actions={
          <ButtonLink href={localePath(locale, "/desk/notices")} kind="quiet">
            {t("choices.back")}
          </ButtonLink>
        }
      />
      <ChoicesForm mine={{ ...mine, locale: mine.locale ?? locale }} zones={zoneNames(mine.zone)} />
    </main>
  )
}
