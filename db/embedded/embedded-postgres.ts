import path from 'node:path';
import { clusterFolder, createCluster, hasCluster, prepareDataFolder, reachableClusterPath, takeOverFromRoot } from './cluster-folder';
import { connectionUrls, generateConnectionFacts, readConnectionFacts, writeConnectionFacts } from './connection-file';
import type { ConnectionFacts, PostgresUrls } from './connection-file';
import { takeDataLock } from './data-lock';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { chooseFreePort } from './free-port';
import { findNativeFolder } from './native-binaries';
import { startPostmaster, stopOrphan, type Postmaster, type ServerSettings } from './postmaster';
import { chooseRunAs, type RunAs } from './run-as';
import { setUpDatabase, withClient } from './set-up-database';

export type EmbeddedPostgres = PostgresUrls & {
  port: number;
  /** Resolves, with the reason and the last lines of the log, only when the server ends without stop(). */
  died: Promise<string>;
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Holds the cluster, its passwords, its log and its lock; made when absent. */
  dataDir: string;
  /** Default: the port of the last start, or a free one. */
  port?: number;
  /** Lets the server lose data in a power cut; only for folders that are thrown away. Default: true. */
  durable?: boolean;
  /** The whole dataDir goes when this process dies. Default: false. */
  disposable?: boolean;
};

const host = '127.0.0.1';
const readyTimeoutMs = 120_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  await prepareDataFolder(dataDir);
  const lock = await takeDataLock(dataDir);
  try {
    return await startLocked(dataDir, options, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(dataDir: string, options: EmbeddedPostgresOptions, releaseLock: () => Promise<void>): Promise<EmbeddedPostgres> {
  const cluster = clusterFolder(dataDir);
  const runAs = chooseRunAs(cluster);
  const { folder: nativeFolder } = await findNativeFolder(runAs);
  const exists = await hasCluster(cluster);
  // Before the port is chosen: a server that a killed starter left behind still holds it.
  if (exists && !(await stopOrphan(cluster))) {
    throw new EmbeddedPostgresError(`上次遗留的 PostgreSQL 进程没有结束（数据目录 ${cluster}）。请手工结束该进程后重新启动。`);
  }
  const facts = await prepareFacts(dataDir, exists, options.port);
  if (exists) await takeOverFromRoot(cluster, runAs);
  else {
    const durable = options.durable !== false;
    await createCluster({ dataDir, nativeFolder, runAs, superuserPassword: facts.passwords.superuser, durable });
  }
  const server = await launch({ dataDir, cluster, nativeFolder, runAs, facts, options });
  const urls = connectionUrls(facts);
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await server.stop();
    await releaseLock();
  };
  try {
    await waitUntilReady(urls.superuserUrl, server, dataDir);
    await setUpDatabase(urls.superuserUrl, facts.passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const died = new Promise<string>((resolve) => {
    void server.ended.then(async (reason) => {
      if (stopping) return;
      await releaseLock();
      resolve(reason);
    });
  });
  return { ...urls, port: facts.port, died, stop };
}

async function prepareFacts(dataDir: string, clusterExists: boolean, wantedPort: number | undefined): Promise<ConnectionFacts> {
  const remembered = await readConnectionFacts(dataDir);
  if (!remembered && clusterExists) {
    throw new EmbeddedPostgresError(
      `数据目录 ${dataDir} 中有数据库，却没有口令文件 connection.json。请从备份恢复该文件，或用 HENGJI_DATA_DIR 另建数据目录。`,
    );
  }
  const facts = remembered ?? generateConnectionFacts(0);
  const port = wantedPort ?? (await chooseFreePort(host, facts.port || undefined));
  const prepared = { ...facts, port };
  // The passwords are kept before the cluster knows them: a crash in between must not lock us out.
  await writeConnectionFacts(dataDir, prepared);
  return prepared;
}

function launch(input: {
  dataDir: string;
  cluster: string;
  nativeFolder: string;
  runAs: RunAs;
  facts: ConnectionFacts;
  options: EmbeddedPostgresOptions;
}): Promise<Postmaster> {
  const settings: ServerSettings = {
    listen_addresses: host,
    port: String(input.facts.port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    ...(input.options.durable === false && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '2GB',
    }),
  };
  return reachableClusterPath(input.cluster, input.runAs).then((clusterArgument) =>
    startPostmaster({
      ...input,
      clusterArgument,
      settings,
      logPlace: path.join(input.dataDir, 'server.log'),
      ...(input.options.disposable && { disposableFolder: input.dataDir }),
    }),
  );
}

async function waitUntilReady(superuserUrl: string, server: Postmaster, dataDir: string): Promise<void> {
  let ended: string | undefined;
  void server.ended.then((reason) => (ended = reason));
  const until = Date.now() + readyTimeoutMs;
  for (;;) {
    const failure = await withClient(superuserUrl, () => Promise.resolve(undefined)).catch((error: Error) => error);
    if (!failure) return;
    if (ended !== undefined) {
      throw new EmbeddedPostgresError(`内置 PostgreSQL 启动后立即退出（日志 ${path.join(dataDir, 'server.log')}）：${ended}`);
    }
    if (Date.now() > until) {
      throw new EmbeddedPostgresError(
        `内置 PostgreSQL 在 ${readyTimeoutMs / 1000} 秒内没有就绪（${failure.message}）。请查看日志 ${path.join(dataDir, 'server.log')}。`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
