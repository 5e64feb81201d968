"use client"

import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Stale } from "@/lib/meetings/stale"
import { momentText } from "@/lib/platform/dates"

/** What was saved while a form was open: by whom, when, and (inside) what. */
export function StaleHead({
  stale: { by, at },
  children,
}: {
  stale: Pick<Stale<unknown>, "by" | "at">
  children: ReactNode
}) {
  const t = useTranslations("meetings.stale")
  const locale = useLocale()
  return (
    <section className="panel" aria-labelledby="stands">
      <h2 id="stands">{t("title")}</h2>
      {at ? (
        <p className="small muted">
          {t(by ? "by" : "byPortal", { by, time: momentText(new Date(at), locale) })}
        </p>
      ) : null}
      {children}
      <p className="note">{t("yours")}</p>
    </section>
  )
}
