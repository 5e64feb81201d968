import type { ImportRefusal } from "@/lib/imports/stored"
import { getTranslations } from "@/lib/platform/i18n"

/** Why a file was not brought in, and what to do, in the reader's language. */
export async function refusalSentence(refusal: ImportRefusal): Promise<string> {
  const t = await getTranslations("imports.refused")
  const { code, ...values } = refusal
  return t(code, values as Record<string, string | number>)
}
