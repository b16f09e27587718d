import type { TestProject } from 'vitest/node';
import { startProduct } from './start-product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the product that all e2e files share. */
    productUrl: string;
  }
}

/** One product with a fresh state for all files that do not need one of their own. */
export default async function startShared(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('productUrl', product.url);
  return () => product.stop();
}
