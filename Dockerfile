# Builds Baton and runs it as an ordinary user on a file system it cannot write to. Set DATABASE_URL: the image brings no Postgres.
FROM node:24-bookworm-slim AS build
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /baton
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4010 BATON_DATA_DIR=/data
COPY --from=packages /baton/package.json ./
COPY --from=packages /baton/node_modules ./node_modules
COPY --from=build /baton/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD node dist/server/start/healthy.js
CMD ["node", "dist/server/main.js"]
