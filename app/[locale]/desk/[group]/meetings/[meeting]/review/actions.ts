"use server"

import { redirect } from "next/navigation"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { askQuoted } from "@/lib/reviews/ask-again"
import { endReview, giveUpReview } from "@/lib/reviews/end"
import {
  askQuotedInput,
  endReviewInput,
  giveUpReviewInput,
  openReviewInput,
  settleQuoteInput,
} from "@/lib/reviews/input"
import { openReview } from "@/lib/reviews/open"
import { settleQuote } from "@/lib/reviews/settle-quote"

export type ReviewFormState = ActionResult<unknown> | null

export async function openReviewAction(_: ReviewFormState, form: FormData) {
  return done(await runAction(openReviewInput, form, openReview), form, "opened")
}

export async function endReviewAction(_: ReviewFormState, form: FormData) {
  return done(await runAction(endReviewInput, form, endReview), form, "ended")
}

export async function giveUpReviewAction(_: ReviewFormState, form: FormData) {
  return done(await runAction(giveUpReviewInput, form, giveUpReview), form, "given-up")
}

export async function askQuotedAction(_: ReviewFormState, form: FormData) {
  return done(await runAction(askQuotedInput, form, askQuoted), form, "asked")
}

export async function settleQuoteAction(_: ReviewFormState, form: FormData) {
  const settled = form.get("settlement") === "taken" ? "taken" : "declined"
  return done(await runAction(settleQuoteInput, form, settleQuote), form, settled)
}

/** Back to the page, which then says what was done; or what kept it from being done. */
async function done(result: ActionResult<unknown>, form: FormData, what: string) {
  if (!result.ok) return result
  const page = `/desk/${form.get("slug")}/meetings/${form.get("meeting")}/review`
  return redirect(localePath(await getLocale(), `${page}?done=${what}`))
}
