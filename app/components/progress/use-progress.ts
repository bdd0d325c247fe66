import { useEffect, useRef } from 'react';

const QUIET_MS = 500;
const LONGEST_WAIT_MS = 3_000;
const UNATTENDED_AFTER_MS = 10 * 60_000;

/** Calls `run` once things have been quiet for a moment, but at least every so often while they are not. */
export function createDebounce(run: () => void, quietMs = QUIET_MS, longestWaitMs = LONGEST_WAIT_MS): { poke(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstPoke: number | null = null;
  const cancel = (): void => {
    clearTimeout(timer);
    firstPoke = null;
  };
  return {
    poke() {
      const now = Date.now();
      firstPoke ??= now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          firstPoke = null;
          run();
        },
        Math.max(0, Math.min(quietMs, firstPoke + longestWaitMs - now)),
      );
    },
    cancel,
  };
}

/**
 * Lets news through while somebody is at the page, and keeps it for the next input when nobody has been for a while: reading what is new counts
 * as activity, and an unattended page must not keep its session alive.
 */
export function createAttention(onNews: () => void, clock: () => number = Date.now): { news(): void; input(): void } {
  let lastInput = clock();
  let isHeld = false;
  return {
    news() {
      isHeld = clock() - lastInput > UNATTENDED_AFTER_MS;
      if (!isHeld) onNews();
    },
    input() {
      lastInput = clock();
      if (isHeld) onNews();
      isHeld = false;
    },
  };
}

const INPUTS = ['pointerdown', 'keydown', 'focus'] as const;

/**
 * Follows topics (`round:<id>`, `assignment:<id>`) while the page is open and calls `onChange` when something happened: a page passes the
 * `revalidate` of its router. After a broken connection the browser comes back by itself, and what was missed is caught up with.
 */
export function useProgress(topics: readonly string[], onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const list = topics.join(',');
  useEffect(() => {
    if (list === '' || typeof EventSource === 'undefined') return;
    const debounce = createDebounce(() => latest.current());
    const source = new EventSource(`/events?${new URLSearchParams({ topics: list }).toString()}`);
    const attention = createAttention(debounce.poke);
    let wasOpen = false;
    source.addEventListener('open', () => {
      if (wasOpen) attention.news();
      wasOpen = true;
    });
    source.addEventListener('message', attention.news);
    for (const input of INPUTS) window.addEventListener(input, attention.input, { passive: true });
    return () => {
      source.close();
      for (const input of INPUTS) window.removeEventListener(input, attention.input);
      debounce.cancel();
    };
  }, [list]);
}
