import { attribute, type Element } from "./html-tree"

/** Whether an element is the main part of its page. */
export function isMain(element: Element): boolean {
  return element.tagName === "main" || attribute(element, "role") === "main"
}

/** Whether an element is the title of its page. */
export function isTitle({ tagName }: Element): boolean {
  return tagName === "h1"
}

/** Whether an element stands in the main part of its page. */
export function isInMain(element: Element): boolean {
  for (let up = element.parentNode; up && "parentNode" in up; up = up.parentNode)
    if (isMain(up as Element)) return true
  return false
}
