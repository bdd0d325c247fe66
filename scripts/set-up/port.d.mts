export function checkPort(environment: Readonly<Record<string, string | undefined>>): Promise<void>;
