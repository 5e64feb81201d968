import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import type { ConsultationForDesk } from "@/lib/consultations/queries"

/** Where whoever holds a consultation goes from it. */
export function ConsultationActions({ found, base }: { found: ConsultationForDesk; base: string }) {
  const t = useTranslations("consultations")
  if (!found.may.hold) return null
  const mayEdit = found.status === "planned" || found.status === "open"
  return (
    <>
      <ButtonLink href={`${base}/worksheet`}>{t("worksheet")}</ButtonLink>
      <ButtonLink href={`${base}/guests`}>{t("guests")}</ButtonLink>
      {mayEdit ? <ButtonLink href={`${base}/edit`}>{t("edit")}</ButtonLink> : null}
    </>
  )
}
