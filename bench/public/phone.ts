import { chromium } from "@playwright/test"
import type { Figures } from "../figures"
import { median } from "../figures"

const visits = 5
/** 400 kbit/s each way, 400 ms there and back, a processor four times as slow. */
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const slower = 4

/** A first visit with a slow phone, in Chromium; null where none is named in CHROMIUM_PATH. */
export async function measurePhone(address: string): Promise<Figures["figures"] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const seen: Visit[] = []
    for (let visit = 0; visit <= visits; visit++) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        isMobile: true,
      })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send("Network.enable")
      await session.send("Network.emulateNetworkConditions", line)
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower })
      let bytes = 0
      session.on("Network.loadingFinished", ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      await page.goto(address, { waitUntil: "networkidle" })
      const scripts = await page.locator("script[src]").count()
      const paints = await page.evaluate(
        () =>
          new Promise<{ first: number; largest: number }>((resolve) => {
            const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0
            new PerformanceObserver((list) =>
              resolve({ first, largest: list.getEntries().at(-1)?.startTime ?? 0 }),
            ).observe({ type: "largest-contentful-paint", buffered: true })
          }),
      )
      // The first visit warms the browser and is left out.
      if (visit > 0) seen.push({ ...paints, bytes, scripts })
      await context.close()
    }
    const middle = (of: keyof Visit) => median(seen.map((visit) => visit[of]))
    return {
      "bytes of a first visit, typeface and all": { value: middle("bytes"), unit: "B" },
      "files of script": { value: middle("scripts"), unit: "" },
      "slow phone, first text": { value: middle("first"), unit: "ms" },
      "slow phone, largest paint": { value: middle("largest"), unit: "ms" },
    }
  } finally {
    await browser.close()
  }
}

type Visit = { first: number; largest: number; bytes: number; scripts: number }
