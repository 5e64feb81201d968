"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"

/** What a guest reads where a page could not be made; their link stays good. */
export default function ByLinkError({ reset }: { reset: () => void }) {
  const t = useTranslations("desk.failed")
  return (
    <>
      <h1>{t("title")}</h1>
      <Notice kind="bad" announce>
        <p>{t("text")}</p>
        <Button type="button" onClick={reset}>
          {t("again")}
        </Button>
      </Notice>
    </>
  )
}
