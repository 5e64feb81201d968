import { gzipSync } from "node:zlib"
import { longReport } from "@/lib/report-files/faults"
import { formats } from "@/lib/report-files/formats"
import { writeFile } from "@/lib/report-files/write-file"
import { type Figures, median } from "./figures"

/** Words of the report for which the aim of two seconds stands, and of the longest that is expected. */
const sizes = [10_000, 100_000] as const
const named = (words: number) => `${words / 1000},000 words`
/** Milliseconds within which all files of the first size have to be there, one after another. */
const aims = { [`${named(sizes[0])}, all files`]: 2000 }
const rounds = 5
const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }

/**
 * How long the files of a report take, waited for and computed, against compressing its JSON a hundred
 * times in the same process: that costs what the machine costs, and nothing of ours.
 */
export async function measure(): Promise<Figures> {
  const figures: Figures["figures"] = {}
  const ratios: Figures["ratios"] = {}
  for (const words of sizes) {
    const report = longReport(words)
    const json = Buffer.from(JSON.stringify(report))
    const name = named(words)
    const say = (what: string, { waited, computed }: Time) => {
      figures[`${name}, ${what}`] = { value: waited, unit: "ms" }
      figures[`${name}, ${what}, computed`] = { value: computed, unit: "ms" }
    }
    const base = await timeOf(rounds, () => {
      for (let turn = 0; turn < 100; turn++) gzipSync(json)
    })
    say("its JSON compressed a hundred times", base)
    const all = { waited: 0, computed: 0 }
    for (const format of formats) {
      let size = 0
      const write = async () => {
        size = (await writeFile({ report, published, download: null }, format)).length
      }
      say(`report.${format}, the first time`, await timeOf(1, write))
      const taken = await timeOf(rounds, write)
      say(`report.${format}`, taken)
      figures[`${name}, report.${format}, size`] = { value: size / 1024, unit: "kB" }
      all.waited += taken.waited
      all.computed += taken.computed
    }
    say("all files", all)
    ratios[`${name}, all files to compressing, computed`] = all.computed / base.computed
  }
  return { figures, ratios, aims }
}

type Time = { waited: number; computed: number }

async function timeOf(times: number, work: () => unknown): Promise<Time> {
  const taken: Time[] = []
  for (let turn = 0; turn < times; turn++) {
    const began = performance.now()
    const cpu = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(cpu)
    taken.push({ waited: performance.now() - began, computed: (user + system) / 1000 })
  }
  return {
    waited: median(taken.map(({ waited }) => waited)),
    computed: median(taken.map(({ computed }) => computed)),
  }
}
