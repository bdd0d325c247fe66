export function wantedStamp(root: string): string;
export function isInstalled(root: string): boolean;
export function rememberInstallation(root: string): void;
