/** Who waits: an account, an agent or a guest, and the address they come from. */
export type Sender = { owner: string; address: string };
export type Waiting = Sender & { bytes: number };
export type QueueBounds = { ofOwner: number; ofAddress: number; all: number; bytes: number };

export type FairQueue<T extends Waiting> = {
  /** False when there is no room for it: its owner, its address or everybody already waits with enough. */
  add: (item: T) => boolean;
  /** Back at the head of its owner's line, whatever the bounds: it has been let in already. */
  putBack: (item: T) => void;
  /** The next one that suits, or null. It counts as running until `end`. */
  take: (suits: (item: T) => boolean) => T | null;
  end: (item: T) => void;
};

/**
 * A line where nobody waits behind somebody else's crowd: the next is of the address, then of the owner, that has the least
 * running, then was served the longest ago. An owner never holds every place at once (`places` - 1 at most), and when
 * the line is full, whoever has nothing in it takes the last place of the longest line: `onDropped` is told.
 */
export function fairQueue<T extends Waiting>(
  bounds: QueueBounds,
  places: number,
  onDropped: (item: T) => void,
): FairQueue<T> {
  const waiting: T[] = [];
  const running: T[] = [];
  const served = new Map<string, number>();
  let turn = 0;

  const count = (items: readonly T[], key: "owner" | "address", value: string) =>
    items.filter((item) => item[key] === value).length;
  const isFull = (more: number) =>
    waiting.length >= bounds.all || waiting.reduce((total, { bytes }) => total + bytes, more) > bounds.bytes;

  /** Takes the last of the longest line, if it is longer than what the newcomer would make. */
  const makeRoom = (item: T): boolean => {
    while (isFull(item.bytes)) {
      const lengths = waiting.map(({ address }) => count(waiting, "address", address));
      const longest = Math.max(0, ...lengths);
      if (longest <= count(waiting, "address", item.address) + 1) return false;
      const [dropped] = waiting.splice(lengths.lastIndexOf(longest), 1);
      if (dropped) onDropped(dropped);
    }
    return true;
  };

  const rank = ({ owner, address }: T) => [
    count(running, "address", address),
    served.get(`address ${address}`) ?? 0,
    count(running, "owner", owner),
    served.get(`owner ${owner}`) ?? 0,
  ];

  return {
    add: (item) => {
      if (count(waiting, "owner", item.owner) >= bounds.ofOwner) return false;
      if (count(waiting, "address", item.address) >= bounds.ofAddress || !makeRoom(item)) return false;
      waiting.push(item);
      return true;
    },
    putBack: (item) => void waiting.unshift(item),
    take: (suits) => {
      const eligible = waiting.filter((item) => suits(item) && count(running, "owner", item.owner) < places - 1);
      const next = eligible.reduce<T | null>(
        (best, item) => (best && !isBefore(rank(item), rank(best)) ? best : item),
        null,
      );
      if (next === null) return null;
      waiting.splice(waiting.indexOf(next), 1);
      running.push(next);
      turn += 1;
      served.set(`address ${next.address}`, turn).set(`owner ${next.owner}`, turn);
      return next;
    },
    end: (item) => {
      running.splice(running.indexOf(item), 1);
      if (waiting.length === 0 && running.length === 0) served.clear();
    },
  };
}

function isBefore(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at !== -1 && Number(left[at]) < Number(right[at]);
}
