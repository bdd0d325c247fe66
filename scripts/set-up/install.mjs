import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInstalled, rememberInstallation } from './install-stamp.mjs';
import { say, seconds } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { node24, rootFolder } from './root-folder.mjs';

const oldestNode = 20;

/** Installs the packages when they are missing or the lock file changed. Returns whether anything was done. */
export async function ensureInstalled(root = rootFolder) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    throw new Refusal(`当前 Node.js 为 ${process.versions.node}，需要 ${oldestNode} 或更高版本。请安装新版 Node.js 后重试。`);
  }
  if (isInstalled(root)) return false;
  await npmInstall(root);
  if (!existsSync(node24)) {
    throw new Refusal(
      `依赖已安装，但缺少 ${node24}。npm 可能被设置为不运行安装脚本（ignore-scripts）。请执行 npm config set ignore-scripts false，删除 node_modules 后重试。`,
    );
  }
  rememberInstallation(root);
  return true;
}

/** The same, for commands that have no list of steps: one line before and one after, only when there is something to do. */
export async function ensureInstalledSpeaking() {
  const started = Date.now();
  if (!isInstalled(rootFolder)) say('安装依赖 …');
  if (await ensureInstalled()) say(`依赖已安装（${seconds(Date.now() - started)}）`);
}

/**
 * Development packages are needed to build, whatever NODE_ENV says. The lock file is read, never rewritten: another npm
 * version would only reorder it.
 */
async function npmInstall(root) {
  const args = ['install', '--include=dev', '--no-save', '--no-audit', '--no-fund'];
  const npmProgram = process.env.npm_execpath;
  const isNpm = npmProgram !== undefined && path.basename(npmProgram) === 'npm-cli.js';
  const [program, first] = isNpm ? [process.execPath, [npmProgram]] : ['npm', []];
  const { code, output } = await run(program, [...first, ...args], root);
  if (code === 0) return;
  if (code === null) throw new Refusal(`无法运行 npm（${output.trim()}）。请确认已随 Node.js 安装 npm，并且在 PATH 中。`);
  const tail = output
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'))
    .slice(-15)
    .join('\n');
  throw new Refusal(
    `安装依赖失败（npm install，退出码 ${code}，目录 ${root}）：\n${tail}\n请检查网络、npm 镜像设置（npm config get registry）与磁盘空间，然后重试。`,
  );
}

function run(program, args, cwd) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 130 : 1), output }));
  });
}
