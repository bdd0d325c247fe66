import { halfWidth, saysNothing } from '../form/typed-text';
import { type ItemList, listItems } from '../narrative/list-items';
import { paragraphsOf } from '../narrative/paragraphs';
import type { Passage, PassageRole } from '../narrative/prose';
import type { CheckContext } from './check-context';

/** The passages of one role, in the order of the source. */
export function passagesWith(context: CheckContext, role: PassageRole): readonly Passage[] {
  return context.prose.passages.filter((passage) => passage.role === role);
}

const lists = new WeakMap<Passage, ItemList>();

/** The numbered items (or plain paragraphs) of a passage; one that says 无 is none. Taken apart once. */
export function itemsOf(passage: Passage): ItemList {
  const known = lists.get(passage);
  if (known) return known;
  const { intro, items } = listItems(paragraphsOf(passage));
  const list: ItemList = { intro, items: items.filter(({ body }) => !saysNothing(halfWidth(body.text.replace(/[。;!]+$/, '')))) };
  lists.set(passage, list);
  return list;
}
