import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ActionResult } from "@/lib/platform/action"

type Marked = ActionResult<{ revision: number } | null>

/**
 * What somebody can do about the saving of a text: copy its `words`, and `mark` this moment in its
 * history. `said` tells what came of it.
 */
export function useKeeping(words: () => string, mark: () => Promise<Marked>) {
  const t = useTranslations("minutes.save")
  const [said, setSaid] = useState("")
  const copy = () => {
    navigator.clipboard.writeText(words()).then(() => setSaid(t("copied")))
  }
  const keep = async () => {
    const result = await mark().catch(() => null)
    if (!result) setSaid(t("unreachable"))
    else setSaid(result.ok ? t("marked", { number: result.data?.revision ?? 0 }) : result.message)
  }
  return { said, copy, keep }
}

/** A form of one field. */
export function formOf(name: string, value: string): FormData {
  const form = new FormData()
  form.set(name, value)
  return form
}
