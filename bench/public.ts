import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { request } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { startEmbedded } from "@/db/embedded"
import { startPortal } from "@/e2e/support/portal"
import { provideEnv, readEnv } from "@/lib/platform/env"
import { type Figures, median } from "./figures"
import { type Load, load } from "./public/load"
import { measurePhone } from "./public/phone"
import { publisher } from "./public/reports"
import { hasNginx, plainServer, type Server, shippedNginx, staticNginx } from "./public/servers"

const sizes = { "16 kB": 16_000, "70 kB": 70_000 }
const connections = 10
/** Short turns and many of them: what else the machine does comes and goes, and the middle one is not it. */
const seconds = 0.6
const rounds = 20

const start = fileURLToPath(new URL("../server/start.mjs", import.meta.url))

/** The published report to readers: ours beside plain servers with the same bytes, in turn. */
export async function measure(): Promise<Figures> {
  const build = spawn(process.execPath, [start, "--build"], { stdio: ["ignore", 2, 2] })
  await once(build, "exit")
  const folder = await mkdtemp(path.join(tmpdir(), "rapporteur-bench-"))
  const closers: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const dataDir = path.join(folder, "data")
    const portal = await startPortal({ dataDir })
    closers.push(portal.stop)
    // A second server on the same database, as it stands behind the shipped nginx.
    const settings = { RAPPORTEUR_TRUSTED_PROXIES: "1" }
    const behind = await startPortal({ dataDir, settings })
    closers.push(behind.stop)
    const database = await startEmbedded(dataDir)
    closers.push(() => database.stop())
    // Writing a version asks under which address the portal is read.
    provideEnv(
      readEnv(
        { NODE_ENV: "production", AUTH_URL: portal.origin },
        {
          databaseUrl: database.appUrl,
          migrationUrl: database.ownerUrl,
          authSecret: database.authSecret,
        },
      ),
    )
    const desk = await publisher(database.ownerUrl)
    closers.push(desk.end)

    const port = portOf(portal.origin)
    const addresses = await publishSized(desk, port)
    const bodies = new Map<string, Buffer>()
    for (const address of Object.values(addresses))
      bodies.set(address, (await get(port, address, "br")).body)
    const servers = new Map<string, Server & { host: string }>()
    const add = (name: string, server: Server, host = "localhost") => {
      servers.set(name, { ...server, host })
      closers.push(server.stop)
    }
    servers.set("npm start", { port, host: `localhost:${port}`, stop: portal.stop })
    add("plain node http", await plainServer(path.join(folder, "plain"), bodies))
    const proxied = portOf(behind.origin)
    if (hasNginx()) {
      add("nginx from disk", await staticNginx(path.join(folder, "static"), bodies))
      const proxy = await shippedNginx(path.join(folder, "shipped"), proxied)
      add("npm start behind nginx", proxy, `localhost:${proxied}`)
    } else process.stderr.write("Left out: nginx, which is not installed here.\n")

    const found = await race(servers, addresses, bodies)
    const seen = await timeVersions(desk, [port, proxied])
    const phone = await measurePhone(portal.origin + addresses["16 kB"])
    if (!phone)
      process.stderr.write("Left out: the slow phone. Name a Chromium in CHROMIUM_PATH.\n")
    const { figures, ratios } = figuresOf(found)
    return { figures: { ...figures, ...seen, ...phone }, ratios }
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

type Desk = Awaited<ReturnType<typeof publisher>>
type Size = keyof typeof sizes

const portOf = (origin: string) => Number(new URL(origin).port)
const pageOf = (number: number) => `/wg-strategy/meetings/${number}`

/** Publishes a report of each size: two tries say how many bytes a paragraph makes. */
async function publishSized(desk: Desk, port: number): Promise<Record<Size, string>> {
  const weigh = async (number: number, paragraphs: number) => {
    await desk.publish(number, paragraphs)
    return (await get(port, pageOf(number))).body.length
  }
  const [few, many] = [await weigh(901, 5), await weigh(902, 25)]
  const each = (many - few) / 20
  const publish = async (number: number, bytes: number) => {
    await weigh(number, Math.max(0, Math.round(5 + (bytes - few) / each)))
    return pageOf(number)
  }
  return {
    "16 kB": await publish(903, sizes["16 kB"]),
    "70 kB": await publish(904, sizes["70 kB"]),
  }
}

type Found = { size: Size; server: string; bytes: number; loads: Load[] }

async function race(
  servers: ReadonlyMap<string, Server & { host: string }>,
  addresses: Record<Size, string>,
  bodies: ReadonlyMap<string, Buffer>,
): Promise<Found[]> {
  const found = (Object.keys(addresses) as Size[]).flatMap((size) =>
    [...servers.keys()].map(
      (server): Found => ({
        ...{ size, server, loads: [] },
        bytes: bodies.get(addresses[size])?.length ?? 0,
      }),
    ),
  )
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    // There and back, so that nobody always follows the same one.
    for (const each of round % 2 ? found : found.toReversed()) {
      const server = servers.get(each.server)
      if (!server) throw new Error(`There is no ${each.server}`)
      const target = { ...server, path: addresses[each.size] }
      const measured = await load(target, connections, seconds)
      if (round > 0) each.loads.push(measured)
    }
  }
  return found
}

