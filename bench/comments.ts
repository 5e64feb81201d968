import { loadavg } from "node:os"
import { startPortal } from "@/e2e/support/portal"
import { fillComments } from "./comments/fill"
import { timeArrivals } from "./comments/listeners"
import { timeBrowser, timeHtml } from "./comments/pages"
import { type Figures, median, percentile } from "./figures"
import { onDatabase } from "./on-database"

const count = 1_000
const listeners = 40
/** What issue and product promise: what one says, others have within a second. */
const mostMilliseconds = 1_000

/** How soon 40 readers on two servers have a comment, and how a document with 1,000 of them opens. */
export async function measure(): Promise<Figures> {
  return onDatabase(async ({ dataDir, database, closers }) => {
    const filled = await fillComments(database.ownerUrl, { count, readers: listeners })
    const first = await startPortal({ dataDir })
    closers.push(() => first.stop())
    const html = await timeHtml(filled, first.origin)
    const inBrowser = await timeBrowser(filled, first.origin)
    if (!inBrowser)
      process.stderr.write("Left out: the page in a browser. Name a Chromium in CHROMIUM_PATH.\n")
    const second = await startPortal({ dataDir })
    closers.push(() => second.stop())
    const origins = [first.origin, second.origin]
    const { saved, told, read, missing } = await timeArrivals(filled, { origins, listeners })
    const ms = (value: number) => ({ value, unit: "ms" })
    const of = (value: number, unit: string) => ({ value, unit })
    return {
      figures: {
        "load of the machine": of(loadavg()[0] ?? 0, ""),
        "a comment saved, median": ms(median(saved)),
        "told to 40 readers on two servers, median": ms(median(told)),
        "told to 40 readers on two servers, 95 of 100": ms(percentile(told, 95)),
        "its words with 40 readers, median": ms(median(read)),
        "its words with 40 readers, 95 of 100": ms(percentile(read, 95)),
        "comments that did not arrive": of(missing, ""),
        "1,000 comments, whole HTML, median": ms(median(html.full.html)),
        "1,000 comments, HTML": of(html.full.bytes / 1024, "kB"),
        "no comment, whole HTML, median": ms(median(html.empty.html)),
        ...inBrowser,
      },
      ratios: {
        "told to saved, median": median(told) / median(saved),
        "whole HTML, 1,000 comments to none": median(html.full.html) / median(html.empty.html),
      },
      aims: {
        "told to 40 readers on two servers, 95 of 100": mostMilliseconds,
        "its words with 40 readers, 95 of 100": mostMilliseconds,
        "comments that did not arrive": 0,
        "1,000 comments, whole HTML, median": mostMilliseconds,
        ...(inBrowser && {
          "1,000 comments, the first one readable, median": 2 * mostMilliseconds,
          "to the next unread on the page, median": mostMilliseconds,
          "to the next unread on another page, median": 2 * mostMilliseconds,
        }),
      },
    }
  })
}
