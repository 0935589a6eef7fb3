import { linesOf } from "../../catalog/lines.js";

const ROW = /^\|\s*([a-z][a-z0-9]*)\s*\|(.*)$/;
const PRODUCT = /document\/product\/([1-9]\d{0,8})\b/;

/**
 * Reads the documentation number of each product from the `products.md` of an SDK.
 *
 * @param text the page: one row per service, with links to its documentation
 * @returns numbers by the SDK's service name; services without a number are left out
 */
export function readProducts(text: string): ReadonlyMap<string, number> {
  const products = new Map<string, number>();
  for (const line of linesOf(text)) {
    const [, service, links = ""] = ROW.exec(line) ?? [];
    const product = PRODUCT.exec(links)?.[1];
    if (service !== undefined && product !== undefined) products.set(service, Number(product));
  }
  return products;
}
