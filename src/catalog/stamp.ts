/** The format of the tables. It changes when a reader of an older format could misread a newer one. */
export const catalogStamp: string = "1";
