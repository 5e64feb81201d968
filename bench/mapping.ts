import { mkdtemp, rm } from "node:fs/promises"
import { loadavg, tmpdir } from "node:os"
import path from "node:path"
import { startEmbedded } from "@/db/embedded"
import { migrate } from "@/db/migrate"
import { startPortal } from "@/e2e/support/portal"
import { connection } from "@/lib/platform/database"
import { stopSending } from "@/lib/platform/jobs"
import { type Figures, median, percentile } from "./figures"
import { measureGrid } from "./mapping/browser"
import { editTogether } from "./mapping/editors"
import { fillMapping } from "./mapping/fill"
import { timeSaves } from "./mapping/saves"
import { timeShown } from "./mapping/shown"
import { timeExport, timeFreeze } from "./mapping/whole"

const rows = 2_000
const secret = "for-tests-only-and-nowhere-else-0000"

/** What the issue of the mapping asks for; frames are compared with what drops without any script. */
const aims = {
  browser: {
    "2,000 rows, first letter in a cell, median": 1_500,
    "frames dropped beyond those of the plain table": 1,
  },
  server: {
    "a cell saved to a bare UPDATE, 95 of 100": 5,
    "an edition of 2,000 rows frozen": 2_000,
  },
  shown: { "a save shown by a browser at the other server, 95 of 100": 300 },
  editors: {
    "ten editors, told by the other server, 95 of 100": 300,
    "ten editors, acknowledged and lost": 0,
    "ten editors, changes not heard": 0,
  },
}

/**
 * A mapping of 2,000 rows: saves beside bare updates, ten editors on two servers, the grid in a browser.
 * `--editors` measures the ten editors alone, `--grid` leaves out what needs no browser: saves and freezing.
 */
export async function measure(args: readonly string[] = []): Promise<Figures> {
  const given = args.find((arg) => arg.startsWith("--minutes="))?.split("=")[1]
  const minutes = Number(given ?? 10)
  const dataDir = await mkdtemp(path.join(tmpdir(), "rapporteur-bench-"))
  const closers: (() => unknown)[] = [() => rm(dataDir, { recursive: true, force: true })]
  try {
    const database = await startEmbedded(dataDir)
    closers.push(() => database.stop())
    await migrate(database.ownerUrl, database.appUrl)
    Object.assign(process.env, {
      ...{ DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl },
      ...{ AUTH_URL: "http://localhost:3000", AUTH_SECRET: secret },
      SMTP_URL: "smtp://127.0.0.1:9",
    })
    // Its own pool and its sender of jobs would keep the process alive.
    closers.push(() => stopSending().finally(() => connection().end()))
    const filled = await fillMapping(database.ownerUrl, { rows, people: 12 })
    const ms = (value: number) => ({ value, unit: "ms" })
    const count = (value: number, unit = "") => ({ value, unit })
    const isWhole = !args.includes("--editors")
    const isGrid = args.includes("--grid")
    const saves = isWhole && !isGrid ? await timeSaves(filled) : { figures: {}, ratios: {} }
    const frozen: Figures["figures"] =
      isWhole && !isGrid ? { "an edition of 2,000 rows frozen": ms(await timeFreeze(filled)) } : {}
    const first = await startPortal({ dataDir })
    closers.push(() => first.stop())
    const load = loadavg()[0] ?? 0
    // Before the other server is there: while it starts it takes the processor from the browser.
    const inBrowser = isWhole ? await measureGrid(filled, first.origin) : {}
    const second = await startPortal({ dataDir })
    closers.push(() => second.stop())
    if (!inBrowser)
      process.stderr.write("Left out: the grid in a browser. Name a Chromium in CHROMIUM_PATH.\n")
    const sheet = isWhole ? await timeExport(filled, first.origin) : null
    const origins = [first.origin, second.origin]
    const shown = isWhole ? await timeShown(filled, origins) : null
    const edited = await editTogether(filled, {
      origins,
      ownerUrl: database.ownerUrl,
      time: minutes * 60_000,
    })
    return {
      figures: {
        "load of the machine before": count(load),
        ...inBrowser,
        ...frozen,
        ...(sheet && {
          "2,000 rows as XLSX": ms(sheet.took),
          "bytes of the XLSX": count(sheet.bytes),
        }),
        ...saves.figures,
        ...(shown && {
          "a save shown by a browser at the other server, median": ms(median(shown)),
          "a save shown by a browser at the other server, 95 of 100": ms(percentile(shown, 95)),
        }),
        "ten editors": count(minutes, "minutes"),
        "ten editors, saves": count(edited.saved.length),
        "ten editors, cells of activities among them": count(edited.activities),
        "ten editors, rows added and moved": count(edited.rows),
        "ten editors, clashes": count(edited.clashes),
        "ten editors, acknowledged and lost": count(edited.lost),
        "ten editors, changes not heard": count(edited.unheard),
        "ten editors, a save over HTTP, median": ms(median(edited.saved)),
        "ten editors, a save over HTTP, 95 of 100": ms(percentile(edited.saved, 95)),
        "ten editors, told by the other server, median": ms(median(edited.seen)),
        "ten editors, told by the other server, 95 of 100": ms(percentile(edited.seen, 95)),
      },
      ratios: saves.ratios,
      aims: {
        ...(inBrowser && isWhole && aims.browser),
        ...(isWhole && !isGrid && aims.server),
        ...(shown && aims.shown),
        ...aims.editors,
      },
    }
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
