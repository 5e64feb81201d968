"use server"

import { refresh } from "next/cache"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { answerQuote } from "@/lib/reviews/answer"
import { answerQuoteInput } from "@/lib/reviews/input"
import type { QuoteAnswer } from "@/lib/reviews/model"
import { guestOfQuoteLink } from "@/lib/reviews/quote-link"

export type AnswerQuoteState = ActionResult<{ answer: QuoteAnswer }> | null

/** Whoever is signed in, the link alone counts. */
export async function answerQuoteAction(
  _: AnswerQuoteState,
  form: FormData,
): Promise<AnswerQuoteState> {
  const result = await runAction(answerQuoteInput, form, async (_actor, input) =>
    answerQuote(guestOfQuoteLink(input.token), input),
  )
  // The fields begin anew with what was kept, so that a second press does not send the first words.
  if (result.ok) refresh()
  return result
}
