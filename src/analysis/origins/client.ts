import type { Service } from "../knowledge/services.js";
import type { Text } from "./texts.js";

/** A client of the SDK. */
export interface Client {
  readonly service: Service;
  /** The addresses that it is made with, where callers can know more of them. */
  readonly hosts?: readonly Text[];
  /** Whether errors of other kinds can come out of its calls. */
  readonly isOwn?: true;
}
