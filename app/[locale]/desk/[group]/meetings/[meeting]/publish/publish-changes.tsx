import { getTranslations } from "@/lib/platform/i18n"
import type { Publishing } from "@/lib/reports/queries"
import { VersionChanges } from "@/lib/reports/render/changes"

/** What the next version would change of the one that is public, and why: nothing before the first. */
export async function PublishChanges({
  publishing: { correction, newest, preview, mayPublish },
}: {
  publishing: Publishing
}) {
  if (!mayPublish || !correction || !newest || !preview) return null
  const t = await getTranslations("publish.correction")
  return (
    <section className="panel pad changes" aria-labelledby="changes">
      <h2 id="changes">{t("title", { version: newest.version })}</h2>
      <p>{t("reason")}</p>
      <blockquote className="reason">
        <p dir="auto">{correction.reason}</p>
      </blockquote>
      <VersionChanges older={newest} newer={preview} />
    </section>
  )
}
