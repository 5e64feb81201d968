import type { ShownFinding } from "@/lib/minutes/check/model"
import { getTranslations } from "@/lib/platform/i18n"
import { FindingList } from "../finding-list"

/** What the check finds besides errors: to be looked at, and no hindrance. */
export async function PublishFindings({
  findings,
  minutesHref,
}: {
  findings: readonly ShownFinding[]
  minutesHref: string
}) {
  if (findings.length === 0) return null
  const t = await getTranslations("publish")
  return (
    <section className="panel pad" aria-labelledby="findings">
      <h2 id="findings">{t("findings", { count: findings.length })}</h2>
      <FindingList findings={findings} hrefOf={(section) => `${minutesHref}#s-${section}`} />
    </section>
  )
}
