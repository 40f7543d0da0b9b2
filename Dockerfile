# syntax=docker/dockerfile:1
# One image: the server and the command-line program. Debian, because the embedded PostgreSQL is built for glibc.

FROM node:24-bookworm-slim AS manifests
WORKDIR /stet
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
COPY packages/history/package.json packages/history/
COPY packages/markdown/package.json packages/markdown/
COPY packages/rendered-diff/package.json packages/rendered-diff/
COPY packages/schema/package.json packages/schema/
COPY packages/tsconfig/package.json packages/tsconfig/
COPY tests/bench/package.json tests/bench/
COPY tests/conformance/package.json tests/conformance/
COPY tests/e2e/package.json tests/e2e/
COPY tests/faults/package.json tests/faults/

# What runs: only what the server and the program need. Not npm ci: it wants every platform's binaries in the lockfile,
# and npm locks those of the machine it ran on; all other versions are the locked ones either way.
FROM manifests AS runtime
RUN npm install --no-save --omit=dev --workspace=@stet/api --workspace=@stet/cli

FROM manifests AS build
RUN npm install --no-save
COPY turbo.json ./
COPY packages packages
COPY apps apps
RUN npm run build

FROM node:24-bookworm-slim
# Importing and exporting repositories is git's own work.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates git \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node /data
ENV NODE_ENV=production \
    PORT=3000 \
    STET_DATA_DIR=/data
WORKDIR /stet
COPY --from=runtime /stet ./
COPY --from=build /stet/apps/api/dist apps/api/dist
COPY --from=build /stet/apps/web/dist apps/web/dist
COPY --from=build /stet/apps/cli/dist apps/cli/dist
COPY apps/api/migrations apps/api/migrations
COPY apps/api/src/modules/demo/content apps/api/src/modules/demo/content
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/-/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
