import type { Action } from "./table"

/** Which action each server action stands for. One without a row fails the check. */
export const forms: Record<string, Action> = {}
