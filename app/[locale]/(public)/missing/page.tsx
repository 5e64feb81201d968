import type { Metadata } from "next"
import { getTranslations } from "@/lib/platform/i18n"
import { Missing } from "./missing"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public")
  return { title: t("missing.title"), robots: { index: false } }
}

/** What the front door sends, with status 404, for every address at which no public page stands. */
export default function MissingPage() {
  return <Missing />
}
