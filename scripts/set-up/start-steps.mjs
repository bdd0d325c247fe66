/** How many steps `npm start` reports; the first is done here, the others in scripts/start. */
export const startSteps = 7;
