import type { Metadata } from "next"
import type { ReactNode } from "react"
import { Document } from "@/app/ui/document"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import "@/app/ui/styles/desk.css"

// A form carries the nonce of its request, so it cannot be kept.
export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: { default: "Rapporteur", template: "%s · Rapporteur" },
  robots: { index: false },
  // "no-referrer" would leave the origin out of a form's post too, which is then taken for a stranger's.
  referrer: "same-origin",
}

/** Public forms and the pages that mailed links open: no account is needed, and none is looked for. */
export default async function ByLinkLayout({ children }: { children: ReactNode }) {
  return (
    <Document side="form">
      <header className="bar">
        <a className="brand" href={localePath(await getLocale(), "/")}>
          Rapporteur
        </a>
      </header>
      <main id="main" className="page narrow">
        {children}
      </main>
    </Document>
  )
}
