/** Version of the scoring rules as code. It changes when the same snapshot would get other bytes, and is part of every score sheet. */
export const ENGINE_VERSION = '3';
