import path from 'node:path';
import { chooseFreePort } from '~/db/embedded/free-port';
import { makeDataFolder } from '~/db/embedded/make-folder';
import { buildArguments, buildInputsHash, isBuilt, rememberBuild } from '../build/web-build';
import { say, step } from '../set-up/progress.mjs';
import { Refusal, reportFailure } from '../set-up/refusal.mjs';
import { rootFolder } from '../set-up/root-folder.mjs';
import { startSteps } from '../set-up/start-steps.mjs';
import { createClosers } from './closers';
import { openDatabase } from './database';
import { loadDemo } from './demo';
import { planStart, type DatabaseUrls, type StartPlan } from './plan';
import { startProgram, type Program } from './program';
import { runScript } from './run-script';
import { supervise } from './supervise';
import { waitUntilReady } from './wait-until-ready';

const closers = createClosers();

async function start(wanted: StartPlan): Promise<void> {
  const plan = { ...wanted, port: wanted.port === 0 ? await chooseFreePort(wanted.host) : wanted.port };
  makeDataFolder(plan.dataDir);
  const urls = await step(2, startSteps, plan.givenDatabase ? '连接外部 PostgreSQL' : '启动内置 PostgreSQL', () =>
    openDatabase(plan, closers, (error) => void endWith(error)),
  );
  await step(3, startSteps, '升级数据库结构', () => migrateDatabase(urls));
  await step(4, startSteps, '构建网页', () => buildWeb(plan));
  const environment = programEnvironment(plan, urls);
  const { accounts } = await step(5, startSteps, '载入演示数据', () =>
    loadDemo(plan, { ...environment, DATABASE_OWNER_URL: urls.ownerUrl }, closers),
  );
  const [web, workers] = programs(plan, environment);
  const address = `http://${plan.host === '0.0.0.0' || plan.host === '::' ? '127.0.0.1' : plan.host}:${plan.port}`;
  const running = await step(6, startSteps, '启动网站与后台任务', () => {
    const started = { web: startProgram(web), workers: startProgram(workers) };
    const supervisedWorkers = supervise(workers, started.workers);
    // Closed in reverse: the web first, then the workers, then the database.
    closers.add(() => supervisedWorkers.stop());
    closers.add(() => started.web.stop());
    return Promise.resolve(started);
  });
  await step(7, startSteps, '等待网站就绪', () => waitUntilReady(address, web, running.web));
  const supervisedWeb = supervise(web, running.web);
  closers.add(() => supervisedWeb.stop());
  announce(plan, accounts);
}

async function migrateDatabase(urls: DatabaseUrls): Promise<{ done: string }> {
  const [{ migrate }, { QUEUE_NAMES }] = await Promise.all([import('~/db/migrate'), import('~/workers/jobs/queue-names')]);
  const names = await migrate(urls.ownerUrl, { queueNames: QUEUE_NAMES }).catch((error: unknown) => {
    throw new Refusal(
      `数据库结构升级失败：${error instanceof Error ? error.message : String(error)}\n请检查 DATABASE_OWNER_URL 与数据库日志后重新启动。`,
    );
  });
  return { done: names.length === 0 ? '已是最新' : `完成 ${names.length} 项` };
}

async function buildWeb(plan: StartPlan): Promise<{ done: string }> {
  if (plan.mode === 'development') return { done: '开发模式，随改随建' };
  if (isBuilt(rootFolder)) return { done: '已是最新' };
  const inputsHash = buildInputsHash(rootFolder);
  await runScript({ title: '构建网页', args: buildArguments, environment: { NODE_ENV: 'production' }, closers });
  rememberBuild(rootFolder, inputsHash);
  return { done: '完成' };
}

function programEnvironment(plan: StartPlan, urls: DatabaseUrls): Record<string, string> {
  return {
    NODE_ENV: plan.mode,
    HOST: plan.host,
    PORT: String(plan.port),
    HENGJI_DATA_DIR: plan.dataDir,
    HENGJI_DEMO: plan.isDemo ? '1' : '0',
    DATABASE_URL: urls.userUrl,
    DATABASE_DISPATCHER_URL: urls.dispatcherUrl,
    // Owning the tables is for migrations: an empty value keeps a given URL from web and workers.
    DATABASE_OWNER_URL: '',
  };
}

function programs(plan: StartPlan, environment: Record<string, string>): [Program, Program] {
  const logPlace = (name: string) => (plan.mode === 'development' ? undefined : path.join(plan.dataDir, 'logs', name));
  return [
    { title: '网站', file: 'app/server.ts', environment, logPlace: logPlace('web.log') },
    { title: '后台任务', file: 'workers/main.ts', environment, logPlace: logPlace('workers.log') },
  ];
}

function announce(plan: StartPlan, accounts: string): void {
  const lines = [
    '',
    `衡绩已就绪：http://${plan.host === '0.0.0.0' || plan.host === '::' ? 'localhost' : plan.host}:${plan.port}`,
    accounts.trimEnd(),
    `数据目录：${plan.dataDir}。按 Ctrl-C 停止。`,
  ];
  process.stdout.write(`${lines.filter((line, index) => index === 0 || line !== '').join('\n')}\n`);
}

async function endWith(error: unknown): Promise<void> {
  reportFailure(error);
  await closers.closeAll();
  process.exit(1);
}

let askedAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The terminal and npm both pass a Ctrl-C on, so one key press arrives more than once.
    if (askedAt !== undefined) return;
    askedAt = Date.now();
    say('\n正在停止 …');
    void closers.closeAll().then(() => {
      say('已停止。');
      process.exit(0);
    });
  });
}

try {
  await start(planStart(process.env, process.argv.slice(2), { caller: process.env['INIT_CWD'] ?? rootFolder, root: rootFolder }));
} catch (error) {
  if (askedAt === undefined) await endWith(error);
}
