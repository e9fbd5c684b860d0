# Builds with everything, runs with what production needs. The image brings Node 24, so the package of that name is not installed.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Not `npm ci`: it refuses a lock file without the optional packages of every other platform. All that is named in it stays pinned.
RUN npm install --ignore-scripts --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY test/reporters.ts ./test/
COPY scripts ./scripts
COPY src ./src
COPY seeds ./seeds
RUN node scripts/build.ts && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PIAWAI_DEMO=0 PIAWAI_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY migrations ./migrations
COPY seeds/demo/files ./seeds/demo/files
COPY LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/server.js"]
