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

/** Whether an element is the way from the first page of a site to this one, which its pages show above. */
export function isTrail(element: Element): boolean {
  const names = `${attribute(element, "id") ?? ""} ${attribute(element, "class") ?? ""}`
  return names.length < 200 && /\bbread-?crumbs?\b/i.test(names)
}
