import { redirect } from "next/navigation"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** The desk of a group begins with its meetings. */
export default async function GroupDeskPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale] = await Promise.all([params, currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  redirect(localePath(locale, `/desk/${group.slug}/meetings`))
}
