import { expect, test } from 'vitest';
import { targetAfterSignIn } from './target-after-sign-in';

test.each([
  ['/bureau/rounds/7?tab=late', '/bureau', '/bureau/rounds/7?tab=late'],
  ['/bureau?year=2024', '/bureau', '/bureau?year=2024'],
  ['/admin/accounts/3', '/admin/accounts', '/admin/accounts/3'],
  ['/department', '/bureau', '/bureau'],
  ['/bureaucracy', '/bureau', '/bureau'],
  ['/', '/bureau', '/bureau'],
  ['', '/department', '/department'],
  ['//elsewhere.example/bureau', '/bureau', '/bureau'],
  ['/bureau/../../department', '/bureau', '/bureau'],
])('from %j, with home %s, to %s', (wanted, home, target) => {
  expect(targetAfterSignIn(wanted, home)).toBe(target);
});
