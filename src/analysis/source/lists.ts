/** Adds an item to the list of a key. Lists that are written anew for each item take the square of their length. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The index of the first item whose place is no smaller than `start`, in a list that is sorted by place; its length where there is none. */
export function firstFrom<Item>(sorted: readonly Item[], start: number, placeOf: (item: Item) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(sorted[middle] as Item) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
