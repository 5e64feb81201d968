import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { listOpenMandates } from "@/lib/mapping/areas/area-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { BeginForm } from "./begin-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.desk"))("begin") }
}

export default async function NewMappingPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("mapping.desk"),
  ])
  const [group, mandates] = await Promise.all([
    answer(getDeskGroup(actor, slug)),
    answer(listOpenMandates(actor, slug)),
  ])
  return (
    <main id="main" className="page">
      <PageHead title={t("begin")} lead={t("beginLead")} />
      <BeginForm
        groupId={group.id}
        mandates={mandates.map(({ id, title, symbol }) => ({
          value: id,
          label: `${title} (${symbol})`,
        }))}
        known={mandates.filter(({ areas }) => areas.length > 0)}
        back={localePath(locale, `/desk/${slug}/mapping`)}
      />
    </main>
  )
}
