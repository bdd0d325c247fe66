import path from 'node:path';
import { Refusal } from '../set-up/refusal.mjs';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly userUrl: string;
  readonly dispatcherUrl: string;
}

/** What one start is to do, decided once from the environment and the arguments. */
export interface StartPlan {
  readonly mode: 'production' | 'development';
  /** undefined: the embedded server, in dataDir. */
  readonly givenDatabase: DatabaseUrls | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly isDemo: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `folder` is where the caller stands: a relative HENGJI_DATA_DIR means a folder there. */
export function planStart(
  environment: Environment,
  args: readonly string[],
  folder: { readonly caller: string; readonly root: string },
): StartPlan {
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown !== undefined) throw new Refusal(`不认识的参数 ${unknown}。用法：npm start，或 npm run dev（开发模式，改动后自动重载）。`);
  const givenDatabase = givenUrls(environment);
  const wantedFolder = environment['HENGJI_DATA_DIR'];
  return {
    mode: args.includes('--dev') ? 'development' : 'production',
    givenDatabase,
    dataDir: wantedFolder ? path.resolve(folder.caller, wantedFolder) : path.join(folder.root, '.data'),
    host: environment['HOST'] || '0.0.0.0',
    port: Number(environment['PORT'] || '3000'),
    isDemo: environment['HENGJI_DEMO'] ? /^(1|true)$/.test(environment['HENGJI_DEMO']) : givenDatabase === undefined,
  };
}

const urlVariables = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_DISPATCHER_URL'] as const;

/** All three or none: each login role has its own, so that no part holds more rights than it needs. */
function givenUrls(environment: Environment): DatabaseUrls | undefined {
  const missing = urlVariables.filter((name) => !environment[name]);
  if (missing.length === urlVariables.length) return undefined;
  if (missing.length > 0) {
    throw new Refusal(
      `使用外部数据库时，DATABASE_URL（app_user）、DATABASE_OWNER_URL（app_owner）、DATABASE_DISPATCHER_URL（app_dispatcher）须同时设置；现缺少 ${missing.join('、')}。角色的建立见 docker/roles.sql；都不设置则使用内置 PostgreSQL。`,
    );
  }
  const [userUrl, ownerUrl, dispatcherUrl] = urlVariables.map((name) => environment[name] as string) as [string, string, string];
  return { userUrl, ownerUrl, dispatcherUrl };
}
