import { unstable_rethrow as passOn } from "next/navigation"
import type { ActionResult } from "@/lib/platform/action"

type Act<Data> = (
  before: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data> | null>

/**
 * An action whose answer did not come (the line is down, the server starts again) resolves to a refusal
 * that holds what was typed. Rejected, it would take the page away, and the words with it. What leads to
 * another page passes.
 */
export function answered<Data>(act: Act<Data>, noAnswer: string): Act<Data> {
  return async (before, form) => {
    try {
      return await act(before, form)
    } catch (error) {
      passOn(error)
      const typed = [...form].filter(
        (pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"),
      )
      const entered = Object.fromEntries(typed)
      return { ok: false, code: "no_answer", message: noAnswer, entered }
    }
  }
}
