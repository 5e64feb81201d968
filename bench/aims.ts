import type { Figures } from "./figures"

/** The aims that a bench missed, each with its value and its limit; none for a bench that has no aims. */
export function missesOf({ figures, ratios, aims = {} }: Figures): string[] {
  return Object.entries(aims).flatMap(([what, most]) => {
    const value = figures[what]?.value ?? ratios[what]
    if (value === undefined || !Number.isFinite(value)) return `${what}: not measured`
    return value > most ? `${what}: ${value.toPrecision(3)}, where ${most} is the most` : []
  })
}
