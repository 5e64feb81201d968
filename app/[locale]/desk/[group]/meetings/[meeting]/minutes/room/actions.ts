"use server"

import { addItem } from "@/lib/meetings/add-item"
import { carryItem } from "@/lib/meetings/carry-item"
import { goToItem } from "@/lib/meetings/go-to-item"
import {
  addItemInput,
  goToItemInput,
  markItemInput,
  markSeatInput,
  moveItemInput,
  oneItemInput,
  renameItemInput,
  seatByNameInput,
  stopClockInput,
} from "@/lib/meetings/input"
import { markItem } from "@/lib/meetings/mark-item"
import { markSeat } from "@/lib/meetings/mark-seat"
import { moveItem } from "@/lib/meetings/move-item"
import { removeItem } from "@/lib/meetings/remove-item"
import { renameItem } from "@/lib/meetings/rename-item"
import { seatByName } from "@/lib/meetings/seat-by-name"
import { stopClock } from "@/lib/meetings/stop-clock"
import { type ActionResult, runAction } from "@/lib/platform/action"

// Each is called from the page beside the text with one small form, and changes exactly one thing.

export async function addItemAction(form: FormData): Promise<ActionResult<{ itemId: string }>> {
  return runAction(addItemInput, form, addItem)
}

export async function renameItemAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(renameItemInput, form, renameItem)
}

export async function moveItemAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(moveItemInput, form, moveItem)
}

export async function removeItemAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(oneItemInput, form, removeItem)
}

export async function markItemAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(markItemInput, form, markItem)
}

export async function carryItemAction(
  form: FormData,
): Promise<ActionResult<{ to: string; number: number | null }>> {
  return runAction(oneItemInput, form, carryItem)
}

export async function goToItemAction(
  form: FormData,
): Promise<ActionResult<{ itemId: string | null }>> {
  return runAction(goToItemInput, form, goToItem)
}

export async function stopClockAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(stopClockInput, form, stopClock)
}

export async function markSeatAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(markSeatInput, form, markSeat)
}

export async function seatByNameAction(
  form: FormData,
): Promise<ActionResult<{ personId: string; name: string }>> {
  return runAction(seatByNameInput, form, seatByName)
}
