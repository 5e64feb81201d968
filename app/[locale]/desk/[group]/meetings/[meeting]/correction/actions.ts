"use server"

import { redirect } from "next/navigation"
import { beginCorrection } from "@/lib/corrections/begin"
import { dropCorrection } from "@/lib/corrections/drop"
import {
  beginCorrectionInput,
  dropCorrectionInput,
  withdrawReportInput,
} from "@/lib/corrections/input"
import { proposeWithdrawal } from "@/lib/corrections/propose-withdrawal"
import { withdrawReport } from "@/lib/corrections/withdraw"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { dropProposal } from "@/lib/reports/drop-proposal"
import { dropProposalInput } from "@/lib/reports/input"

type CorrectionState = ActionResult<unknown> | null

type Meeting = { slug: string; meetingId: string }

async function leadTo({ slug, meetingId }: Meeting, rest: string): Promise<never> {
  redirect(localePath(await getLocale(), `/desk/${slug}/meetings/${meetingId}${rest}`))
}

/** Done, it leads on to the page of the meeting, which says so. */
const leadOn = (to: Meeting, done: string) => leadTo(to, `?done=${done}`)
const stay = (to: Meeting, done: string) => leadTo(to, `/correction?done=${done}`)

export async function beginCorrectionAction(
  _: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const result = await runAction(beginCorrectionInput, form, beginCorrection)
  return result.ok ? leadOn(result.data, "begun") : result
}

export async function dropCorrectionAction(
  _: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const result = await runAction(dropCorrectionInput, form, dropCorrection)
  return result.ok ? leadOn(result.data, "dropped") : result
}

export async function withdrawReportAction(
  _: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const result = await runAction(withdrawReportInput, form, withdrawReport)
  return result.ok ? leadOn(result.data, "withdrawn") : result
}

/** Proposes to withdraw, where the group asks for two co-chairs, and stays at the page, which says so. */
export async function proposeWithdrawalAction(
  _: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const result = await runAction(withdrawReportInput, form, proposeWithdrawal)
  return result.ok ? stay(result.data, "proposed") : result
}

export async function dropWithdrawalAction(
  _: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const result = await runAction(dropProposalInput, form, dropProposal)
  return result.ok ? stay(result.data, "dropped") : result
}
