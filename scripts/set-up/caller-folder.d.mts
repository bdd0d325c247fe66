/** Where the person typed the command: relative paths of a command line are meant from there. */
export const callerFolder: string;
