"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import type { Sending } from "./use-upload"

/** How much has arrived; when it stopped, why, and how to go on. */
export function UploadProgress({
  sending: { state, sent, total, why, path },
  again,
  leave,
}: {
  sending: Sending
  again: () => void
  leave: (path: string) => void
}) {
  const t = useTranslations("imports.bringIn")
  return (
    <div className="stack batch-progress">
      <h2 role="status">{t("sending", { count: total })}</h2>
      <progress max={total} value={sent} aria-label={t("sentSoFar")} />
      <p>{sent === total ? t("allSent") : t("sent", { sent, total })}</p>
      {state === "held" ? (
        <Notice kind="bad" title={t("held", { sent, total })} announce>
          <p>{why ?? t("noAnswer")}</p>
        </Notice>
      ) : (
        <p className="hint">{t("stay")}</p>
      )}
      {state === "held" ? (
        <div className="btns">
          <Button type="button" kind="primary" onClick={again}>
            {t("again")}
          </Button>
          {path ? (
            <Button type="button" kind="quiet" onClick={() => leave(path)}>
              {t("enough")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
