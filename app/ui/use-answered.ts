"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import type { ActionResult } from "@/lib/platform/action"
import { answered } from "./answered"

/**
 * `useActionState` for a form in which somebody types: where no answer comes, the form stays with its
 * words and says so. On the server it is the action itself, so that the form works before its script.
 */
export function useAnswered<Data>(
  act: (before: ActionResult<Data> | null, form: FormData) => Promise<ActionResult<Data> | null>,
): [ActionResult<Data> | null, (form: FormData) => void, boolean] {
  const t = useTranslations("errors")
  return useActionState(typeof window === "undefined" ? act : answered(act, t("noAnswer")), null)
}
