"use server"

import { answerByLink } from "@/lib/meetings/answer-by-link"
import { guestOfAnswerLink } from "@/lib/meetings/answer-link"
import { answerByLinkInput } from "@/lib/meetings/input"
import type { MeetingAnswer } from "@/lib/meetings/model"
import { type ActionResult, runAction } from "@/lib/platform/action"

export type AnswerByLinkState = ActionResult<{ answer: MeetingAnswer }> | null

/** Whoever is signed in, the link alone counts. */
export async function answerByLinkAction(
  _: AnswerByLinkState,
  form: FormData,
): Promise<AnswerByLinkState> {
  return runAction(answerByLinkInput, form, async (_actor, input) =>
    answerByLink(guestOfAnswerLink(input.token), input),
  )
}
