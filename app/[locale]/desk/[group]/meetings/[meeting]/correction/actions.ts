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

export type CorrectionState = ActionResult<unknown> | null

/** Done, it leads on to the page of the meeting, which says so. */
async function leadOn(to: { slug: string; meetingId: string }, done: string): Promise<never> {
  const path = `/desk/${to.slug}/meetings/${to.meetingId}?done=${done}`
  redirect(localePath(await getLocale(), path))
}

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

async function stay(to: { slug: string; meetingId: string }, done: string): Promise<never> {
  const path = `/desk/${to.slug}/meetings/${to.meetingId}/correction?done=${done}`
  redirect(localePath(await getLocale(), path))
}
