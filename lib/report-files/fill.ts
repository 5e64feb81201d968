import { log } from "@/lib/platform/log"
import { findUnmade, makeFiles } from "./make"

/** Versions that are looked up at once. */
const page = 100

/**
 * Makes the files that published versions lack, the oldest version first, from behind `after` on, until
 * `isOver`. One that fails is logged and keeps up no other. Resolves to the version after which to go on,
 * null when all were tried.
 */
export async function fillFiles(
  isOver: () => boolean,
  after: string | null,
): Promise<string | null> {
  let last = after
  for (;;) {
    const reportIds = await findUnmade(last, page)
    if (reportIds.length === 0) return null
    for (const reportId of reportIds) {
      if (isOver()) return last
      await makeFiles(reportId).catch((error: unknown) =>
        log().error({ error, reportId }, "the files of a version were not made"),
      )
      last = reportId
    }
  }
}
