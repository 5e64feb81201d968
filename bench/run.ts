import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { missesOf } from "./aims"
import type { Figures } from "./figures"

const apart = ["run.ts", "figures.ts", "aims.ts", "on-database.ts", "within.ts"]
const args = process.argv.slice(2)
const name = args.find((arg) => !arg.startsWith("--"))
const known = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !apart.includes(file))
  .map((file) => file.slice(0, -".ts".length))

function table({ figures, ratios }: Figures): string {
  const rows = [
    ...Object.entries(figures).map(([what, { value, unit }]) => [what, round(value), unit]),
    ...Object.entries(ratios).map(([what, value]) => [what, round(value), "×"]),
  ]
  const width = Math.max(...rows.map(([what = ""]) => what.length))
  const digits = Math.max(...rows.map(([, value = ""]) => value.length))
  return rows
    .map(
      ([what = "", value = "", unit]) => `${what.padEnd(width)}  ${value.padStart(digits)} ${unit}`,
    )
    .join("\n")
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

if (name === undefined || !known.includes(name)) {
  process.stderr.write(`Say which bench: npm run bench -- ${known.join(" | ")} [--json]\n`)
  process.exitCode = 1
} else {
  const module: { measure: (args: readonly string[]) => Promise<Figures> } = await import(
    `./${name}.ts`
  )
  const { tables, ...result } = await module.measure(args)
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ name, ...result, tables: tables?.data })}\n`)
  } else process.stdout.write(`${tables ? `${tables.text}\n\n` : ""}${table(result)}\n`)
  const misses = missesOf(result)
  if (misses.length > 0) {
    process.stderr.write(`Missed:\n${misses.map((miss) => `  ${miss}\n`).join("")}`)
    process.exitCode = 1
  }
}
