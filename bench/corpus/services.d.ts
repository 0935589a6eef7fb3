/** What the corpus needs to know of a service. */
export interface Service {
  readonly id: string;
}

export function readServices(): Promise<readonly Service[]>;
