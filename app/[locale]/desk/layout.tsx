import type { Metadata } from "next"
import type { ReactNode } from "react"
import { Document } from "@/app/ui/document"
import { LocalTimes } from "@/app/ui/local-times"
import { getTranslations } from "@/lib/platform/i18n"
import "@/app/ui/styles/desk.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk")
  return {
    title: { default: t("title"), template: `%s · ${t("title")}` },
    robots: { index: false },
  }
}

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <Document side="desk">
      {children}
      <LocalTimes />
    </Document>
  )
}
