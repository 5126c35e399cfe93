import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  output: process.env.PARVIS_STANDALONE === "1" ? "standalone" : undefined,
  serverExternalPackages: ["postgres", "@node-rs/argon2", "pdfkit", "sharp", "pino", "nodemailer"],
};

export default config;
