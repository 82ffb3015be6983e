/** Names of what log lines are handed to. */
export const LOG = /^console$|log/i;
