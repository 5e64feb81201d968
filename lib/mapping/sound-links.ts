import { isLinkTarget } from "@/lib/minutes/model"
import { type Activity, isWebLink } from "./model"

/**
 * Rich text without the links that no cell may hold; their words stay. Links are checked when a cell is
 * saved; whoever gives out what is stored asks once more.
 */
export function soundLinks<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.flatMap((one) => (isBad(one) ? [] : soundLinks(one))) as Part
  if (typeof part !== "object" || part === null) return part
  const entries = Object.entries(part).map(([key, value]) => [key, soundLinks(value)])
  return Object.fromEntries(entries) as Part
}

function isBad(node: unknown): boolean {
  const { type, attrs } = (node ?? {}) as { type?: unknown; attrs?: { href?: unknown } }
  return type === "link" && !isLinkTarget(String(attrs?.href))
}

/** An activity without a link that leads to no page of the web. */
export const soundActivity = (activity: Activity): Activity =>
  isWebLink(activity.link) ? activity : { ...activity, link: "" }
