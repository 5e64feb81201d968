import { Notice } from "@/app/ui/notice"
import { getTranslations } from "@/lib/platform/i18n"

const known = [
  ...(["begun", "described", "added", "edited", "moved", "removed"] as const),
  ...(["saved", "same", "confirmed", "retired", "returned", "restored", "taken"] as const),
] as const

/** What a form has just done, as the address tells it. */
export async function JustDone({
  done,
  of,
}: {
  done: string | string[] | undefined
  /** What was done something to. */
  of: "mapping" | "area" | "row"
}) {
  const t = await getTranslations("mapping.desk")
  const said = known.find((one) => one === done)
  return said ? <Notice kind="ok" title={t(`done.${said}`, { of })} announce /> : null
}
