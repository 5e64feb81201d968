import { useLocale, useTranslations } from "next-intl"
import type { Part } from "@/lib/minutes/compare-words"

/** The newer text with what came marked, and what went where it stood; said to whoever listens, too. */
export function Changes({ parts, language }: { parts: readonly Part[]; language: string }) {
  const t = useTranslations("documents.compare")
  const locale = useLocale()
  const keyed = parts.map((part, place) => ({ ...part, key: `${place} ${part.kind}` }))
  const said = (words: string) => <span className="vh" lang={locale}>{`${words} `}</span>
  return (
    <div className="compared document-compared" lang={language} dir="auto">
      {keyed.map(({ key, kind, text }) => {
        if (kind === "same") return <span key={key}>{text}</span>
        if (kind === "added")
          return (
            <ins key={key}>
              {said(t("added"))}
              {text}
            </ins>
          )
        return (
          <del key={key}>
            {said(t("removed"))}
            {text}
          </del>
        )
      })}
    </div>
  )
}
