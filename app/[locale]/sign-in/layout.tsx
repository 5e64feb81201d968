import type { Metadata } from "next"
import type { ReactNode } from "react"
import { Document } from "@/app/ui/document"
import { getTranslations } from "@/lib/platform/i18n"
import "@/app/ui/styles/desk.css"

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("signIn"))("title"),
    robots: { index: false },
    referrer: "same-origin",
  }
}

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <Document side="form">
      <header className="bar">
        <a className="brand" href="/">
          Rapporteur
        </a>
      </header>
      <main id="main" className="page narrow">
        {children}
      </main>
    </Document>
  )
}
