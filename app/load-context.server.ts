import type { Logger } from '~/app/config/logger.server';
import type { Deps } from '~/app/services/deps.server';

declare module '@remix-run/node' {
  /** What loaders and actions get as `context`. */
  interface AppLoadContext {
    /** Pools, ids, storage: handed to services as their first argument. */
    deps: Deps;
    /** True when demo accounts may be shown (HENGJI_DEMO=1). */
    demo: boolean;
    requestId: string;
    cspNonce: string;
    /** Address of the client, behind trusted proxies only. */
    clientIp: string;
    log: Logger;
  }
}

export type { AppLoadContext } from '@remix-run/node';
