export const rootFolder: string;
export const node24: string;
