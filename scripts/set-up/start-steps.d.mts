export const startSteps: number;
