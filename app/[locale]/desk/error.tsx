"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"

export default function DeskError({ reset }: { reset: () => void }) {
  const t = useTranslations("desk.failed")
  return (
    <main id="main" className="page">
      <h1>{t("title")}</h1>
      <Notice kind="bad" announce>
        <p>{t("text")}</p>
        <Button type="button" onClick={reset}>
          {t("again")}
        </Button>
      </Notice>
    </main>
  )
}
