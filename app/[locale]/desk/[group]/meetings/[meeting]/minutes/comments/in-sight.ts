import type { SectionId } from "@/lib/minutes/model"

/** What lies over the text of a phone, by its address. */
const sheets = ["#check", "#comments"]

/**
 * On a phone a list is a sheet over the text, which closes for what is gone to: the address of the
 * section is gone to first, since that moves the page, too.
 */
export function inSight(section: SectionId, run: () => void): void {
  if (sheets.includes(window.location.hash)) {
    window.addEventListener("hashchange", () => requestAnimationFrame(run), { once: true })
    window.location.hash = `s-${section}`
  } else run()
}
