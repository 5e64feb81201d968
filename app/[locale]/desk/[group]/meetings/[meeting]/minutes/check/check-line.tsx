import { useTranslations } from "next-intl"
import { useId } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import type { MinutesFix, ShownFinding } from "@/lib/minutes/check/model"
import { findingLooks } from "../../finding-looks"

/** One finding beside the text: its sentence, the way to its place, and what settles it. */
export function CheckLine({
  finding,
  fixes,
  factHref,
  goTo,
  fix,
  leave,
}: {
  finding: ShownFinding
  /** Those that the reader may press. */
  fixes: readonly MinutesFix[]
  /** Where the fact that it stands in is put right; null where it stands in none, or the reader may not. */
  factHref: string | null
  goTo: (finding: ShownFinding) => void
  fix: (finding: ShownFinding, fix: MinutesFix) => void
  /** Leaves it, or opens it again; null for what cannot be left. */
  leave: ((finding: ShownFinding) => void) | null
}) {
  const t = useTranslations("findings")
  const section = useTranslations("minutes.section")
  const { severity, sentence, where, fact, left } = finding
  const { look, icon } = findingLooks[severity]
  // Buttons of many findings have one name: what each is about is told with it.
  const says = useId()
  const place =
    where && (where.title || section(where.section === "closing" ? "closing" : "opening"))
  return (
    <li className={`finding ${look}`} data-rule={finding.rule}>
      <Icon name={icon} label={t(`severity.${severity}`)} />
      <div>
        <p id={says}>{sentence}</p>
        {place ? (
          <button
            type="button"
            className="to-place"
            aria-describedby={says}
            onClick={() => goTo(finding)}
          >
            {place}
          </button>
        ) : null}
        {fact && factHref ? (
          <a className="small" href={factHref} aria-describedby={says}>
            {t(`fact.${fact}`)}
          </a>
        ) : null}
        {left ? (
          <p className="small muted">{t("leftBy", { name: left.by ?? t("portal") })}</p>
        ) : null}
      </div>
      <div className="btns">
        {left
          ? null
          : fixes.map((each) => (
              <Button
                key={JSON.stringify(each)}
                type="button"
                small
                aria-describedby={says}
                onClick={() => fix(finding, each)}
              >
                <FixWords fix={each} there={namedWords(finding)} />
              </Button>
            ))}
        {leave ? (
          <Button
            type="button"
            small
            kind="quiet"
            aria-describedby={says}
            onClick={() => leave(finding)}
          >
            {left ? t("reopen") : t("leave")}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

/** What a button that takes words away can name: a few characters, and none that nobody should read. */
function namedWords({ rule, where }: ShownFinding): string {
  const there = where?.words ?? ""
  return rule === "personal-data" || there.length > 12 ? "" : there
}

function FixWords({ fix, there }: { fix: MinutesFix; there: string }) {
  const t = useTranslations("findings.fix")
  switch (fix.name) {
    case "replace":
      if (fix.words) return t("replace", { words: fix.words })
      return there ? t("removeWords", { words: there }) : t("remove")
    case "addToAttendance":
      return t("addToAttendance")
    case "markItem":
      return t(`markItem.${fix.coverage}`)
    case "addWord":
      return t("addWord")
    case "markDecision":
      return t("markDecision")
    case "addAction":
      return t("addAction")
    case "markAction":
      return t("markAction")
  }
}
