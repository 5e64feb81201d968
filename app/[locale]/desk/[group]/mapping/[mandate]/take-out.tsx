"use client"

import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { countFilters, readView, viewQuery } from "@/lib/mapping/filters"

/** The table as a file: all of it, or, where the address names filters, what they let through. */
export function TakeOut({ base }: { base: string }) {
  const t = useTranslations("mapping.grid.head")
  const asked = useSearchParams()
  const { filters } = readView((name) => asked.get(name))
  const file = `${base}/files/xlsx`
  if (countFilters(filters) === 0) return <ButtonLink href={file}>{t("export")}</ButtonLink>
  return (
    <>
      <ButtonLink href={file + viewQuery({ filters, by: "area", row: null })}>
        {t("exportShown")}
      </ButtonLink>
      <ButtonLink href={file}>{t("exportAll")}</ButtonLink>
    </>
  )
}
