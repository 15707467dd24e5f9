# 问报: one image with the model, the corpus and an index in it; no network is needed once it runs.

# hnswlib-node is compiled, so the first stage has compilers and the second one none.
FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
# So that a container answers seconds after it was started; readable for its user, whatever umask the clone was made with.
RUN npm run ingest && chmod -R a+rX /app

FROM node:20-bookworm-slim
ENV NODE_ENV=production HTTP_HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# Only what is remembered may be written. The index is read where it lies; another corpus needs INDEX_DIR elsewhere.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.HTTP_PORT || 8080) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm: signals reach it, and it lets what is under way finish.
CMD ["node", "--import", "tsx", "src/main.ts", "serve"]
