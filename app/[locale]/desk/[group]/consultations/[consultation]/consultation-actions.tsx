import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"

/** Where a co-chair goes on from a consultation. */
export function ConsultationActions({
  base,
  mayHold,
  mayEdit,
}: {
  base: string
  mayHold: boolean
  mayEdit: boolean
}) {
  const t = useTranslations("consultations")
  if (!mayHold) return null
  return (
    <>
      <ButtonLink href={`${base}/worksheet`}>{t("worksheet")}</ButtonLink>
      <ButtonLink href={`${base}/guests`}>{t("guests")}</ButtonLink>
      {mayEdit ? <ButtonLink href={`${base}/edit`}>{t("edit")}</ButtonLink> : null}
    </>
  )
}
