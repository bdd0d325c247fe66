/** Prints one element of the page, unfolded, and nothing else. The style sheet hides the rest while the mark stands on the root element. */
export function printAlone(id: string): void {
  const element = document.getElementById(id);
  if (element === null) return;
  const root = document.documentElement;
  const parts: Element[] = [];
  for (let part: Element | null = element; part !== null && part !== root; part = part.parentElement) parts.push(part);
  const folded = [...element.querySelectorAll('details:not([open])')];
  for (const part of folded) part.setAttribute('open', '');
  root.classList.add('prints-alone');
  for (const part of parts) part.classList.add('printed');
  window.addEventListener(
    'afterprint',
    () => {
      root.classList.remove('prints-alone');
      for (const part of parts) part.classList.remove('printed');
      for (const part of folded) part.removeAttribute('open');
    },
    { once: true },
  );
  window.print();
}
