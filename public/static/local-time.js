// Adds the reader's own time behind every instant that stands in UTC. Nothing is sent anywhere.
;(() => {
  const lang = document.documentElement.lang
  const tag = lang === "en" ? "en-GB" : lang
  const format = (at, options) =>
    new Intl.DateTimeFormat(tag, { hourCycle: "h23", ...options }).format(at)
  const zone = (at) =>
    new Intl.DateTimeFormat(tag, { timeZoneName: "long" })
      .formatToParts(at)
      .find((part) => part.type === "timeZoneName")?.value
  const clock = { hour: "2-digit", minute: "2-digit" }
  const day = { weekday: "long", day: "numeric", month: "long" }
  for (const element of document.querySelectorAll("time[data-local]")) {
    // On the desk this runs again after every change of the page.
    element.querySelector(".local")?.remove()
    const at = new Date(element.dateTime)
    const time = format(at, clock)
    const here = format(at, day)
    const moved = here !== format(at, { ...day, timeZone: "UTC" })
    if (!moved && time === format(at, { ...clock, timeZone: "UTC" })) continue
    const note = document.createElement("span")
    note.className = "local"
    note.textContent = ` ${element.dataset.local
      .replace("[time]", moved ? `${here}, ${time}` : time)
      .replace("[zone]", zone(at) ?? "")}`
    element.append(note)
  }
  // Days are those of the reader's calendar: what ends after their midnight ends tomorrow.
  const dayOf = (at) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000
  for (const element of document.querySelectorAll("[data-until]")) {
    const { until, today, tomorrow, days } = element.dataset
    const end = new Date(until)
    const left = dayOf(end) - dayOf(new Date())
    if (end <= new Date()) continue
    element.textContent = [today, tomorrow][left] ?? days.replace("[days]", String(left))
  }
})()