function figuresOf(found: readonly Found[]): Pick<Figures, "figures" | "ratios"> {
  const rate = ({ loads }: Found) => median(loads.map((each) => each.rate))
  const figures: Figures["figures"] = {}
  const ratios: Figures["ratios"] = {}
  for (const size of Object.keys(sizes) as Size[]) {
    const ofSize = found.filter((each) => each.size === size)
    figures[`${size}, compressed`] = { value: ofSize[0]?.bytes ?? 0, unit: "B" }
    for (const each of ofSize) {
      figures[`${size}, ${each.server}`] = { value: rate(each), unit: "/s" }
      const p99 = median(each.loads.map((load) => load.p99))
      figures[`${size}, ${each.server}, 99 of 100 within`] = { value: p99, unit: "ms" }
    }
    const compare = (one: string, other: string) => {
      const [ours, bare] = [one, other].map((name) => ofSize.find(({ server }) => server === name))
      if (!ours || !bare) return
      // Round against round: what else the machine did was the same for both.
      const rounds = ours.loads.map((load, at) => load.rate / (bare.loads[at]?.rate ?? load.rate))
      ratios[`${size}, ${one} to ${other}`] = median(rounds)
    }
    compare("npm start", "plain node http")
    compare("npm start behind nginx", "nginx from disk")
  }
  return { figures, ratios }
}

/** From the commit of a version until servers show it, each asked without a pause. */
async function timeVersions(desk: Desk, ports: readonly number[]): Promise<Figures["figures"]> {
  const took: number[] = []
  for (let version = 1; version <= 10; version++) {
    await desk.publish(905, 30)
    const began = performance.now()
    await Promise.all(ports.map((port) => shows(port, pageOf(905), `v${version}`)))
    took.push(performance.now() - began)
  }
  return {
    "a new version on two servers, median": { value: median(took), unit: "ms" },
    "a new version on two servers, slowest of ten": { value: Math.max(...took), unit: "ms" },
  }
}

async function shows(port: number, address: string, version: string): Promise<void> {
  const cited = `${address}/${version}`
  for (;;) {
    const { status, body } = await get(port, address)
    if (status === 200 && body.includes(cited)) return
    await wait(1)
  }
}

function get(port: number, address: string, encoding = "identity") {
  return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    const headers = { host: `localhost:${port}`, "accept-encoding": encoding }
    request({ port, path: address, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }),
      )
    })
      .on("error", reject)
      .end()
  })
}
