export function say(line: string): void;
export function step<Result>(number: number, total: number, title: string, run: () => Promise<Result>): Promise<Result>;
export function seconds(milliseconds: number): string;
