import type { Logger } from '~/app/config/logger.server';
import type { Deps } from '~/app/services/deps.server';
import type { ProgressHub } from '~/app/services/progress/progress-hub.server';

declare module '@remix-run/node' {
  /** What loaders and actions get as `context`. */
  interface AppLoadContext {
    /** Pool, ids, storage, settings: handed to services as their first argument. */
    deps: Deps;
    /** Progress of rounds and assignments, for server-sent events. */
    progress: ProgressHub;
    /** Who may sign in with one click on the sign-in page; null outside demo mode. */
    demoAccounts: { readonly password: string; readonly accounts: readonly { readonly accountName: string; readonly displayName: string; readonly sees: string }[] } | null;
    requestId: string;
    cspNonce: string;
    /** Address of the client; what a proxy forwards counts only when it is trusted. */
    clientIp: string;
    log: Logger;
  }
}

export type { AppLoadContext } from '@remix-run/node';
