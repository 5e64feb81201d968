"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"
import { cancelWaitingAction, pauseBatchAction, resumeBatchAction } from "../batch-actions"
import { type Progressing, useProgress } from "./use-progress"

type Which = { slug: string; batchId: string }

/**
 * How far a batch is, read and saved, with the buttons that hold it and let it go on. Follows by itself
 * with script; without it a link shows the page anew.
 */
export function Progress({ slug, batchId, ...from }: Which & Progressing) {
  const t = useTranslations("imports.progress")
  const { now, quarter } = useProgress(from)
  const { files, waiting, refused, unsure, saving, saved, notSaved, paused, pausedBy } = now
  const isReading = waiting > 0
  const isSaving = saving > 0
  const done = isReading ? files - waiting : saved
  const all = isReading ? files : saved + saving
  const savedSoFar =
    saved + saving + notSaved > 0 ? ` ${t("saved", { saved, saving, notSaved })}` : ""
  if (files === 0) return null
  return (
    <section className="panel batch-progress" aria-labelledby="progress">
      <h2 id="progress">
        {isReading || isSaving
          ? t(paused ? "paused" : isReading ? "reading" : "saving", { by: pausedBy ?? "none" })
          : t("done")}
      </h2>
      {isReading || isSaving ? (
        <progress max={all} value={done} aria-labelledby="progress" />
      ) : null}
      <p>
        {t("read", { read: files - waiting, files, refused, unsure })}
        {savedSoFar}
      </p>
      <p role="status" className="vh">
        {isReading || isSaving ? t("quarter", { percent: quarter * 25 }) : t("done") + savedSoFar}
      </p>
      {isReading || isSaving ? (
        <div className="btns">
          {/* One button for both, so that whoever pressed it is still at it. */}
          <BatchButton
            action={paused ? resumeBatchAction : pauseBatchAction}
            kind={paused ? "primary" : "plain"}
            {...{ slug, batchId }}
          >
            {t(paused ? "resume" : "pause")}
          </BatchButton>
          {paused && isReading ? (
            <BatchButton action={cancelWaitingAction} kind="quiet" {...{ slug, batchId }}>
              {t("cancel", { count: waiting })}
            </BatchButton>
          ) : null}
          <noscript>
            <a href={`?at=${files - waiting + saved}`}>{t("look")}</a>
          </noscript>
        </div>
      ) : null}
    </section>
  )
}

function BatchButton({
  action,
  kind,
  slug,
  batchId,
  children,
}: Which & {
  action: (before: ActionResult | null, form: FormData) => Promise<ActionResult>
  kind: "primary" | "plain" | "quiet"
  children: string
}) {
  const t = useTranslations("imports.progress")
  const [state, act] = useAnswered(action)
  return (
    <form action={act}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="batchId" value={batchId} />
      {state && !state.ok ? <ErrorSummary title={t("notDone")} message={state.message} /> : null}
      <SubmitButton kind={kind} working={t("working")}>
        {children}
      </SubmitButton>
    </form>
  )
}
