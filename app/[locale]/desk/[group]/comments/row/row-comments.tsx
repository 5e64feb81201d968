"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import { Button } from "@/app/ui/button"
import type { ThreadsView } from "@/lib/comments/model"
import { Threads } from "../threads"
import { textQuery } from "../use-threads"

const none = [] as const

/**
 * The threads of one row of a mapping, with the form for a new one, for a drawer beside the table. Give
 * it the row's id as its `key`.
 *
 * @param base the address of the comments of the group's desk (`/fr/desk/wg-tides/comments`).
 */
export function RowComments({ rowId, base }: { rowId: string; base: string }) {
  const t = useTranslations("mapping.talk")
  const [view, setView] = useState<ThreadsView | "failed" | null>(null)
  const [on] = useState({ kind: "row", rowId } as const)
  const fetchThem = useCallback(
    async (isOver: () => boolean) => {
      const answer = await fetch(`${base}/threads?${textQuery(on)}`).catch(() => null)
      const read = answer?.ok ? ((await answer.json().catch(() => null)) as ThreadsView) : null
      if (!isOver()) setView(read ?? "failed")
    },
    [base, on],
  )
  useEffect(() => {
    let isOver = false
    void fetchThem(() => isOver)
    return () => {
      isOver = true
    }
  }, [fetchThem])
  if (view === null)
    return (
      <p className="muted" role="status">
        {t("fetching")}
      </p>
    )
  if (view === "failed")
    return (
      <div className="stack" role="alert">
        <p>{t("notFetched")}</p>
        <Button
          type="button"
          small
          onClick={() => {
            setView(null)
            void fetchThem(() => false)
          }}
        >
          {t("again")}
        </Button>
      </div>
    )
  return <Threads initial={view} on={on} base={base} places={none} />
}
