import type { Metadata } from "next"
import type { ReactNode } from "react"
import { documentLocale } from "./address"
import "@/app/ui/styles/public.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { icons: { icon: "/icon.svg" } }

/** The documents that the world reads: one style sheet, one typeface, one small script for local times. */
export default async function PublicLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const locale = await documentLocale(params)
  return (
    <html lang={locale} dir="ltr">
      <body className="pub">
        {children}
        <script src="/static/local-time.js" defer />
      </body>
    </html>
  )
}
