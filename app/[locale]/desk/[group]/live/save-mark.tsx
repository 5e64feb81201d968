import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useState } from "react"
import { Icon } from "@/app/ui/icons"
import type { SaveState } from "./live-state"

/** Between two keys "Saving…" stays this long, in milliseconds, so that the mark does not flicker. */
const patience = 300

/** The state, with "Saved" a moment later than it is true. Nothing is ever called saved too early. */
function useSteady(state: SaveState): SaveState {
  const [shown, setShown] = useState(state)
  useEffect(() => {
    if (state.kind !== "saved" || shown.kind !== "saving") return setShown(state)
    const timer = setTimeout(() => setShown(state), patience)
    return () => clearTimeout(timer)
  }, [state, shown.kind])
  return state.kind === "saved" && shown.kind === "saving" ? shown : state
}

/** What is told to who does not see the mark: that words wait, and that they do no longer; not every key. */
function useTold(state: SaveState): string {
  const t = useTranslations("minutes.save")
  const [told, setTold] = useState<"saved" | ReturnType<typeof offlineWords> | null>(null)
  useEffect(() => {
    if (state.kind === "offline") setTold(offlineWords(state))
    else if (state.kind === "unsettled") setTold(null)
    else if (state.kind === "saved") setTold((before) => before && "saved")
  }, [state])
  return told ? t(told) : ""
}

/**
 * The save mark: a mark and words, in one place at every width. What is refused is announced at once.
 * What waits is counted in words, or in the cells of a table.
 */
export function SaveMark({
  state,
  via,
  counts = "words",
}: {
  state: SaveState
  via: "line" | "requests" | "none"
  counts?: "words" | "cells"
}) {
  const t = useTranslations("minutes.save")
  const reasons = useTranslations("minutes.live.reason")
  const shown = useSteady(state)
  return (
    <>
      <span className="save-at" data-save={state.kind}>
        <Quiet state={shown} isSlow={via === "requests"} counts={counts} />
      </span>
      <span className="vh" role="status">
        {useTold(shown)}
      </span>
      <span className="save-at" role="alert">
        {shown.kind === "refused" ? (
          <span className="save failed">
            <Icon name="bad" />
            {t(shown.waits ? "failed" : "closed", { why: reasons(shown.reason) })}{" "}
            <small>
              {shown.waits ? t(shown.kept ? "onDevice" : "notOnDevice") : t("allSaved")}
            </small>
          </span>
        ) : null}
      </span>
    </>
  )
}

function offlineWords({ waits, kept, late }: Extract<SaveState, { kind: "offline" }>) {
  if (late) return kept ? "late" : "lateLost"
  if (!waits) return "offlineNothing"
  return kept ? "offline" : "offlineLost"
}

function Quiet({
  state,
  isSlow,
  counts,
}: {
  state: SaveState
  isSlow: boolean
  counts: "words" | "cells"
}): ReactNode {
  const t = useTranslations("minutes.save")
  const waiting = counts === "words" ? "waiting" : "cellsWait"
  switch (state.kind) {
    case "saved":
      return (
        <span className="save saved">
          <Icon name="ok" />
          {t("saved")}{" "}
          <small>
            <time dateTime={state.at}>{state.at.slice(11, 19)} UTC</time>
            {isSlow ? `, ${t("slow")}` : ""}
          </small>
        </span>
      )
    case "saving":
      return (
        <span className="save saving">
          <Icon name="working" />
          {t("saving")}
        </span>
      )
    case "offline":
      return (
        <span className="save offline">
          <Icon name="device" />
          {t(offlineWords(state))}{" "}
          {state.words > 0 ? <small>{t(waiting, { count: state.words })}</small> : null}
        </span>
      )
    case "writing":
      return (
        <span className="save saving">
          <Icon name="working" />
          {t("writing")} <small>{state.kept ? "" : t("notOnDevice")}</small>
        </span>
      )
    case "unsettled":
      return (
        <span className="save offline">
          <Icon name="device" />
          {t("unsettled", { count: state.cells })}{" "}
          <small>{t(state.kept ? "onDevice" : "notOnDevice")}</small>
        </span>
      )
    default:
      return null
  }
}
