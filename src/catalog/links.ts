import type { ServiceEntry } from "./model.js";

/** The page that explains the API's common errors. */
export const COMMON_DOCUMENTATION = "https://cloud.tencent.com/document/api/213/30435";

/**
 * Where a service is documented: its product's documentation, whose part about the API has a page of error codes, or its
 * page in the API explorer where the product's number is not known. The address of the page of error codes itself is in
 * no source of the catalog.
 */
export function documentationOf({ id, product }: Pick<ServiceEntry, "id" | "product">): string {
  if (product !== undefined) return `https://cloud.tencent.com/document/product/${String(product)}`;
  return `https://console.cloud.tencent.com/api/explorer?Product=${id}`;
}
