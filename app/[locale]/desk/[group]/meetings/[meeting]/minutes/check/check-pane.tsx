"use client"

import { useFormatter, useTranslations } from "next-intl"
import { memo, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import {
  countOpen,
  type MinutesFix,
  missingPeople,
  placeKey,
  type ShownFinding,
} from "@/lib/minutes/check/model"
import { CloseSheet } from "../../../../live/close-sheet"
import { factHref } from "../../fact-href"
import { CheckLine } from "./check-line"
import { useCountWords } from "./counts"
import type { CheckInHand } from "./use-check"
import type { CheckActs } from "./use-check-acts"

/** Counts are told once they have stood for this long, in milliseconds. */
const CALM_MS = 2_000

/**
 * What the check says of the minutes, beside them: how many of each kind, and each with what settles it.
 * Typing renders nothing of it.
 */
export const CheckPane = memo(function CheckPane({
  inHand,
  acts,
  may,
  meetingHref,
}: {
  inHand: CheckInHand
  acts: CheckActs
  /** Whether the reader may put people on the list of those present, and mark items of the agenda. */
  may: Record<"attendance" | "agenda", boolean>
  meetingHref: string
}) {
  const t = useTranslations("findings")
  // Whoever was led here wants to see it.
  const [isOpen, setOpen] = useState(() => window.location.hash === "#check")
  const countWords = useCountWords()
  const list = useRef<HTMLDivElement>(null)
  const { check, isOld } = inHand
  const findings = check?.findings ?? []
  const open = findings.filter(({ left }) => left === null)
  const left = findings.filter((finding) => finding.left !== null)
  const counts = countOpen(findings)
  const words = check ? countWords(counts) : t("reading")
  const mayPress = (fix: MinutesFix) => {
    if (fix.name === "addToAttendance") return may.attendance
    if (fix.name === "markItem") return may.agenda
    return fix.name === "addWord" ? check?.may.addWord === true : true
  }
  const fix = (finding: ShownFinding, chosen: MinutesFix) => {
    // What is not done in the text leaves the focus here, and its line goes away.
    if (["addToAttendance", "markItem", "addWord"].includes(chosen.name)) list.current?.focus()
    acts.fix(finding, chosen)
  }
  const missing = may.attendance ? missingPeople(open) : []
  const mayFix = {
    nextMeeting: check?.may.editFacts === true,
    attendance: may.attendance,
    document: true,
  }
  const line = (finding: ShownFinding) => (
    <CheckLine
      key={placeKey(finding)}
      finding={finding}
      fixes={finding.fixes.filter(mayPress)}
      factHref={finding.fact && mayFix[finding.fact] ? factHref(meetingHref, finding.fact) : null}
      goTo={acts.goTo}
      fix={fix}
      leave={
        check?.may.leave && finding.severity !== "error"
          ? (each) => {
              // The line goes away with its button.
              list.current?.focus()
              acts.leave(each)
            }
          : null
      }
    />
  )
  return (
    <>
      <CloseSheet />
      <h2 id="check-title">
        <button
          type="button"
          className="fold"
          aria-expanded={isOpen}
          aria-controls="check-list"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "up" : "down"} />
          {t("title")}
        </button>
        <span className="only-sheet">{t("title")}</span>
        <span className="counts" data-counts={`${counts.error} ${counts.warning} ${counts.note}`}>
          {words}
        </span>
      </h2>
      <Told words={check ? words : null} />
      <div
        id="check-list"
        ref={list}
        tabIndex={-1}
        className={isOpen ? "check-list" : "check-list folded"}
      >
        {acts.problem ? (
          <p className="small check-problem" role="alert">
            {acts.problem}{" "}
            <Button type="button" small kind="quiet" onClick={acts.dismiss}>
              {t("dismiss")}
            </Button>
          </p>
        ) : null}
        {isOld ? <p className="small muted">{t("old")}</p> : null}
        {missing.length > 1 ? (
          <AddAll
            people={missing}
            add={() => {
              list.current?.focus()
              acts.addAll(missing)
            }}
          />
        ) : null}
        {open.length > 0 ? <ul className="plain-list">{open.map(line)}</ul> : null}
        {check && open.length === 0 ? <p className="small muted">{t("nothing")}</p> : null}
        {left.length > 0 ? (
          <details className="left-findings">
            <summary className="small">{t("left", { count: left.length })}</summary>
            <ul className="plain-list">{left.map(line)}</ul>
          </details>
        ) : null}
      </div>
    </>
  )
})

/** One press for everybody who is missing from the attendance. */
function AddAll({ people, add }: { people: readonly string[]; add: () => void }) {
  const t = useTranslations("findings")
  const format = useFormatter()
  return (
    <div className="finding warn">
      <Icon name="warn" label={t("severity.warning")} />
      <p id="says-all">{t("missing", { count: people.length, names: format.list(people) })}</p>
      <div className="btns">
        <Button type="button" small aria-describedby="says-all" onClick={add}>
          {t("addAll", { count: people.length })}
        </Button>
      </div>
    </div>
  )
}

/** Tells the counts to who does not see them: when they have changed and stood for a while. */
function Told({ words }: { words: string | null }) {
  const t = useTranslations("findings")
  const [said, setSaid] = useState("")
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (words === null || words === before.current) return
    const timer = setTimeout(() => {
      // What is there when the page opens is read with the page.
      if (before.current !== null) setSaid(t("told", { counts: words }))
      before.current = words
    }, CALM_MS)
    return () => clearTimeout(timer)
  }, [words, t])
  return (
    <p className="vh" role="status">
      {said}
    </p>
  )
}
