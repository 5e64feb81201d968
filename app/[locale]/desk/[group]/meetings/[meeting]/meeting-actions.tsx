import { useLocale, useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import { localePath } from "@/lib/platform/locales"

/** What can be done with the meeting, or where it stands in public. */
export function MeetingActions({ meeting, base }: { meeting: MeetingForDesk; base: string }) {
  const t = useTranslations("meetings")
  const locale = useLocale()
  const { group, may, number, version, state, cancelledAt } = meeting
  return (
    <>
      {may.cancel ? (
        <ButtonLink href={`${base}/cancel`} kind="quiet">
          {t("cancel")}
        </ButtonLink>
      ) : null}
      {version && number !== null ? (
        <ButtonLink href={localePath(locale, `/${group.slug}/meetings/${number}`)}>
          {t("publicPage")}
        </ButtonLink>
      ) : null}
      {state === "draft" || state === "published" ? (
        <ButtonLink href={`${base}/review`}>{t("review")}</ButtonLink>
      ) : null}
      {may.publish && (state === "draft" || state === "published") ? (
        <ButtonLink href={`${base}/publish`}>{t("publish")}</ButtonLink>
      ) : null}
      {cancelledAt ? null : (
        <ButtonLink href={`${base}/minutes`} kind="primary">
          {t("minutes")}
        </ButtonLink>
      )}
    </>
  )
}
