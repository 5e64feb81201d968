import { useTranslations } from "next-intl"
import { countOpen, type ShownFinding } from "@/lib/minutes/check/model"
import { FindingList } from "../meetings/[meeting]/finding-list"

/** What the check says of one draft: its errors at once, the rest behind how many there are. */
export function DraftFindings({
  findings,
  minutesHref,
}: {
  findings: readonly ShownFinding[]
  minutesHref: string
}) {
  const t = useTranslations("findings.count")
  const errors = findings.filter(({ severity }) => severity === "error")
  const others = findings.filter(({ severity }) => severity !== "error")
  const counts = countOpen(others)
  const hrefOf = (section: string) => `${minutesHref}#s-${section}`
  return (
    <>
      {errors.length > 0 ? <FindingList {...{ findings: errors, hrefOf }} /> : null}
      {others.length > 0 ? (
        <details className="small">
          <summary>
            {(["warning", "note"] as const)
              .flatMap((severity) =>
                counts[severity] > 0 ? [t(severity, { count: counts[severity] })] : [],
              )
              .join(", ")}
          </summary>
          <FindingList {...{ findings: others, hrefOf }} />
        </details>
      ) : null}
    </>
  )
}
