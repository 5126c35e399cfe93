# syntax=docker/dockerfile:1
# One image: the site and its worker. Settings come from the environment (.env.example); nothing is kept inside but /data.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/install.mjs scripts/install.mjs
RUN node scripts/install.mjs
COPY . .
# The same key in each image: a form read on one build is then understood by the next (docs/exploitation.md).
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
RUN node scripts/build-container.mjs

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 PARVIS_DATA_DIR=/data NEXT_TELEMETRY_DISABLED=1
RUN groupadd --system --gid 10001 parvis && useradd --system --uid 10001 --gid parvis --home-dir /app parvis \
    && install -d -o parvis -g parvis -m 700 /data
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static .next/static
COPY --from=build /app/public public
COPY --from=build /app/.build/container .build/container
COPY --from=build /app/db/migrations db/migrations
USER parvis
VOLUME /data
EXPOSE 3000
# Liveness; readiness, which asks the database, is /api/pret.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/sante`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", ".build/container/launcher.mjs"]
