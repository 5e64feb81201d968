import type { ShownFinding } from "@/lib/minutes/check/model"
import { getTranslations } from "@/lib/platform/i18n"
import { FindingList } from "../finding-list"

/** Fewer notes than this are shown as they are. */
const MANY = 4

/** What the check finds besides errors: to be looked at, and no hindrance. */
export async function PublishFindings({
  findings,
  meetingHref,
}: {
  findings: readonly ShownFinding[]
  meetingHref: string
}) {
  if (findings.length === 0) return null
  const t = await getTranslations("publish")
  const hrefOf = (section: string) => `${meetingHref}/minutes#s-${section}`
  const notes = findings.filter(({ severity }) => severity === "note")
  const isLong = notes.length >= MANY
  return (
    <section className="panel pad" aria-labelledby="findings">
      <h2 id="findings">{t("findings", { count: findings.length })}</h2>
      <FindingList
        findings={isLong ? findings.filter((finding) => !notes.includes(finding)) : findings}
        {...{ hrefOf, meetingHref }}
      />
      {isLong ? (
        <details className="folded">
          <summary>{t("notes", { count: notes.length })}</summary>
          <FindingList findings={notes} {...{ hrefOf, meetingHref }} />
        </details>
      ) : null}
    </section>
  )
}
