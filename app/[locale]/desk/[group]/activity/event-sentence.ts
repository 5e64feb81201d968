import type { getTranslations } from "@/lib/platform/i18n"

type Translate = Awaited<ReturnType<typeof getTranslations<"activity">>>

/** What happened, in the reader's language. An event of a later version shows its name. */
export function eventSentence(
  t: Translate,
  { name, data }: { name: string; data: unknown },
): string {
  const key = `event.${name.replace(".", "_")}`
  const values: Record<string, string | number> = {}
  for (const [field, value] of Object.entries(data ?? {})) {
    values[field] =
      typeof value === "number"
        ? value
        : Array.isArray(value)
          ? value.join(", ")
          : String(value ?? "–")
  }
  // A selector of the catalogue holds no hyphen: "no-update" is chosen as "noupdate".
  for (const field of ["coverage", "disposition", "answer"]) {
    const value = values[field]
    if (typeof value === "string") values[field] = value.replace("-", "")
  }
  // Versions were published before overrides were counted.
  if (name === "report.published") values.overrides ??= 0
  return t.has(key as never) ? t(key as never, values as never) : name
}
