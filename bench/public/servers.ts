import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { freePort } from "@/e2e/support/portal"

/** Bodies as the portal compressed them, by address. */
export type Bodies = ReadonlyMap<string, Buffer>
export type Server = { port: number; stop: () => Promise<void> }

const shipped = fileURLToPath(new URL("../../deploy/nginx/rapporteur.conf", import.meta.url))
const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "br" }

const plain = `
const { readFileSync } = require("node:fs")
const [port, folder, ...paths] = process.argv.slice(1)
const bodies = new Map(paths.map((path, at) => [path, readFileSync(folder + "/" + at)]))
require("node:http").createServer((request, response) => {
  const body = bodies.get(request.url) ?? Buffer.alloc(0)
  response.writeHead(200, { ...${JSON.stringify(headers)}, "content-length": body.length })
  response.end(body)
}).listen(port, "127.0.0.1")`

/** A plain http server that sends bodies from memory, and nothing more. */
export async function plainServer(folder: string, bodies: Bodies): Promise<Server> {
  const port = await freePort()
  await writeBodies(folder, bodies)
  const paths = [...bodies.keys()]
  return running(spawn(process.execPath, ["-e", plain, String(port), folder, ...paths]), port)
}

async function writeBodies(folder: string, bodies: Bodies): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [at, body] of [...bodies.values()].entries())
    await writeFile(path.join(folder, String(at)), body)
}

/** Whether nginx is installed here. */
export const hasNginx = () => spawnSync("nginx", ["-v"]).status === 0

/** nginx with the same bodies on disk. */
export async function staticNginx(folder: string, bodies: Bodies): Promise<Server> {
  const port = await freePort()
  await writeBodies(folder, bodies)
  const places = [...bodies.keys()].map(
    (address, at) =>
      `location = ${address} { alias ${folder}/${at}; default_type "text/html; charset=utf-8"; add_header content-encoding br; }`,
  )
  return nginx(folder, port, `server { listen 127.0.0.1:${port}; ${places.join("\n")} }`)
}

/** nginx as it is shipped under deploy, in front of a portal; without TLS, which the others have not either. */
export async function shippedNginx(folder: string, portal: number): Promise<Server> {
  const port = await freePort()
  const elsewhere = await freePort()
  await mkdir(folder, { recursive: true })
  let text = await readFile(shipped, "utf8")
  const changes: [RegExp, string][] = [
    [/^\s*listen \[::\].*$/gm, ""],
    [/^\s*ssl_.*$/gm, ""],
    [/listen 80;/, `listen 127.0.0.1:${elsewhere};`],
    [/listen 443 [^;]*;/, `listen 127.0.0.1:${port};`],
    [/server 127\.0\.0\.1:3000;/, `server 127.0.0.1:${portal};`],
    [/\/var\/cache\/nginx\/rapporteur/, `${folder}/cache`],
  ]
  for (const [from, to] of changes) {
    if (text.search(from) < 0) throw new Error(`${shipped} has nothing like ${from}`)
    text = text.replace(from, to)
  }
  return nginx(folder, port, text)
}

async function nginx(folder: string, port: number, sites: string): Promise<Server> {
  const config = path.join(folder, "nginx.conf")
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join("\n")
  // As Debian sets it up, but with one worker: the others have one process as well.
  await writeFile(
    config,
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr warn;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 768; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; ${temporary}
${sites} }`,
  )
  return running(spawn("nginx", ["-c", config, "-p", folder]), port)
}

async function running(child: ChildProcess, port: number): Promise<Server> {
  let said = ""
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk
  })
  const gone = once(child, "exit")
  while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`A server did not start: ${said}`)
    await wait(20)
  }
  return {
    port,
    stop: async () => {
      child.kill()
      await gone
    },
  }
}
