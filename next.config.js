import createNextIntlPlugin from "next-intl/plugin"

const withLanguages = createNextIntlPlugin("./lib/platform/i18n.ts")

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // The public cache compresses once and for all; the rest is compressed by the front door.
  compress: true,
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg-boss", "pino", "postgres", "nodemailer"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "12mb" } },
  // Types are checked by `npm run check`; Next keeps its own additions out of the shared settings.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
}

export default withLanguages(config)
