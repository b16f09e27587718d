import type { VirtualItem } from '@tanstack/react-virtual';

/** Measured heights of lists that were left, so that going back lays them out at once as they were. */
const memory = new Map<string, VirtualItem[]>();

export function rememberList(name: string, items: VirtualItem[]): void {
  memory.set(name, items);
}

export function recallList(name: string): VirtualItem[] {
  return memory.get(name) ?? [];
}
