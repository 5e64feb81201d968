import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Icon } from "@/app/ui/icons"
import { placeKey, type ShownFinding } from "@/lib/minutes/check/model"
import { factHref } from "./fact-href"
import { findingLooks } from "./finding-looks"

/** One finding as a page lists it: its sentence, and where it stands. */
export function ListedFinding({
  finding: { severity, sentence, where, fact, left },
  hrefOf,
  meetingHref,
  children,
}: {
  finding: ShownFinding
  /** Where a section can be put right. */
  hrefOf: (section: string) => string
  /** The meeting on the desk, for whoever may put its facts right. */
  meetingHref?: string | undefined
  children?: ReactNode
}) {
  const t = useTranslations("findings")
  const section = useTranslations("minutes.section")
  const { look, icon } = findingLooks[severity]
  return (
    <div className={`finding ${look}`}>
      <Icon name={icon} label={t(`severity.${severity}`)} />
      <div>
        <p>
          {sentence}{" "}
          {where ? (
            <a href={hrefOf(where.section)}>
              {where.title || section(where.section === "closing" ? "closing" : "opening")}
            </a>
          ) : null}
          {where && fact ? " · " : null}
          {fact && meetingHref ? (
            <a href={factHref(meetingHref, fact)}>{t(`fact.${fact}`)}</a>
          ) : null}
        </p>
        {left ? (
          <p className="small muted">{t("leftBy", { name: left.by ?? t("portal") })}</p>
        ) : null}
        {children}
      </div>
    </div>
  )
}

/** Findings one under the other, those that somebody has left at the end. */
export function FindingList({
  findings,
  hrefOf,
  meetingHref,
}: {
  findings: readonly ShownFinding[]
  hrefOf: (section: string) => string
  meetingHref?: string | undefined
}) {
  const inOrder = [
    ...findings.filter(({ left }) => left === null),
    ...findings.filter(({ left }) => left !== null),
  ]
  return (
    <ul className="plain-list">
      {inOrder.map((finding) => (
        <li key={placeKey(finding)}>
          <ListedFinding {...{ finding, hrefOf, meetingHref }} />
        </li>
      ))}
    </ul>
  )
}
