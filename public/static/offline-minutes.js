// Where the page of minutes or of a mapping cannot be loaded because the portal cannot be reached, says that what was
// written is kept on this device. It keeps nothing itself: no page, no answer, no word of anybody. The words that it
// shows stand in its own address, written there by the page that registered it.
const page = /\/(meetings\/[^/]+\/minutes|mapping\/[^/]+)\/?$/
const given = new URLSearchParams(self.location.search)
const marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const said = (name) => (given.get(name) ?? "").replace(/[&<>"]/g, (mark) => marks[mark])

self.addEventListener("install", () => self.skipWaiting())

self.addEventListener("fetch", (event) => {
  const { request } = event
  const isPage = request.mode === "navigate" && request.method === "GET"
  if (!isPage || !page.test(new URL(request.url).pathname)) return
  event.respondWith(fetch(request).catch(offline))
})

// A browser says that it has a network before the portal can be reached: the portal itself is asked.
const comeBack = `
const look = () => fetch("/healthz", { cache: "no-store" }).then(({ ok }) => ok && location.reload(), () => {})
setInterval(look, 3000)
addEventListener("online", look)
`

function offline() {
  const nonce = crypto.randomUUID()
  return new Response(
    `<!doctype html>
<html lang="${said("lang")}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said("title")}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
html { background: Canvas; color: CanvasText }
a { color: inherit }
main { max-inline-size: 34rem; margin: 12vh auto; padding-inline: 1rem }
h1 { font-size: 1.5rem; line-height: 1.3 }
</style>
<main>
<h1>${said("title")}</h1>
<p>${said("kept")}</p>
<p>${said("again")}</p>
<p><a href="">${said("load")}</a></p>
</main>
<script nonce="${nonce}">${comeBack}</script>
`,
    {
      status: 503,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      },
    },
  )
}
