import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { ImportRefusal } from "./stored"

/** Why a file was not read, in a sentence that says what to do. */
export function describeRefusal(refusal: ImportRefusal, locale: Locale): string {
  const t = translatorFor(locale)
  const { code, ...values } = refusal
  const named = "kind" in values ? { kind: values.kind || "none" } : values
  return t(`imports.refused.${code}`, named)
}
