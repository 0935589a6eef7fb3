/** What the cases read of an error, which the libraries hand over as `Error`. */
export interface WithCode {
  readonly code?: string;
}
