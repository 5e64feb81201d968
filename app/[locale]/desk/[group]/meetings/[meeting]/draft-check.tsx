import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import { countOpen } from "@/lib/minutes/check/model"
import { getMinutesCheck } from "@/lib/minutes/check/queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"

/** How many errors and warnings the draft has at this moment; nothing when it has none. */
export async function DraftCheck({
  meeting: { id, groupId, state },
  actor,
  base,
}: {
  meeting: MeetingForDesk
  actor: Actor
  base: string
}) {
  if (state !== "draft") return null
  const [t, locale] = await Promise.all([getTranslations("findings"), getLocale()])
  const { findings } = await answer(getMinutesCheck(actor, groupId, id, locale))
  const { error, warning } = countOpen(findings)
  if (error + warning === 0) return null
  return (
    <Notice kind="warn" title={t("draft", { error, warning })}>
      <p>
        <ButtonLink href={`${base}/minutes#check`} small>
          {t("look")}
        </ButtonLink>
      </p>
    </Notice>
  )
}
