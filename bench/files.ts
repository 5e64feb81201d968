import { gzipSync } from "node:zlib"
import { longReport } from "@/lib/report-files/faults"
import { formats } from "@/lib/report-files/formats"
import { writeFile } from "@/lib/report-files/write-file"
import { type Figures, median } from "./figures"

/** Words of the report for which the aim of two seconds stands, and of the longest that is expected. */
const sizes = [10_000, 100_000] as const
/** Milliseconds within which all files of the first size have to be there, one after another. */
const aim = { words: sizes[0], most: 2000 }
const rounds = 5
const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }

/**
 * How long the files of a report take, waited for and computed, against compressing its JSON a hundred
 * times in the same process: that costs what the machine costs, and nothing of ours. The process ends with
 * another code than 0 where the aim is missed.
 */
export async function measure(): Promise<Figures> {
  const figures: Figures["figures"] = {}
  const ratios: Figures["ratios"] = {}
  for (const words of sizes) {
    const report = longReport(words)
    const json = Buffer.from(JSON.stringify(report))
    const name = `${words / 1000},000 words`
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
    if (words === aim.words) holdToAim(all.waited)
    ratios[`${name}, all files to compressing, computed`] = all.computed / base.computed
  }
  return { figures, ratios }
}

function holdToAim(waited: number): void {
  if (waited <= aim.most) return
  process.stderr.write(
    `The aim is missed: all files of ${aim.words} words took ${Math.round(waited)} ms, not ${aim.most}.\n`,
  )
  process.exitCode = 1
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
