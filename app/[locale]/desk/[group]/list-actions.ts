"use server"

import { announceConsultation } from "@/lib/consultations/announce"
import { announceConsultationInput } from "@/lib/consultations/input"
import { announceEdition } from "@/lib/editions/announce"
import { announceEditionInput } from "@/lib/editions/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { announceReport } from "@/lib/reports/announce"
import { announceReportInput } from "@/lib/reports/input"

type State = ActionResult<unknown> | null

export async function announceReportAction(_: State, form: FormData): Promise<State> {
  return runAction(announceReportInput, form, announceReport)
}

export async function announceConsultationAction(_: State, form: FormData): Promise<State> {
  return runAction(announceConsultationInput, form, announceConsultation)
}

export async function announceEditionAction(_: State, form: FormData): Promise<State> {
  return runAction(announceEditionInput, form, announceEdition)
}
