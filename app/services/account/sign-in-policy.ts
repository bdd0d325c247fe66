/** How failed sign-ins close the door. Shown to the security administrator as it is. */
export const SIGN_IN_POLICY = {
  /** One account: after every five failures in a row, 15 minutes at first and twice as long each time, a day at most. */
  account: { failures: 5, minutes: 15, maxMinutes: 24 * 60 },
  /** One network address, whatever the accounts: an office behind one address has many people, so the limit is wider. */
  address: { failures: 50, minutes: 15 },
} as const;
