export class Refusal extends Error {}
export function reportFailure(error: unknown): void;
