"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { CheckedDraft } from "@/lib/archive/queries"

/**
 * How many of the drafts are ticked at this moment: the list may be longer than a screen, and what the press does
 * cannot be taken back. It says nothing before its script counts.
 */
export function Ticked({ drafts }: { drafts: readonly CheckedDraft[] }) {
  const t = useTranslations("archive")
  const place = useRef<HTMLOutputElement>(null)
  const [count, setCount] = useState<number | null>(null)
  // After every rendering: other drafts, or a refusal, bring other ticks.
  useEffect(() => {
    const { form } = place.current ?? {}
    const look = () =>
      setCount(form?.querySelectorAll('input[name^="reports."]:checked').length ?? null)
    look()
    form?.addEventListener("change", look)
    return () => form?.removeEventListener("change", look)
  })
  return (
    <output ref={place} className="hint">
      {count === null ? "" : t("ticked", { count, total: drafts.length })}
    </output>
  )
}
