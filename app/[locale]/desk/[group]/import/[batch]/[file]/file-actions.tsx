import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"

/** The ways from a file: to its bytes, where they are kept, and back to the batch. */
export function FileActions({ back, original }: { back: string; original: string | null }) {
  const t = useTranslations("imports.file")
  return (
    <>
      {original ? (
        <ButtonLink kind="quiet" href={original}>
          {t("download")}
        </ButtonLink>
      ) : null}
      <ButtonLink href={back}>{t("back")}</ButtonLink>
    </>
  )
}
