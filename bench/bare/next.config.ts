import path from "node:path";
import type { NextConfig } from "next";

/** The smallest application of the same Next: what the portal's figures are divided by. */
const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: path.join(import.meta.dirname, "../..") },
  serverExternalPackages: ["postgres"],
};

export default config;
