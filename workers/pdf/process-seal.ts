import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bareEnvironment } from './bare-environment';
import { NOBODY } from './shared-folder';

const run = promisify(execFile);

/** How far the browser process is shut off from the machine. */
export interface ProcessSeal {
  /** Words before the browser's command line; each replaces itself, so the browser keeps the process id. */
  readonly prefix: readonly string[];
  readonly args: readonly string[];
  /** The user the browser runs as; never 0. */
  readonly uid: number;
  /** `none`: the process stands in an empty network namespace and has no route anywhere, not even to this machine. */
  readonly network: 'none' | 'host';
  /** Whether Chromium's own sandbox around its renderers is on. */
  readonly sandbox: boolean;
}

/** The browser cannot be kept from running as root. The message is for the operator. */
export class BrowserNotSealed extends Error {
  override readonly name = 'BrowserNotSealed';
}

const DROP_ROOT = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs', '--'];
const OWN_USER_SPACE = ['unshare', '--user', '--map-current-user', '--net', '--'];

async function works(words: readonly string[]): Promise<boolean> {
  const [command = '', ...args] = [...words, 'true'];
  return run(command, args, { timeout: 5_000, env: bareEnvironment() }).then(() => true, () => false);
}

/**
 * Finds out what this machine allows: an empty network namespace (as root directly, else inside a user namespace) and the user
 * namespaces Chromium's sandbox is made of. Containers and hardened kernels forbid either; a machine that forbids the sandbox still gets
 * its browser, as a user who owns nothing, because the page itself is sealed too (no scripts, no requests, no content from elsewhere).
 */
export async function chooseProcessSeal(isolateNetwork = true): Promise<ProcessSeal> {
  const root = process.getuid?.() === 0;
  if (root && !(await works(DROP_ROOT))) {
    throw new BrowserNotSealed('正以 root 运行，但无法为浏览器切换到普通用户（setpriv 不可用或权限不足）。请以普通用户启动，或为容器保留 SETUID、SETGID 权限。');
  }
  const drop = root ? DROP_ROOT : [];
  const empty = root ? ['unshare', '--net', '--', ...drop] : OWN_USER_SPACE;
  const network = isolateNetwork && (await works(empty)) ? 'none' : 'host';
  const prefix = network === 'none' ? empty : drop;
  const sandbox = await works([...prefix, ...OWN_USER_SPACE]);
  return { prefix, args: sandbox ? [] : ['--no-sandbox'], uid: root ? NOBODY : (process.getuid?.() ?? NOBODY), network, sandbox };
}

/** The same seal without Chromium's sandbox, for kernels that promise user namespaces and then refuse what the sandbox does in them. */
export const withoutSandbox = (seal: ProcessSeal): ProcessSeal => ({ ...seal, args: ['--no-sandbox'], sandbox: false });
